// SPDX-License-Identifier: GPL-3.0-or-later
// Random funnels and random, disordered streams of events for them; from a seed.
#pragma once

#include "ingest/config/configuration.h"
#include "tests/ingest/oracle/funnel_oracle.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace support {

inline constexpr std::int64_t kNanoseconds = 1'000'000'000;

// An event and when it arrives, in whole seconds.
struct ArrivingEvent
{
    oracle::FunnelEvent event;
    std::int64_t arrival = 0;
};

struct FunnelStream
{
    oracle::FunnelRule rule;
    std::vector<ArrivingEvent> events; // by arrival
    [[nodiscard]] ingest::config::SignalConfiguration signal() const
    {
        ingest::config::SignalConfiguration signal;
        signal.kind = ingest::config::SignalKind::funnel;
        for (std::size_t k = 0; k < rule.steps; ++k)
            signal.steps.push_back({"step" + std::to_string(k), {}});
        signal.within = std::chrono::seconds{rule.withinNs / kNanoseconds};
        signal.order = static_cast<ingest::config::StepOrder>(rule.order);
        signal.by = {"country"};
        return signal;
    }
};

class FunnelStreamMaker
{
public:
    explicit FunnelStreamMaker(std::uint64_t seed) : m_random(seed) {}

    FunnelStream make(oracle::FunnelOrder order)
    {
        FunnelStream stream;
        stream.rule.order = order;
        stream.rule.steps = 1 + draw(4);
        constexpr std::int64_t kWithins[] = {1, 5, 60, 600, 3600, 3 * 3600, 40 * 3600};
        stream.rule.withinNs = kWithins[draw(std::size(kWithins))] * kNanoseconds;
        stream.rule.idleNs = std::max<std::int64_t>(stream.rule.withinNs, 1800 * kNanoseconds);
        m_namesRepeat = draw(3) == 0;
        m_gap = 1 + draw(4);
        m_lateness = 1 + draw(4);
        const std::uint64_t keys = 1 + draw(6);
        for (std::uint64_t key = 0; key < keys; ++key)
            addKey(stream, key);
        std::ranges::shuffle(stream.events, m_random);
        std::ranges::stable_sort(stream.events, {}, &ArrivingEvent::arrival);
        return stream;
    }

    std::uint64_t draw(std::uint64_t below) { return m_random() % below; }
    std::mt19937_64 &random() { return m_random; }

private:
    void addKey(FunnelStream &stream, std::uint64_t key)
    {
        std::int64_t time = 1'760'000'000 * kNanoseconds + halfSeconds(20);
        const std::uint64_t events = 1 + draw(9);
        for (std::uint64_t i = 0; i < events; ++i) {
            time += pause(stream.rule);
            stream.events.push_back({{key * 0x9e3779b97f4a7c15 + 1, time, mask(stream.rule),
                                      static_cast<std::uint32_t>(draw(2))},
                                     arrivalOf(time)});
        }
    }

    std::int64_t halfSeconds(std::uint64_t below)
    {
        return static_cast<std::int64_t>(draw(below)) * kNanoseconds / 2;
    }

    // Often none, often about `within` or the idle gap, its very end included.
    std::int64_t pause(const oracle::FunnelRule &rule)
    {
        switch (draw(5 + m_gap)) {
        case 0:
            return 0;
        case 1:
            return rule.withinNs - halfSeconds(3) + static_cast<std::int64_t>(draw(2));
        case 2:
            return rule.idleNs - halfSeconds(3) + static_cast<std::int64_t>(draw(2));
        case 3:
            return rule.withinNs / 2 + halfSeconds(3);
        case 4:
            return draw(3) == 0 ? halfSeconds(200'000) : 0;
        default:
            return halfSeconds(10);
        }
    }

    std::uint32_t mask(const oracle::FunnelRule &rule)
    {
        if (draw(6) == 0)
            return 0;
        std::uint32_t mask = 1u << draw(rule.steps);
        if (m_namesRepeat) // the first step's name comes again
            mask = (mask & 0b101) != 0 ? 0b101u : mask;
        if (draw(8) == 0)
            mask |= 1u << draw(rule.steps);
        return mask & ((1u << rule.steps) - 1);
    }

    std::int64_t arrivalOf(std::int64_t timeNs)
    {
        const std::int64_t due = (timeNs + kNanoseconds - 1) / kNanoseconds;
        switch (draw(2 + m_lateness)) {
        case 0:
            return due - static_cast<std::int64_t>(draw(10));
        case 1:
            return due + static_cast<std::int64_t>(draw(200'000));
        case 2:
            return due + static_cast<std::int64_t>(draw(4'000));
        default:
            return due + static_cast<std::int64_t>(draw(3));
        }
    }

    std::mt19937_64 m_random;
    bool m_namesRepeat = false;
    std::uint64_t m_gap = 1;
    std::uint64_t m_lateness = 1;
};

} // namespace support

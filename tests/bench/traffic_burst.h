// SPDX-License-Identifier: GPL-3.0-or-later
// Bursts of frames in memory, as the loop drains them from a socket: their times go on at a steady
// rate of events, written outside of what is measured.
#pragma once

#include "ingest/time.h"
#include "ingest/wire/frame.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <span>
#include <string>
#include <vector>

namespace bench {

inline std::string rfc3339(ingest::Timestamp at)
{
    const auto count = at.time_since_epoch().count();
    const auto seconds = static_cast<std::time_t>(count / 1'000'000'000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text.data() + size, text.size() - size, ".%03uZ",
                  static_cast<unsigned>(count / 1'000'000 % 1'000));
    return text.data();
}

class TrafficBurst
{
public:
    static constexpr std::size_t kEvents = 512;

    // Events arrive `underway` after their own time.
    explicit TrafficBurst(double eventsPerSecond, ingest::Nanoseconds underway = {})
        : m_step(static_cast<std::int64_t>(kEvents * 1e9 / eventsPerSecond)), m_underway(underway)
    {
    }

    // The next burst fill() writes is the one after `before`'s.
    void follow(const TrafficBurst &before) { m_now = before.m_now; }

    // Writes the next burst: next() gives an event of the time it was told before by setTime().
    template <class Traffic>
    void fill(Traffic &traffic)
    {
        m_now += m_step;
        traffic.setTime(rfc3339(m_now - m_underway));
        m_bytes.clear();
        std::array<std::size_t, kEvents + 1> ends{};
        for (std::size_t i = 0; i < kEvents; ++i) {
            m_bytes += traffic.next();
            ends.at(i + 1) = m_bytes.size();
        }
        m_frames.resize(kEvents);
        const std::size_t used = m_bytes.size();
        m_bytes.append(64, ' ');
        for (std::size_t i = 0; i < kEvents; ++i) {
            ingest::wire::Frame &frame = m_frames[i];
            frame.payload =
                std::string_view(m_bytes).substr(ends.at(i), ends.at(i + 1) - ends.at(i));
            frame.readableBehind = used + 64 - ends.at(i + 1);
            frame.endpoint = "tcp://127.0.0.1:5556";
            frame.arrival = m_now;
        }
    }

    [[nodiscard]] const std::vector<ingest::wire::Frame> &frames() const { return m_frames; }
    // Calls take(frames) for as many at once as the loop receives.
    template <class Take>
    void forEachReceive(Take take) const
    {
        constexpr std::size_t kTogether = 32;
        static_assert(kEvents % kTogether == 0);
        for (std::size_t at = 0; at < kEvents; at += kTogether)
            take(std::span(m_frames).subspan(at, kTogether));
    }
    [[nodiscard]] ingest::Timestamp now() const { return m_now; }

private:
    ingest::Nanoseconds m_step;
    ingest::Nanoseconds m_underway;
    ingest::Timestamp m_now{std::chrono::seconds(1'790'000'000)};
    std::string m_bytes;
    std::vector<ingest::wire::Frame> m_frames;
};

} // namespace bench

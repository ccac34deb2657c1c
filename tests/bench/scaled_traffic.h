// SPDX-License-Identifier: GPL-3.0-or-later
// Events spread over so many journeys and so many values of one attribute, and configurations of so
// many signals: how the cost of an event follows each.
#pragma once

#include "ingest/config/configuration.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// How often the values occur: all alike, or the k-th 1/k as often as the first (Zipf), as
// countries, pages and versions do.
enum class Frequencies : std::uint8_t { equal, zipf };

class ScaledTraffic
{
public:
    ScaledTraffic(std::uint64_t journeys, std::uint64_t values,
                  Frequencies frequencies = Frequencies::equal)
        : m_journeys(journeys), m_values(values)
    {
        for (std::uint64_t k = 1; frequencies == Frequencies::zipf && k <= values; ++k)
            m_shares.push_back((m_shares.empty() ? 0 : m_shares.back()) +
                               1 / static_cast<double>(k));
    }

    void setTime(std::string_view time) { m_time = time; }
    std::string_view next()
    {
        static constexpr std::array<const char *, 4> kTypes{"page.loaded", "cart.item_added",
                                                            "payment.approved", "order.completed"};
        const std::uint64_t mixed = ++m_count * 0x9e3779b97f4a7c15u >> 20;
        const int size = std::snprintf(
            m_text.data(), m_text.size(),
            R"({"specversion":"1.0","type":"%s","source":"/shop/web","id":"%016llx","time":"%s","subject":"j-%llu","sequence":"%llu","epoch":"7f3a","data":{"value":"v%llu","platform":"ios","amount":12.50,"currency":"EUR","lcp_ms":%llu.5}})",
            kTypes.at(m_count % 4), wide(m_count), m_time.c_str(), wide(mixed % m_journeys),
            wide(m_count), wide(valueOf(mixed)), wide(100 + mixed % 4'000));
        return {m_text.data(), static_cast<std::size_t>(size)};
    }

private:
    static unsigned long long wide(std::uint64_t number) { return number; }

    [[nodiscard]] std::uint64_t valueOf(std::uint64_t mixed) const
    {
        if (m_shares.empty())
            return mixed / 7 % m_values;
        const double share = static_cast<double>(mixed / 7 % 1'000'003) / 1'000'003;
        const auto at = std::ranges::upper_bound(m_shares, share * m_shares.back());
        return static_cast<std::uint64_t>(at - m_shares.begin());
    }

    std::uint64_t m_journeys;
    std::uint64_t m_values;
    std::vector<double> m_shares; // of the values up to each, all together; empty: equal
    std::uint64_t m_count = 0;
    std::string m_time;
    std::array<char, 640> m_text{};
};

inline ingest::config::SignalConfiguration signalOf(ingest::config::SignalKind kind,
                                                    const std::string &type, std::string field = {})
{
    ingest::config::SignalConfiguration signal;
    signal.name = type + std::to_string(static_cast<int>(kind));
    signal.kind = kind;
    signal.field = std::move(field);
    const std::vector<ingest::config::EventFilter> filters{{type, {}}};
    (kind == ingest::config::SignalKind::ratio ? signal.good : signal.events) = filters;
    if (kind == ingest::config::SignalKind::ratio)
        signal.bad = {{"payment.failed", {}}};
    return signal;
}

// One ratio and latency by one attribute and one funnel, with `more` signals of `type`.
inline std::shared_ptr<const ingest::config::Configuration> scaledConfiguration(unsigned more,
                                                                                const char *type)
{
    using ingest::config::SignalKind;
    auto configuration = std::make_shared<ingest::config::Configuration>();
    auto &signals = configuration->signals;
    signals.push_back(signalOf(SignalKind::ratio, "payment.approved"));
    signals.back().by = {"value"};
    signals.push_back(signalOf(SignalKind::latency, "page.loaded", "lcp_ms"));
    signals.back().by = {"value"};
    signals.push_back(signalOf(SignalKind::funnel, "checkout"));
    signals.back().steps = {
        {"cart.item_added", {}}, {"payment.approved", {}}, {"order.completed", {}}};
    for (unsigned i = 0; i < more; ++i) {
        signals.push_back(signalOf(SignalKind::rate, type));
        signals.back().name += std::to_string(i);
    }
    return configuration;
}

// 50 signals of every kind but the funnel, each by the attribute `value`.
inline std::shared_ptr<const ingest::config::Configuration> fiftySignals()
{
    using ingest::config::SignalKind;
    auto configuration = std::make_shared<ingest::config::Configuration>();
    for (unsigned i = 0; i < 10; ++i) {
        auto &signals = configuration->signals;
        const std::size_t first = signals.size();
        signals.push_back(signalOf(SignalKind::ratio, "payment.approved"));
        signals.push_back(signalOf(SignalKind::ratio, "cart.item_added"));
        signals.push_back(signalOf(SignalKind::latency, "page.loaded", "lcp_ms"));
        signals.push_back(signalOf(SignalKind::sum, "order.completed", "amount"));
        signals.push_back(signalOf(SignalKind::rate, "order.completed"));
        for (std::size_t k = first; k < signals.size(); ++k) {
            signals[k].name += std::to_string(k);
            signals[k].by = {"value"};
        }
    }
    return configuration;
}

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history_feed.h"

#include "ingest/self_configuring_engine.h"

#include <algorithm>
#include <iterator>

namespace ingest {

namespace {

constexpr Seconds kMinuteLong{60};
constexpr Seconds kHourLong{3600};

// The start of the span (from, from + length] that holds `second`.
Second startOf(Second second, Seconds length)
{
    const Seconds since = (second - Seconds{1}).time_since_epoch();
    return Second{since - since % length};
}

} // namespace

HistoryFeed::HistoryFeed(const std::string &path)
{
    if (!path.empty())
        m_writer = std::make_unique<store::HistoryWriter>(path);
}

HistoryFeed::~HistoryFeed() = default;

void HistoryFeed::restart(Timestamp now)
{
    m_part = std::to_string(now.time_since_epoch().count());
}

void HistoryFeed::tick(const SelfConfiguringEngine &engine, bool all)
{
    const Second asOf = std::chrono::floor<Seconds>(engine.now());
    // Signals that are still being learnt change their meaning; all are written once settled.
    if (!m_writer || engine.learning() || (asOf <= m_last && !all))
        return;
    const Second minute = startOf(asOf, kMinuteLong);
    const bool whole = all || minute != startOf(m_last, kMinuteLong);
    m_last = asOf;
    RollupBatch batch{m_part, asOf.time_since_epoch().count(), {}};
    const auto take = [&](Second from, Seconds length) {
        std::vector<Rollup> rollups = engine.rollups(from, length);
        std::move(rollups.begin(), rollups.end(), std::back_inserter(batch.rollups));
    };
    for (int back = 0; back < (whole ? 60 : 2); ++back)
        take(minute - back * kMinuteLong, kMinuteLong);
    const Second hour = startOf(asOf, kHourLong);
    if (whole) {
        take(hour, kHourLong);
        if (asOf - (hour - kHourLong) <= 2 * kHourLong - kMinuteLong)
            take(hour - kHourLong, kHourLong);
    }
    m_writer->offer(std::move(batch));
}

std::vector<std::string> HistoryFeed::warnings() const
{
    return m_writer ? m_writer->warnings() : std::vector<std::string>();
}

} // namespace ingest

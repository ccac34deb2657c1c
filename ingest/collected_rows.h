// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for the history, as an engine has them, gathered by length and age. Owned by the ingest
// thread, for one batch.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/rollup.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/time.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

namespace ingest {

// The start of the span (from, from + length] that holds `second`.
[[nodiscard]] inline Second spanStart(Second second, Seconds length)
{
    const Seconds since = (second - Seconds{1}).time_since_epoch();
    return Second{since - since % length};
}

class CollectedRows
{
public:
    explicit CollectedRows(const SelfConfiguringEngine &engine) : m_engine(engine) {}

    // The running span of this length and those before it, `count` of them.
    void take(Second asOf, Seconds length, int count, bool byValue)
    {
        Second from = spanStart(asOf, length);
        for (int i = 0; i < count; ++i, from -= length) {
            append(m_engine.rollups(from, length, byValue));
            if (byValue)
                whole.emplace_back(from, length);
        }
    }
    // The second that ends here. What is nothing needs no row: that it was observed has one.
    void takeSecond(Second end)
    {
        std::vector<Rollup> rows = m_engine.rollups(end - kSecondLong, kSecondLong);
        if (rows.empty())
            return; // not observed: what a run that crashed wrote of it stays
        std::erase_if(rows, [](const Rollup &row) {
            return row.n == 0 && row.bad == 0 && row.sumMinor == 0;
        });
        append(std::move(rows));
        whole.emplace_back(end - kSecondLong, kSecondLong);
    }
    void takeSeconds(Second first, Second last)
    {
        for (Second end = first; end <= last; end += kSecondLong)
            takeSecond(end);
    }
    // The running ten seconds and those before, of signals that have no shorter ones.
    void takeTens(Second asOf, int count)
    {
        for (int i = 0; i < count; ++i)
            append(m_engine.rollupsOf(config::SignalKind::uniques,
                                      spanStart(asOf, kTenSeconds) - i * kTenSeconds, kTenSeconds));
    }
    void takeCohorts(Second end)
    {
        append(m_engine.rollupsOf(config::SignalKind::funnel, end - kSecondLong, kSecondLong));
    }
    // Journeys that convert after more than the last hour: what became of those whose time is up.
    void takeSettled(Second asOf)
    {
        std::set<Seconds> spans;
        for (const config::SignalConfiguration &signal : m_engine.configuration()->signals)
            if (signal.kind == config::SignalKind::funnel && signal.within >= 59 * kMinuteLong)
                spans.insert(signal.within);
        for (const Seconds within : spans)
            for (const Seconds length : {kMinuteLong, kHourLong})
                for (const Seconds back : {within, within + length})
                    append(m_engine.rollupsOf(config::SignalKind::funnel,
                                              spanStart(asOf - back, length), length));
    }
    std::vector<Rollup> rollups;
    std::vector<std::pair<Second, Seconds>> whole;

private:
    void append(std::vector<Rollup> more)
    {
        std::move(more.begin(), more.end(), std::back_inserter(rollups));
    }
    const SelfConfiguringEngine &m_engine;
};

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
// How many distinct keys were seen in each rolling window. Exact, whatever the order of arrival, up
// to a cap of keys; beyond it HyperLogLog's estimate, and said so. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/metrics/hyper_log_log.h"
#include "ingest/metrics/latest_times.h"
#include "ingest/metrics/time_ring.h"
#include "ingest/metrics/waiting_buckets.h"
#include "ingest/window.h"

#include <cstdint>

namespace ingest::metrics {

struct DistinctCount
{
    std::uint64_t count = 0;
    bool exact = true;
};

class DistinctWindow
{
public:
    enum class Sketches : std::uint8_t { always, whenCapped, never };

    // Sketches (10 s for 1 h and 5 min for 24 h) cost 2.6 MiB at most; they give the series and the
    // estimates. Without them counts stay at the cap, inexact.
    DistinctWindow(std::size_t cap, Sketches sketches, std::uint64_t seed);

    // `key`: a hash good in all bits. `at`: the event's bucket; ahead of asOf it waits.
    void record(std::uint64_t key, Second at);
    // Moves asOf forward; earlier instants change nothing.
    void advanceTo(Second asOf);
    [[nodiscard]] Second asOf() const { return m_asOf; }

    // Distinct keys with an event in (asOf - W, asOf]; of the 24 h window, since its whole minute.
    [[nodiscard]] DistinctCount count(Window window) const;

    // Distinct keys within each step, estimated; steps of 10 s for windows to 1 h, of 300 s beyond.
    // Empty without sketches.
    [[nodiscard]] const TimeRing<HyperLogLog> *sketches(Window window) const;

    // Of the keys seen in (from, to]: in steps of 10 s of the last hour, of 300 s of the day.
    [[nodiscard]] HyperLogLog sketch(Second from, Second to) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[cap, sketches, asOf, latest, capped, forgotten, ever, all, perSecond, perMinute,
               fine, coarse, ahead, swept] = *this;
        state(asOf, latest, capped, forgotten, ever, all, perSecond, perMinute, fine, coarse, ahead,
              swept);
    }

private:
    void observe(std::uint64_t key, Second at);
    void observeAll(const std::vector<std::uint64_t> &keys, Second at);
    void sketch(std::uint64_t key, Second at);
    void observeExactly(std::uint64_t key, Second at);
    void giveUpExactness();

    std::size_t m_cap;
    Sketches m_sketches;
    Second m_asOf = Second::min();
    LatestTimes m_latest;
    bool m_capped = false;
    bool m_forgotten = false; // some key left the table: `all` is an estimate
    std::uint64_t m_ever = 0; // distinct keys since the start, while nothing is forgotten
    HyperLogLog m_all;
    TimeRing<std::uint32_t> m_perSecond{Seconds(1), 3600 + 64};
    TimeRing<std::uint32_t> m_perMinute{Seconds(60), 1440 + 16};
    TimeRing<HyperLogLog> m_fine;
    TimeRing<HyperLogLog> m_coarse;
    WaitingBuckets<std::uint64_t> m_ahead;
    Second m_swept = Second::min();
};

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
// One counter over event time: 1 s buckets for 2 h, 1 min buckets for 48 h, and the exact count of
// every window at every whole second, whatever the order of arrival. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/metrics/kept_points.h"
#include "ingest/metrics/window_edges.h"
#include "ingest/snapshot_signals.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ingest::metrics {

class RollingCount
{
public:
    RollingCount();

    // `bucket` lies less than 900 s after asOf(). What is after asOf() waits in its bucket.
    void add(Second bucket, std::uint64_t count = 1);

    // Moves asOf(); the buckets in between close. The first call only sets it.
    void advanceTo(Second asOf);
    [[nodiscard]] Second asOf() const { return m_asOf; }

    [[nodiscard]] std::uint64_t count(Window window) const { return m_windows[indexOf(window)]; }
    [[nodiscard]] Series<std::uint64_t> series(Window window, const ChartGrid &grid);

    // What has come of the second after asOf().
    [[nodiscard]] std::uint64_t open() const { return secondAt(m_asOf + Seconds{1}); }

    // What is in (from, to], up to asOf(). Where `from` is more than 2 h before asOf(), both are
    // whole minutes, or `to` is asOf().
    [[nodiscard]] std::uint64_t between(Second from, Second to) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[started, asOf, seconds, minutes, windows, charts] = *this; // charts are made anew
        state(started, asOf, windows);
        state.fixed(seconds);
        state.fixed(minutes);
        if constexpr (Archive::kReading)
            charts.clear();
    }

private:
    void close(Second second);
    void revise(Second bucket, std::uint64_t count);
    void forgetTo(Second asOf);
    [[nodiscard]] std::uint64_t &second(Second bucket);
    [[nodiscard]] std::uint64_t secondAt(Second bucket) const;
    [[nodiscard]] std::uint64_t &minute(Second end);
    [[nodiscard]] std::uint64_t pointOf(Second from, Second to) const;

    bool m_started = false;
    Second m_asOf{};
    std::vector<std::uint64_t> m_seconds;
    std::vector<std::uint64_t> m_minutes; // of closed seconds only
    std::array<std::uint64_t, kWindowCount> m_windows{};
    KeptCharts<std::uint64_t> m_charts;
};

} // namespace ingest::metrics

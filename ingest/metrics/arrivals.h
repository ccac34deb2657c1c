// SPDX-License-Identifier: GPL-3.0-or-later
// Accepted events by their arrival: how many lately, how usual that is, and how far behind their
// own time they were. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/latency_histogram.h"
#include "ingest/metrics/rolling_count.h"
#include "ingest/snapshot_sources.h"

#include <array>
#include <optional>

namespace ingest::metrics {

class Arrivals
{
public:
    // `lag`: arrival less event time.
    void record(Timestamp arrival, Nanoseconds lag);
    // `start`: since when somebody listens, without a pause.
    void advanceTo(Second asOf, Timestamp start);

    [[nodiscard]] const std::optional<Timestamp> &last() const { return m_last; }
    // Over the last 10 s, or less where the engine started later.
    [[nodiscard]] double perSecond() const;
    // In the five minutes up to the last event.
    [[nodiscard]] double usualPerSecond() const { return m_usual; }
    // Over the last minute.
    void putLag(Freshness &freshness) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        settle();
        auto &[asOf, start, usual, count, last, lags, alike] = *this;
        state(asOf, start, usual, count, last, lags);
    }

private:
    static constexpr std::size_t kSlots = 64;
    struct LagSlot
    {
        Second bucket{};
        LatencyHistogram lags;
    };

    // Events that arrived together, of one time: counted at once, before anybody looks.
    struct Alike
    {
        Second bucket{};
        Nanoseconds lag{};
        std::uint64_t count = 0;
    };

    [[nodiscard]] double rate(Second from, Second to) const;
    void settle() const;

    Second m_asOf{};
    Timestamp m_start{};
    double m_usual = 0;
    RollingCount m_count;
    std::optional<Timestamp> m_last;
    mutable std::array<LagSlot, kSlots> m_lags; // mutable: see settle()
    mutable Alike m_alike;
};

} // namespace ingest::metrics

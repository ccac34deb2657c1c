// SPDX-License-Identifier: GPL-3.0-or-later
// Latencies by an attribute's value: exact counts of every value in every window, and running
// histograms of the values on show. Those are made from the slices when first asked for and kept up
// from then on. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/batched_tallies.h"
#include "ingest/metrics/latency_histogram.h"
#include "ingest/metrics/tally_ring.h"

#include <array>
#include <map>
#include <vector>

namespace ingest::metrics {

// The key of a value's histogram slot.
[[nodiscard]] constexpr std::uint32_t latencyKey(std::uint32_t value, std::uint16_t slot)
{
    return value << 12 | slot;
}

// What the ring of LatenciesByValue keeps for every window.
class ValueLatencyWindows
{
public:
    using Quantity = Latencies;
    using OpenTallies = BatchedTallies<Latencies>; // by value and slot
    static constexpr std::size_t kMostWatched = 64;

    static std::uint32_t groupOf(std::uint32_t key); // the value

    void enter(Window window, const Tally<Latencies> &tally);
    void leave(Window window, const Tally<Latencies> &tally);

    [[nodiscard]] std::uint64_t count(Window window, std::uint32_t value) const;
    // Of all values together; its maximum is not kept.
    [[nodiscard]] const LatencyHistogram &together(Window window) const
    {
        return m_together[indexOf(window)];
    }
    // Null where the value is not watched, or its maximum has just left the window.
    [[nodiscard]] const LatencyHistogram *find(Window window, std::uint32_t value) const;
    // Watches with an empty histogram, which the owner fills from the slices of the window. Where
    // kMostWatched are watched, in place of the least frequent one that is not in `shown`.
    void watch(Window window, std::uint32_t value, const std::vector<std::uint32_t> &shown);
    void fill(Window window, const Tally<Latencies> &tally);

    // Keys are below this.
    [[nodiscard]] std::uint32_t keys() const
    {
        return latencyKey(static_cast<std::uint32_t>(m_total.size()), 0);
    }

    // What no slice tells: the totals since the start, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[counts, places, total, watches, together] = *this; // what is watched is found anew
        state(total);
        if constexpr (Archive::kReading) {
            counts.assign(total.size(), {});
            places.assign(total.size(), {});
            LatencyHistogram &all = together[indexOf(Window::all)];
            for (std::size_t value = 0; value < total.size(); ++value) {
                counts[value][indexOf(Window::all)] = total[value].count();
                all.merge(total[value]);
            }
            all.setMax({});
        }
    }

private:
    struct Watch
    {
        std::uint32_t value = 0;
        bool valid = false;
        double maxMs = 0;
        LatencyHistogram histogram;
        void enter(const Tally<Latencies> &tally);
    };
    using Watches = std::vector<Watch>;

    [[nodiscard]] Watch *watchOf(Window window, std::uint32_t value);
    [[nodiscard]] Watch &leastFrequent(Window window, const std::vector<std::uint32_t> &shown);

    // By value. `places` is one more than the place in the window's watches, 0 for none.
    std::vector<std::array<std::uint64_t, kWindowCount>> m_counts;
    std::vector<std::array<std::uint8_t, kWindowCount>> m_places;
    std::vector<LatencyHistogram> m_total; // by value, since the start
    std::array<Watches, kWindowCount> m_watches;
    std::array<LatencyHistogram, kWindowCount> m_together;
};

class LatenciesByValue
{
public:
    void add(Second bucket, std::uint32_t value, std::uint16_t slot, double milliseconds)
    {
        m_ring.add(bucket, latencyKey(value, slot), Latencies{1, milliseconds});
    }
    void advanceTo(Second asOf) { m_ring.advanceTo(asOf); }

    [[nodiscard]] std::uint64_t count(Window window, std::uint32_t value) const
    {
        return m_ring.windows().count(window, value);
    }
    // What is in (from, to], up to asOf: by value and slot.
    [[nodiscard]] std::map<std::uint32_t, std::map<std::uint16_t, std::uint64_t>>
    slots(Second from, Second to) const;
    // Makes the histograms of these values available: at most kMostWatched, each named once.
    void show(Window window, const std::vector<std::uint32_t> &values);
    // Only of values shown.
    [[nodiscard]] const LatencyHistogram &histogram(Window window, std::uint32_t value) const;
    // Of all values but those shown, with the middle of its highest slot for a maximum.
    [[nodiscard]] LatencyHistogram rest(Window window,
                                        const std::vector<std::uint32_t> &shown) const;

    // All of it, both ways; see StateWriter. Values are numbered below `values`.
    template <class Archive>
    void archive(Archive &state, std::size_t values)
    {
        auto &[ring] = *this;
        ring.archive(state, latencyKey(static_cast<std::uint32_t>(values), 0));
    }

private:
    void fill(Window window, const std::vector<std::uint32_t> &fresh);

    TallyRing<ValueLatencyWindows> m_ring;
};

} // namespace ingest::metrics

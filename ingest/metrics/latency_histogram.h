// SPDX-License-Identifier: GPL-3.0-or-later
// A mergeable histogram of exponential buckets: every quantile within 0.55 % relative error, over
// any window. For latencies and for durations up to 25 days. Small while it holds few values.
// Owned by the engine; not thread-safe. Method: OpenTelemetry exponential histogram, scale 6.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ingest::metrics {

class LatencyHistogram
{
public:
    // Values in (0, 1 us] count as 1 us, 0 has a bucket of its own; negative, infinite and NaN are
    // refused (returns false).
    bool record(double milliseconds, std::uint64_t count = 1);

    // Addition: associative and commutative.
    void merge(const LatencyHistogram &other);
    // Takes back what was merged before. The maximum stays until setMax().
    void subtract(const LatencyHistogram &other);
    // For the owner of a running window, who knows the maximum of what is left.
    void setMax(std::optional<double> milliseconds) { m_max = milliseconds.value_or(0); }
    void clear();

    // For running windows made of (slot, count) tallies. Like subtract(), they leave the maximum to
    // the owner. The slot of a value, empty where record() would refuse it; kZeroSlot for 0.
    static constexpr std::uint16_t kZeroSlot = 0xfff;
    [[nodiscard]] static std::optional<std::uint16_t> slotFor(double milliseconds);
    void enter(std::uint16_t slot, std::uint64_t count);
    void leave(std::uint16_t slot, std::uint64_t count);
    // The middle of the highest slot in use; empty when nothing was recorded.
    [[nodiscard]] std::optional<double> greatestSlotMs() const;

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    // Exact; empty when nothing was recorded.
    [[nodiscard]] std::optional<double> maxMs() const;
    // The value of rank ceil(q n), q in [0, 1]; exact for the last rank, never above the maximum.
    [[nodiscard]] std::optional<double> quantileMs(double q) const;
    // The same for several, ascending, in one pass; only where something was recorded.
    void putQuantilesMs(std::span<const double> qs, std::span<double> values) const;
    // How many values are at or below, to the resolution of a bucket.
    [[nodiscard]] std::uint64_t countAtOrBelowMs(double milliseconds) const;

    // OpenTelemetry bucket index (unit 1 us) and count at a coarser scale, -10 to 6, for export
    // only; without the zero bucket.
    [[nodiscard]] std::vector<std::pair<int, std::uint64_t>> downscaled(int scale) const;
    [[nodiscard]] std::uint64_t zeros() const { return m_zeros; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[sparse, dense, first, recent, count, zeros, max] =
            *this; // what is empty may be kept or not
        state(zeros, max);
        if constexpr (Archive::kReading) {
            state.require(zeros < kMostCount, "more than can be counted");
            sparse.clear();
            dense.clear();
            first = 0;
            count = zeros;
            for (std::size_t slots = state.size(2); slots > 0 && state.ok(); --slots) {
                Counted counted;
                state(counted);
                if (!state.require(counted.slot < kZeroSlot && counted.count < kMostCount,
                                   "a latency beyond the last slot"))
                    return;
                add(counted.slot, counted.count);
                count += counted.count;
            }
        } else {
            std::vector<Counted> used;
            for (const Entry &entry : sparse)
                used.push_back({entry.slot, entry.count});
            for (std::size_t i = 0; i < dense.size(); ++i)
                if (dense[i] != 0)
                    used.push_back({static_cast<std::uint16_t>(first + i), dense[i]});
            state(used);
        }
    }

private:
    struct Entry
    {
        std::uint16_t slot;
        std::uint32_t count;
    };

    static constexpr std::uint64_t kMostCount = std::uint64_t{1} << 48; // of a state, in one slot

    struct Counted
    {
        std::uint16_t slot = 0;
        std::uint64_t count = 0;
    };

    [[nodiscard]] std::uint64_t rankOf(double q) const;
    void add(std::uint16_t slot, std::uint64_t count);
    void take(std::uint16_t slot, std::uint64_t count);
    void addDense(std::uint16_t slot, std::uint64_t count);
    void becomeDense();
    // Makes room for the slots from `first` to before `end`.
    void cover(std::size_t first, std::size_t end);
    // Calls visit(slot, count) in ascending order until it returns false.
    template <class Visit>
    void forEach(Visit visit) const;

    std::vector<Entry> m_sparse;        // sorted by slot, while few
    std::vector<std::uint64_t> m_dense; // slot m_first + i; in use where not empty
    std::uint16_t m_first = 0;
    std::uint16_t m_recent = 0; // place in m_sparse of what was added last: a guess
    std::uint64_t m_count = 0;
    std::uint64_t m_zeros = 0;
    double m_max = 0;
};

} // namespace ingest::metrics

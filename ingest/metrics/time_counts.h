// SPDX-License-Identifier: GPL-3.0-or-later
// How many things happened in each second of the last 2 h and each minute of the last 48 h (longer
// where asked for), and in total. Counts may be taken back. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/floor_division.h"
#include "ingest/time.h"

#include <cstdint>
#include <vector>

namespace ingest::metrics {

inline constexpr std::int64_t kSecondsKept = 2 * 3600;
inline constexpr std::int64_t kMinutesKept = 48 * 60;

// Buckets of one width in a ring; bucket i covers ((i - 1) * width, i * width].
class CountRing
{
public:
    CountRing(std::int64_t widthSeconds, std::int64_t kept);

    void add(std::int64_t second, std::int32_t n);
    // Forgets what is `kept` buckets and more before the bucket of `second`.
    void advanceTo(std::int64_t second);
    // Sum over the buckets in (from, to], indices of buckets. Those not kept count as 0.
    [[nodiscard]] std::int64_t sum(std::int64_t from, std::int64_t to) const;
    [[nodiscard]] std::int64_t oldestKept() const { return m_newest - m_kept + 1; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[width, kept, newest, counts] = *this;
        state(newest);
        if constexpr (Archive::kReading)
            state.require(newest == kNoBucket || isSecond(newest), "a time out of range");
        state.fixed(counts);
    }

private:
    [[nodiscard]] std::size_t slot(std::int64_t bucket) const;

    std::int64_t m_width;
    std::int64_t m_kept;
    std::int64_t m_newest;
    std::vector<std::int32_t> m_counts;
};

class TimeCounts
{
public:
    explicit TimeCounts(std::int64_t minutesKept = kMinutesKept);

    // `n` may be negative, to take back what was added before.
    void add(std::int64_t second, std::int32_t n);
    void advanceTo(std::int64_t second);

    // What happened in (from, to]. Bounds more than 2 h old are taken down to the whole minute.
    [[nodiscard]] std::uint64_t count(std::int64_t from, std::int64_t to) const;
    [[nodiscard]] std::uint64_t total() const { return static_cast<std::uint64_t>(m_total); }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[seconds, minutes, total] = *this;
        state(seconds, minutes, total);
    }

private:
    CountRing m_seconds;
    CountRing m_minutes;
    std::int64_t m_total = 0;
};

} // namespace ingest::metrics

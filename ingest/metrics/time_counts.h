// SPDX-License-Identifier: GPL-3.0-or-later
// How many things happened in each second of the last 2 h and each minute of the last 48 h (longer
// where asked for), and in total. Counts may be taken back. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/ring_places.h"
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
    explicit CountRing(std::int64_t kept);

    // `bucket` is at most that of the last advance.
    void add(std::int64_t bucket, std::int32_t n)
    {
        if (m_places.holds(bucket))
            m_counts[m_places[bucket]] += n;
    }
    // Forgets what is `kept` buckets and more before this one.
    void advanceTo(std::int64_t bucket);
    // Sum over the buckets in (from, to]. Those not kept count as 0.
    [[nodiscard]] std::int64_t sum(std::int64_t from, std::int64_t to) const;
    [[nodiscard]] std::int64_t oldestKept() const { return m_places.oldest(); }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[places, counts] = *this;
        state(places);
        state.fixed(counts);
    }

private:
    RingPlaces m_places;
    std::vector<std::int32_t> m_counts;
};

class TimeCounts
{
public:
    explicit TimeCounts(std::int64_t minutesKept = kMinutesKept);

    // `n` may be negative, to take back what was added before.
    void add(std::int64_t second, std::int32_t n)
    {
        m_seconds.add(second, n);
        m_minutes.add(ceilDivide(second, kMinuteSeconds), n);
        m_total += n;
    }
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
    static constexpr std::int64_t kMinuteSeconds = 60;

    CountRing m_seconds;
    CountRing m_minutes;
    std::int64_t m_total = 0;
};

} // namespace ingest::metrics

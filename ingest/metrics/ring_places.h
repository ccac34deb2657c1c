// SPDX-License-Identifier: GPL-3.0-or-later
// Where the buckets of a ring lie: counted back from the newest, since a division to find out takes
// longer than all else that is done with one. Owned by its ring; not thread-safe.
#pragma once

#include "ingest/metrics/floor_division.h"

#include <cstddef>
#include <cstdint>

namespace ingest::metrics {

class RingPlaces
{
public:
    // Buckets are numbered; the last `kept` of them are in the ring.
    explicit RingPlaces(std::int64_t kept) : m_kept(kept), m_place(placeOf(m_newest)) {}

    [[nodiscard]] std::int64_t newest() const { return m_newest; } // kNoBucket: none
    [[nodiscard]] std::int64_t oldest() const { return m_newest - m_kept + 1; }
    [[nodiscard]] std::int64_t kept() const { return m_kept; }
    [[nodiscard]] bool holds(std::int64_t bucket) const
    {
        return static_cast<std::uint64_t>(m_newest - bucket) < static_cast<std::uint64_t>(m_kept);
    }
    // The place of a bucket it holds: below `kept`.
    [[nodiscard]] std::size_t operator[](std::int64_t bucket) const
    {
        const std::int64_t place = m_place - (m_newest - bucket);
        return static_cast<std::size_t>(place < 0 ? place + m_kept : place);
    }

    void advanceTo(std::int64_t bucket)
    {
        if (bucket <= m_newest)
            return;
        m_newest = bucket;
        m_place = placeOf(bucket);
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[kept, newest, place] = *this;
        state(newest);
        if constexpr (Archive::kReading) {
            state.require(newest == kNoBucket || isSecond(newest), "a time out of range");
            place = placeOf(newest);
        }
    }

private:
    [[nodiscard]] std::int64_t placeOf(std::int64_t bucket) const
    {
        return bucket - floorDivide(bucket, m_kept) * m_kept;
    }

    std::int64_t m_kept;
    std::int64_t m_newest = kNoBucket;
    std::int64_t m_place;
};

} // namespace ingest::metrics

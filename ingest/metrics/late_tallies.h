// SPDX-License-Identifier: GPL-3.0-or-later
// Tallies of buckets that have closed already, added up by bucket and key until somebody looks or
// time goes on. Where queues are full every event is such a one, and entering each by itself into
// every window costs several times as much. Keeps its memory, so that a warm one allocates nothing.
// Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/tally_table.h"
#include "ingest/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ingest::metrics {

template <class Quantity>
class LateTallies
{
public:
    // What is late is so by a few seconds, or comes in any order: then most of it finds no room.
    static constexpr std::size_t kMostBuckets = 4;
    static constexpr std::size_t kMostKeys = 4'096; // of a bucket

    // False where there is no room: the caller has to do without.
    bool add(Second bucket, std::uint32_t key, const Quantity &quantity)
    {
        Waiting *const waiting = of(bucket);
        if (waiting == nullptr || waiting->table.tallies().size() >= kMostKeys)
            return false;
        waiting->table.add(key, quantity);
        return true;
    }

    [[nodiscard]] bool empty() const { return m_used == 0; }

    // Hands everything over, visit(bucket, tallies), in the order in which the buckets came.
    template <class Visit>
    void release(Visit visit)
    {
        for (std::size_t i = 0; i < m_used; ++i) {
            visit(m_waiting[i].bucket, m_waiting[i].table.tallies());
            m_waiting[i].table.clear();
        }
        m_used = 0;
    }

private:
    struct Waiting
    {
        Second bucket{};
        TallyTable<Quantity> table;
    };

    Waiting *of(Second bucket)
    {
        for (std::size_t i = 0; i < m_used; ++i)
            if (m_waiting[i].bucket == bucket)
                return &m_waiting[i];
        if (m_used == m_waiting.size())
            return nullptr;
        m_waiting[m_used].bucket = bucket;
        return &m_waiting[m_used++];
    }

    std::array<Waiting, kMostBuckets> m_waiting;
    std::size_t m_used = 0;
};

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
// Puts events of one journey and one second side by side, so that what the journey comes to is
// found out once for all of them. Its memory is of fixed size. Owned by the funnels; not
// thread-safe.
#pragma once

#include "ingest/metrics/due_events.h"
#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/step_mask.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

namespace ingest::metrics {

class DueGroups
{
public:
    static constexpr std::size_t kMostEvents = DueEvents::kTogether;
    // Of one group: what a journey may hold of equal events at one instant.
    static constexpr std::size_t kMostTogether = kMaxFunnelSteps;

    // At most kMostEvents. Depends on nothing but their order; a journey may have several groups,
    // and keeps the order of its own events through all of them.
    void arrange(std::span<const DueEvent> events)
    {
        assert(events.size() <= kMostEvents);
        m_size = 0;
        m_groupAt.fill(kNoGroup);
        for (std::size_t i = 0; i < events.size(); ++i)
            m_groupOf[i] = groupOf(events[i]);
        m_begins[0] = 0;
        for (std::size_t group = 0; group < m_size; ++group)
            m_begins[group + 1] = static_cast<Index>(m_begins[group] + m_counts[group]);
        std::copy_n(m_begins.begin(), m_size, m_counts.begin()); // where the next one goes
        for (std::size_t i = 0; i < events.size(); ++i)
            m_events[m_counts[m_groupOf[i]]++] = events[i];
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    // All of one key and within one second, at least one, in the order they came. In the order of
    // their first ones.
    [[nodiscard]] std::span<const DueEvent> operator[](std::size_t group) const
    {
        return std::span(m_events).subspan(m_begins[group], m_begins[group + 1] - m_begins[group]);
    }

private:
    using Index = std::uint16_t;
    static constexpr Index kNoGroup = 0xffff;
    static constexpr std::size_t kPlaces = 2 * kMostEvents;

    // Keys are seeded hashes: nobody outside can choose them. Two of one place part each other's.
    Index groupOf(const DueEvent &event)
    {
        const std::int64_t second = ceilDivide(event.time, kNanosecondsASecond);
        Index &group = m_groupAt[event.key % kPlaces];
        if (group == kNoGroup || m_keys[group] != event.key || m_seconds[group] != second ||
            m_counts[group] == kMostTogether) {
            group = static_cast<Index>(m_size++);
            m_keys[group] = event.key;
            m_seconds[group] = second;
            m_counts[group] = 0;
        }
        ++m_counts[group];
        return group;
    }

    std::size_t m_size = 0;
    std::array<Index, kPlaces> m_groupAt{};
    std::array<Index, kMostEvents> m_groupOf{};      // by event
    std::array<std::uint64_t, kMostEvents> m_keys{}; // by group, like all below
    std::array<std::int64_t, kMostEvents> m_seconds{};
    std::array<Index, kMostEvents> m_counts{};
    std::array<Index, kMostEvents + 1> m_begins{};
    std::array<DueEvent, kMostEvents> m_events{};
};

} // namespace ingest::metrics

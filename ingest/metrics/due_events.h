// SPDX-License-Identifier: GPL-3.0-or-later
// Events ahead of asOf wait here, by the second, until they are due. Owned by the engine; not
// thread-safe.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

struct DueEvent
{
    std::uint64_t key;
    std::int64_t time;
    std::uint32_t match;
};

class DueEvents
{
public:
    // An event is at most 10 s ahead of its arrival, and engine time at most 1 s ahead of asOf.
    static constexpr std::int64_t kMostAhead = 12;
    static constexpr std::size_t kMostEvents = 2'000'000; // 48 MB

    // False where no more may wait. `second` is in (asOf, asOf + kMostAhead].
    bool add(std::int64_t second, const DueEvent &event)
    {
        if (m_size >= kMostEvents)
            return false;
        std::vector<DueEvent> &events = of(second);
        if (events.capacity() == 0 && m_spares > 0)
            events.swap(m_spare[--m_spares]);
        events.push_back(event);
        ++m_size;
        return true;
    }

    // What is due in (second - 1, second], in order of arrival.
    [[nodiscard]] std::span<const DueEvent> due(std::int64_t second) { return of(second); }
    void clear(std::int64_t second)
    {
        std::vector<DueEvent> &events = of(second);
        m_size -= events.size();
        events.clear();
        if (events.capacity() > kUsual) // room is kept for the usual, not for a flood
            events.shrink_to_fit();
        else if (events.capacity() > 0 && m_spares < m_spare.size())
            events.swap(m_spare[m_spares++]);
    }
    [[nodiscard]] bool empty() const { return m_size == 0; }

    // The greatest number of a match that waits; 0 where none does.
    [[nodiscard]] std::uint32_t greatestMatch() const
    {
        std::uint32_t greatest = 0;
        for (const std::vector<DueEvent> &events : m_seconds)
            for (const DueEvent &event : events)
                greatest = std::max(greatest, event.match);
        return greatest;
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[seconds, spare, spares, size] = *this; // spare: room alone
        state(seconds);
        size = 0;
        for (const std::vector<DueEvent> &events : seconds)
            size += events.size();
    }

private:
    std::vector<DueEvent> &of(std::int64_t second)
    {
        return m_seconds[static_cast<std::uint64_t>(second) % m_seconds.size()];
    }

    static constexpr std::size_t kUsual = std::size_t{1} << 18;

    std::array<std::vector<DueEvent>, 16> m_seconds;
    // The room of seconds past, for those to come: few are waited for at once.
    std::array<std::vector<DueEvent>, 16> m_spare;
    std::size_t m_spares = 0;
    std::size_t m_size = 0;
};

} // namespace ingest::metrics

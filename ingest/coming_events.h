// SPDX-License-Identifier: GPL-3.0-or-later
// Events that are decoded and not yet counted, oldest first: while they wait, the memory that
// counting them will read comes near. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/source_ledger.h"
#include "ingest/wire/event.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace ingest {

struct ComingEvent
{
    const wire::Event *event = nullptr;
    metrics::Identity identity;
    std::optional<std::uint64_t> journey; // hash of the journey key
};

class ComingEvents
{
public:
    // So many are asked for, and counted, one right after the other: a processor looks up the
    // addresses of several at once, but goes on only when it has looked up each.
    static constexpr std::size_t kBatch = wire::kEventsLast / 2;

    [[nodiscard]] bool empty() const { return m_size == 0; }
    // As many as the decoder keeps: a batch has to go before another one is decoded.
    [[nodiscard]] bool full() const { return m_size == m_events.size(); }

    // The next one, to be filled: it holds an earlier event.
    ComingEvent &add() { return m_events[m_size++]; }

    // Those whose memory has not been asked for yet; asked() says that it now is.
    [[nodiscard]] std::span<const ComingEvent> newest() const
    {
        return std::span(m_events).subspan(m_asked, m_size - m_asked);
    }
    void asked() { m_asked = m_size; }
    [[nodiscard]] std::span<const ComingEvent> oldest(std::size_t count) const
    {
        return std::span(m_events).first(count);
    }
    [[nodiscard]] std::size_t size() const { return m_size; }

    // The oldest have been counted, all others asked for.
    void drop(std::size_t count)
    {
        std::copy(m_events.begin() + static_cast<std::ptrdiff_t>(count),
                  m_events.begin() + static_cast<std::ptrdiff_t>(m_size), m_events.begin());
        m_size -= count;
        m_asked = m_size;
    }

private:
    std::array<ComingEvent, wire::kEventsLast> m_events;
    std::size_t m_size = 0;
    std::size_t m_asked = 0;
};

} // namespace ingest

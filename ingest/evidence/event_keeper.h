// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the recent accepted events within a budget of bytes, failing ones longest: one copy into a
// ring of chunks per event. Owned by the engine; not thread-safe, but what it hands over may be
// read by any thread.
#pragma once

#include "ingest/evidence/kept_events.h"
#include "ingest/wire/event.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

namespace ingest::evidence {

class EventKeeper
{
public:
    // Nothing is kept where the budget is below 256 KiB.
    explicit EventKeeper(std::size_t budgetBytes);

    // `time`: what it counts at. `category`: ordinal, where the event is a failing one.
    void keep(const wire::Event &event, Timestamp time, std::optional<std::uint64_t> journey,
              std::uint32_t category);

    [[nodiscard]] std::shared_ptr<const KeptEvents> view() const;

    // How many there were, both ways; see StateWriter. The events themselves are left out: a
    // quarter of a gigabyte that a recording holds anyway. Who restores finds none until new ones
    // arrive; their numbers go on, so that older ones can be put before them.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[mostChunks, pool, failures, others, offered, gone] = *this;
        state(offered);
    }

private:
    using Ring = std::deque<std::shared_ptr<KeptChunk>>; // oldest first

    KeptChunk &open(Ring &ring);
    void makeRoom();

    std::size_t m_mostChunks;
    std::shared_ptr<BufferPool> m_pool;
    Ring m_failures;
    Ring m_others;
    std::uint64_t m_offered = 0;
    Timestamp m_gone = Timestamp::min(); // the latest time of an event let go of
};

} // namespace ingest::evidence

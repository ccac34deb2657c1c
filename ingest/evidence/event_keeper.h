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

    // The same of an event from before the state this was restored from, in the order they came.
    // In no view until endEarlier(); what came since goes before them where room is short.
    void keepEarlier(const wire::Event &event, Timestamp time, std::optional<std::uint64_t> journey,
                     std::uint32_t category);
    // That were all of them, up to that state: they get the numbers they had.
    void endEarlier();

    [[nodiscard]] std::shared_ptr<const KeptEvents> view() const;

    // How many there were, both ways; see StateWriter. The events themselves are left out: a
    // quarter of a gigabyte that a recording holds anyway. Who restores finds none until new ones
    // arrive; their numbers go on, so that earlier ones can be put before them.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[mostChunks, mostBytes, pool, failures, others, offered, before, earlier, gone] =
            *this;
        state(offered);
        if constexpr (Archive::kReading)
            before = offered;
    }

private:
    struct Ring
    {
        std::deque<std::shared_ptr<KeptChunk>> chunks; // oldest first
        std::size_t earlier = 0;                       // of them: in no view yet

        // Where the next event goes, as it comes or from earlier; null where none is begun.
        [[nodiscard]] KeptChunk *open(bool forEarlier) const
        {
            if (forEarlier)
                return earlier > 0 ? chunks[earlier - 1].get() : nullptr;
            return chunks.size() > earlier ? chunks.back().get() : nullptr;
        }
    };

    void put(const wire::Event &event, const KeptAs &as, bool earlier);
    void putInNew(Ring &ring, const wire::Event &event, const KeptAs &as, bool earlier);
    [[nodiscard]] bool makeRoom(const Ring &ring, bool earlier);

    std::size_t m_mostChunks;
    std::size_t m_mostBytes; // of a text
    std::shared_ptr<BufferPool> m_pool;
    Ring m_failures;
    Ring m_others;
    std::uint64_t m_offered = 0;
    std::uint64_t m_before = 0;          // of them: up to the state this was restored from
    std::uint64_t m_earlier = 0;         // given to keepEarlier()
    Timestamp m_gone = Timestamp::min(); // the latest time of an event let go of
};

} // namespace ingest::evidence

// SPDX-License-Identifier: GPL-3.0-or-later
// The recent events that are still there, as they were at one snapshot: immutable, any thread.
// It keeps nothing alive: what the engine has let go of since is gone from here too, so that a
// paused view costs no memory.
#pragma once

#include "ingest/evidence/kept_chunk.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace ingest::evidence {

// One kept event; holds on to its chunk.
struct KeptEvent
{
    std::shared_ptr<const KeptChunk> chunk;
    KeptRecord record;
    [[nodiscard]] std::string_view type() const { return chunk->type(record); }
    [[nodiscard]] std::string_view source() const { return chunk->source(record); }
    [[nodiscard]] std::string_view text() const { return chunk->text(record); }
};

class KeptEvents
{
public:
    struct Part
    {
        std::weak_ptr<const KeptChunk> chunk;
        std::size_t size = 0; // records handed over
        Timestamp latest{};   // of their times
    };

    KeptEvents() = default;
    // `gone`: the latest time of an event that is no longer kept.
    KeptEvents(std::vector<Part> parts, std::uint64_t offered, Timestamp gone)
        : m_parts(std::move(parts)), m_offered(offered), m_gone(gone)
    {
    }

    // Calls visit(chunk, record) for each, in no order that may show in a result.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const Part &part : m_parts)
            if (const auto chunk = part.chunk.lock())
                for (std::size_t i = 0; i < part.size; ++i)
                    visit(chunk, chunk->record(i));
    }

    // The same for those numbered above `since`, the newest of each chunk first.
    template <class Visit>
    void forEachSince(std::uint64_t since, Visit visit) const
    {
        for (const Part &part : m_parts)
            if (const auto chunk = part.chunk.lock())
                for (std::size_t i = part.size; i-- > 0;) {
                    const KeptRecord record = chunk->record(i);
                    if (record.number <= since)
                        break;
                    visit(chunk, record);
                }
    }

    // Accepted events ever, kept or not; the number of the newest.
    [[nodiscard]] std::uint64_t offered() const { return m_offered; }
    [[nodiscard]] std::size_t size() const; // still there
    // Of what counts at this time or before, some may be gone; failing events are kept longest, so
    // that shares of them are only those of what counts later. Timestamp::min() where all are kept.
    [[nodiscard]] Timestamp wholeSince() const;

private:
    std::vector<Part> m_parts;
    std::uint64_t m_offered = 0;
    Timestamp m_gone = Timestamp::min();
};

} // namespace ingest::evidence

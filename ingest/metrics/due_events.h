// SPDX-License-Identifier: GPL-3.0-or-later
// Events ahead of asOf wait here, by the second, until they are due: in chunks that go from one
// second to the next, so that a warm one neither allocates nor copies, however many come. Owned by
// the engine; not thread-safe.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <utility>
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
    static constexpr std::size_t kTogether = 4'096;       // a chunk
    static constexpr std::size_t kMostEvents = 2'000'000; // 48 MB

    // False where no more may wait. `second` is in (asOf, asOf + kMostAhead].
    bool add(std::int64_t second, const DueEvent &event)
    {
        if (m_size >= kMostEvents)
            return false;
        append(of(second), event);
        return true;
    }

    // Hands over what is due in (second - 1, second]: visit(events), at most kTogether at once, in
    // order of arrival.
    template <class Visit>
    void release(std::int64_t second, Visit visit)
    {
        Waiting &waiting = of(second);
        waiting.forEachChunk(visit);
        const std::size_t came = waiting.chunks.size();
        m_size -= waiting.size();
        std::ranges::move(waiting.chunks, std::back_inserter(m_spare));
        waiting.clear();
        // Room is kept for as many as came in this second, or usually do, not for a flood before.
        const std::size_t kept = std::min(std::max(came, kUsual), kMost - chunksInUse());
        if (m_spare.size() > kept)
            m_spare.resize(kept);
    }
    [[nodiscard]] bool empty() const { return m_size == 0; }

    // The greatest number of a match that waits; 0 where none does.
    [[nodiscard]] std::uint32_t greatestMatch() const
    {
        std::uint32_t greatest = 0;
        for (const Waiting &waiting : m_seconds)
            waiting.forEachChunk([&](std::span<const DueEvent> events) {
                for (const DueEvent &event : events)
                    greatest = std::max(greatest, event.match);
            });
        return greatest;
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        if constexpr (Archive::kReading)
            *this = DueEvents();
        auto &[seconds, spare, size] = *this; // spare: room alone; size: a count
        for (Waiting &waiting : seconds) {
            if constexpr (Archive::kReading)
                for (std::size_t left = state.size(); left > 0; --left) {
                    DueEvent event{};
                    state(event);
                    append(waiting, event);
                }
            else {
                state.size(waiting.size());
                waiting.forEachChunk([&](std::span<const DueEvent> events) {
                    for (const DueEvent &event : events)
                        state(event);
                });
            }
        }
    }

private:
    using Chunk = std::array<DueEvent, kTogether>;
    static constexpr std::size_t kUsual = 64; // chunks
    // Where every second has a chunk that is not full.
    static constexpr std::size_t kMost = kMostEvents / kTogether + 17;

    // Of one second. All chunks but the last are full.
    struct Waiting
    {
        std::vector<std::unique_ptr<Chunk>> chunks;
        DueEvent *next = nullptr;
        DueEvent *end = nullptr; // of the last chunk

        [[nodiscard]] std::size_t size() const
        {
            return chunks.size() * kTogether - static_cast<std::size_t>(end - next);
        }
        // visit(events), in the order they came.
        template <class Visit>
        void forEachChunk(Visit visit) const
        {
            std::size_t left = size();
            for (const std::unique_ptr<Chunk> &chunk : chunks) {
                const std::size_t some = std::min(left, kTogether);
                visit(std::span<const DueEvent>(*chunk).first(some));
                left -= some;
            }
        }
        void clear()
        {
            chunks.clear();
            next = end = nullptr;
        }
    };

    Waiting &of(std::int64_t second)
    {
        return m_seconds[static_cast<std::uint64_t>(second) % m_seconds.size()];
    }
    [[nodiscard]] std::size_t chunksInUse() const
    {
        std::size_t count = 0;
        for (const Waiting &waiting : m_seconds)
            count += waiting.chunks.size();
        return count;
    }
    void append(Waiting &waiting, const DueEvent &event)
    {
        if (waiting.next == waiting.end)
            addChunk(waiting);
        *waiting.next++ = event;
        ++m_size;
    }
    [[gnu::noinline]] void addChunk(Waiting &waiting)
    {
        if (m_spare.empty())
            m_spare.push_back(std::make_unique_for_overwrite<Chunk>());
        waiting.chunks.push_back(std::move(m_spare.back()));
        m_spare.pop_back();
        waiting.next = waiting.chunks.back()->data();
        waiting.end = waiting.next + kTogether;
    }

    std::array<Waiting, 16> m_seconds;
    std::vector<std::unique_ptr<Chunk>> m_spare;
    std::size_t m_size = 0;
};

} // namespace ingest::metrics

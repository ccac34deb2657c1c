// SPDX-License-Identifier: GPL-3.0-or-later
// Counters over every window, any number of them: the sums are always at hand, and what leaves a
// window is taken off. The windows up to 1 h begin at the whole 10 s at or before their start, 24 h
// at the whole minute. Counts may be taken back. Nothing is allocated per count once warm. Owned by
// the engine; not thread-safe.
#pragma once

#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/ring_places.h"
#include "ingest/window.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

namespace ingest::metrics {

class RunningCounts
{
public:
    static constexpr std::uint32_t kMostCells = 1u << 20;

    explicit RunningCounts(std::uint32_t cells = 0);

    // Counters 0 to cells - 1, at most kMostCells; never fewer than before.
    void resize(std::uint32_t cells);
    // `n` is 1, or -1 to take back. `second` is at most the last advance, and there was one.
    void add(std::uint32_t cell, std::int64_t second, std::int32_t n);
    void advanceTo(std::int64_t second);

    // By counter, what is in (from, to]: whole minutes of the last day.
    [[nodiscard]] std::map<std::uint32_t, std::int64_t> between(std::int64_t from,
                                                                std::int64_t to) const;
    [[nodiscard]] const std::vector<std::uint32_t> &counts(Window window) const
    {
        return m_counts[static_cast<std::size_t>(window)];
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[tens, minutes, starts, counts, chunks, freeChunk, sums, met] = *this;
        state(tens.places, minutes.places, starts);
        if constexpr (Archive::kReading) {
            const auto isBucket = [](std::int64_t at) { return at == kNoBucket || isSecond(at); };
            state.require(std::ranges::all_of(starts, isBucket), "a time out of range");
        }
        for (auto &cells : counts)
            state.fixed(cells);
        if constexpr (Archive::kReading) {
            chunks.clear();
            freeChunk = kNoChunk;
        }
        for (Ring *ring : {&tens, &minutes})
            for (Bucket &bucket : ring->buckets)
                archive(state, bucket);
    }

private:
    // What was added to one bucket, as a list of changes in chunks of a common pool.
    struct Bucket
    {
        std::uint32_t head;
        std::uint32_t changes = 0;
        std::uint32_t compactAt = 0;
    };
    struct Chunk
    {
        std::uint32_t next;
        std::uint32_t used;
        std::array<std::uint32_t, 30> changes; // packed: which counter, how many
    };
    struct Ring
    {
        explicit Ring(std::int64_t kept);
        RingPlaces places;
        std::vector<Bucket> buckets;
    };

    static constexpr std::uint32_t kNoChunk = 0xffffffffu;

    // The changes as they came.
    template <class Archive>
    void archive(Archive &state, Bucket &bucket)
    {
        auto &[head, changes, compactAt] = bucket;
        std::uint32_t threshold = compactAt;
        state(threshold);
        if constexpr (Archive::kReading) {
            bucket = {kNoChunk, 0, std::numeric_limits<std::uint32_t>::max()};
            for (std::size_t left = state.size(); left > 0 && state.ok(); --left) {
                std::uint32_t change = 0;
                state(change);
                if (!state.require(change >> 12 < m_counts[0].size(), "a counter too many"))
                    return;
                append(bucket, change);
            }
            compactAt = threshold;
        } else {
            state.size(changes);
            std::vector<std::uint32_t> places; // the last chunk comes first
            for (std::uint32_t at = head; at != kNoChunk; at = m_chunks[at].next)
                places.push_back(at);
            for (; !places.empty(); places.pop_back())
                for (std::uint32_t i = 0; i < m_chunks[places.back()].used; ++i)
                    state(m_chunks[places.back()].changes[i]);
        }
    }

    void append(Ring &ring, std::int64_t at, std::uint32_t change);
    void append(Bucket &bucket, std::uint32_t change);
    void compact(Bucket &bucket);
    void release(Bucket &bucket);
    void leave(std::size_t window, const Bucket &bucket);
    void moveStart(std::size_t window, std::int64_t second);
    void move(Ring &ring, std::int64_t bucket);

    static constexpr std::int64_t kTen = 10; // seconds
    static constexpr std::int64_t kSixty = 60;
    static constexpr std::size_t kDay = static_cast<std::size_t>(Window::oneDay);
    Ring m_tens;
    Ring m_minutes;
    std::array<std::int64_t, kWindows.size()> m_starts{}; // the last bucket before each window
    std::array<std::vector<std::uint32_t>, kWindows.size()> m_counts;
    std::vector<Chunk> m_chunks;
    std::uint32_t m_freeChunk;
    // Of one compaction: by counter, and which of them; all 0 between two.
    std::vector<std::int32_t> m_sums;
    std::vector<std::uint32_t> m_met;
};

} // namespace ingest::metrics

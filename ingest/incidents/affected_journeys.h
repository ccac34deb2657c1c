// SPDX-License-Identifier: GPL-3.0-or-later
// The journeys that met a failure, what they were worth and whether they completed all the same:
// measured, never assumed. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/latest_times.h"
#include "ingest/metrics/probed_slots.h"
#include "ingest/snapshot_cost.h"
#include "ingest/time.h"
#include "ingest/wire/event.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

namespace ingest::incidents {

// What failed: a category by its ordinal, or a ratio by its place in the configuration.
struct Subject
{
    std::uint32_t id = 0;
    static Subject category(std::uint32_t ordinal) { return {2 * ordinal}; }
    static Subject ratio(std::size_t signal)
    {
        return {2 * static_cast<std::uint32_t>(signal) + 1};
    }
    bool operator==(const Subject &) const = default;
};

class AffectedJourneys
{
public:
    // Pairs of subject and journey followed at once; beyond it those that failed longest ago are
    // let go. 48 bytes each.
    static constexpr std::size_t kMostPairs = std::size_t{1} << 16;
    static constexpr std::size_t kMostCompletions = std::size_t{1} << 20;

    // `seed` decides places alone, so that nobody outside can choose journeys that crowd together.
    explicit AffectedJourneys(std::uint64_t seed, std::size_t mostPairs = kMostPairs)
        : m_seed(seed), m_mostPairs(mostPairs), m_completions(seed)
    {
    }

    // The journey met a failure. It is worth the amount of its latest failure of the last day that
    // names one. Counted a few failures later, or when somebody asks: by then the memory it takes
    // is near.
    void fail(Subject subject, std::uint64_t journey, Second at,
              const std::optional<wire::Money> &worth);
    void complete(std::uint64_t journey, Second at);
    // Lets go of the pairs that failed longest ago: a day later nobody knows who completed.
    void advanceTo(Second asOf);

    // Of the journeys whose latest failure lies in (from, to]. Who has not completed `maturing`
    // after it is lost.
    [[nodiscard]] Cost cost(Subject subject, Second from, Second to, Second asOf, Seconds maturing);
    // The same for all categories with ordinals below `categories`, in one pass.
    [[nodiscard]] std::vector<Cost> categoryCosts(std::size_t categories, Second from, Second asOf,
                                                  Seconds maturing);

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[seed, mostPairs, waiting, waitingSize, slots, size, times, letGoUntil, first,
               completions, swept, hour] = *this;
        if constexpr (Archive::kReading)
            waitingSize = 0;
        else
            countWaiting();
        state(size, letGoUntil, first, completions, swept, hour);
        if constexpr (Archive::kReading) {
            const std::uint64_t places = state.number();
            if (!state.require((places == 0 || std::has_single_bit(places)) &&
                                   places <= kMostPairs * 4 && size * 2 <= places,
                               "a table of an impossible size"))
                return;
            slots = metrics::ProbedSlots<Pair>(places);
            for (std::size_t left = size; left > 0 && state.ok(); --left) {
                Pair pair;
                state(pair);
                if (!state.require(!pair.isFree() && slotOf(pair.key).isFree(), "a journey twice"))
                    return;
                slotOf(pair.key) = pair;
            }
        } else {
            state.size(slots.size());
            slots.forEachInTurn([&state](const Pair &pair) { state(pair); });
        }
    }

private:
    static constexpr std::size_t kBatch = 8;

    class Sum;

    struct Failure
    {
        std::uint64_t key = 0;
        std::uint64_t journey = 0;
        Second at{};
        std::optional<wire::Money> worth;
        Subject subject;
    };

    struct Pair
    {
        std::uint64_t key = 0; // of subject and journey; 0: free
        std::uint64_t journey = 0;
        Second latest{};
        Second pricedAt = Second::min(); // min: unpriced
        std::int64_t minor = 0;
        wire::CurrencyCode currency;
        Subject subject;

        [[nodiscard]] bool isFree() const { return key == 0; }
    };

    void addTo(Sum &sum, const Pair &pair, Second asOf, Seconds maturing) const;
    void countBatch();
    void countWaiting();
    void count(const Failure &failure);
    void prefetch(std::uint64_t key) const;
    [[nodiscard]] std::uint64_t hashOf(std::uint64_t key) const;
    [[nodiscard]] Pair &slotOf(std::uint64_t key);
    void grow(std::size_t slots);
    void letGo();
    void forgetUntil(Second horizon);
    // There was one since, and nobody follows it any more.
    [[nodiscard]] bool boundedFrom(Second from) const;

    std::uint64_t m_seed;
    std::size_t m_mostPairs;
    // Two batches: the memory of the first has been asked for.
    std::array<Failure, 2 * kBatch> m_waiting;
    std::size_t m_waitingSize = 0;
    metrics::ProbedSlots<Pair> m_slots; // at most half full
    std::size_t m_size = 0;
    std::vector<Second> m_times;         // scratch
    Second m_letGoUntil = Second::min(); // pairs whose latest failure was by then are gone
    Second m_first = Second::max();      // the first failure ever
    metrics::LatestTimes m_completions;
    Second m_swept{};
    Second m_hour{}; // of asOf
};

} // namespace ingest::incidents

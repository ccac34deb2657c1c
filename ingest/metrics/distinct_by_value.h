// SPDX-License-Identifier: GPL-3.0-or-later
// Distinct journeys of each of many values (of an attribute, of a category): exact in every rolling
// window up to a cap of (journey, value) pairs, whatever the order of arrival. A pair counts in the
// second it was last seen in, and moves on from there. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/keyed_windows.h"
#include "ingest/metrics/latest_times.h"
#include "ingest/metrics/tally_ring.h"
#include "ingest/metrics/waiting_buckets.h"

namespace ingest::metrics {

class DistinctByValue
{
public:
    DistinctByValue(std::size_t cap, std::uint64_t seed) : m_cap(cap), m_latest(seed) {}

    void add(Second bucket, std::uint32_t value, std::uint64_t journey);
    void advanceTo(Second asOf);

    [[nodiscard]] std::uint64_t count(Window window, std::uint32_t value) const
    {
        return m_ring.windows().total(window, value).minor;
    }
    // False where pairs were left out, or for `all` once pairs were forgotten.
    [[nodiscard]] bool exact(Window window) const;
    [[nodiscard]] const TallyRing<AmountWindows> &ring() const { return m_ring; }

    // All of it, both ways; see StateWriter. Values are numbered below `values`.
    template <class Archive>
    void archive(Archive &state, std::size_t values)
    {
        auto &[cap, started, asOf, swept, latest, capped, forgotten, ahead, ring] = *this;
        state(started, asOf, swept, latest, capped, forgotten, ahead);
        if constexpr (Archive::kReading)
            ahead.forEach([&](const Waiting &waiting) {
                state.require(waiting.value < values, "a value nobody has named");
            });
        ring.archive(state, values);
    }

private:
    struct Waiting
    {
        std::uint64_t pair;
        std::uint32_t value;
    };

    void observe(Second bucket, std::uint32_t value, std::uint64_t pair);

    std::size_t m_cap;
    bool m_started = false;
    Second m_asOf{};
    Second m_swept{};
    LatestTimes m_latest; // of pairs
    bool m_capped = false;
    bool m_forgotten = false;
    WaitingBuckets<Waiting> m_ahead;
    TallyRing<AmountWindows> m_ring; // minor: pairs last seen then
};

} // namespace ingest::metrics

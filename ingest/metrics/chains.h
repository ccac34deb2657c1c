// SPDX-License-Identifier: GPL-3.0-or-later
// What the chains of one journey in one funnel come to: for every row k the latest entry of a chain
// of at least k steps. Fed with the journey's events in order of time, one instant at a time; the
// state is of fixed size, however many events there were. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/step_mask.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>

namespace ingest::metrics {

struct ChainRule
{
    config::StepOrder order = config::StepOrder::ordered;
    std::size_t steps = 1;
    std::int64_t withinNs = 0;
};

inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

// The latest chain of at least k steps; instants in nanoseconds since 1970.
struct ChainRow
{
    std::int64_t entry = kNever;
    std::int64_t reached = kNever; // its k-th step
    std::int64_t stepNs = 0;       // from its step before to its k-th
    bool operator==(const ChainRow &) const = default;
};

// Why the latest entry is enough, with the events in order: a chain of k + 1 steps ends at an event
// that continues a chain of k steps, and of those the one entered last lasts longest. `unordered`
// keeps instead the latest events that can each hold a step of their own (the greedy basis of a
// transversal matroid): how many of them lie at or after t is how many steps the events since t
// can hold.
class Chains
{
public:
    explicit Chains(const ChainRule &rule) { reset(rule); }
    Chains() = default;

    void reset(const ChainRule &rule);
    // Like assignment, but only what the rule makes use of.
    void copy(const ChainRule &rule, const Chains &other);
    // All events of the journey at `time`, which is later than the one before.
    void feed(const ChainRule &rule, std::int64_t time, std::span<const StepMask> group);

    // Row k, counted from 1.
    [[nodiscard]] const ChainRow &row(std::size_t k) const { return m_rows[k]; }
    [[nodiscard]] ChainRow &row(std::size_t k) { return m_rows[k]; }
    [[nodiscard]] std::int64_t firstEntry() const { return m_firstEntry; }
    // unordered: the latest instant such that the events since then hold k steps; or kNever.
    [[nodiscard]] std::int64_t latestWithSteps(std::size_t k) const
    {
        return k <= m_held ? m_basis[k - 1].time : kNever;
    }
    // When a chain was complete for the first time.
    [[nodiscard]] std::int64_t firstConversion() const { return m_firstConversion; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[firstEntry, firstConversion, previous, held, rows, open, basis] = *this;
        state(firstEntry, firstConversion, previous, held, rows, open, basis);
        if constexpr (Archive::kReading)
            state.require(held <= basis.size() && haveInstants(), "more steps than there are");
    }

private:
    [[nodiscard]] bool haveInstants() const
    {
        const auto is = [](std::int64_t at) { return at == kNever || isInstant(at); };
        return is(m_firstEntry) && is(m_firstConversion) && is(m_previous) &&
               std::ranges::all_of(m_open, is) && std::ranges::all_of(m_basis, is, &Held::time) &&
               std::ranges::all_of(
                   m_rows, [is](const ChainRow &row) { return is(row.entry) && is(row.reached); });
    }

    struct Held
    {
        std::int64_t time;
        StepMask mask;
    };

    void feedOrderedOne(const ChainRule &rule, std::int64_t time, StepMask mask);
    void feedOrdered(const ChainRule &rule, std::int64_t time, std::span<const StepMask> group);
    void feedStrict(const ChainRule &rule, std::int64_t time, std::span<const StepMask> group);
    void feedUnordered(const ChainRule &rule, std::int64_t time, std::span<const StepMask> group);

    std::int64_t m_firstEntry = kNever;
    std::int64_t m_firstConversion = kNever;
    std::int64_t m_previous = kNever; // strict: the instant fed last
    std::size_t m_held = 0;
    std::array<ChainRow, kMaxFunnelSteps + 1> m_rows{};
    // strict: [k] is the latest entry of a chain whose k-th step was the very last event.
    std::array<std::int64_t, kMaxFunnelSteps + 1> m_open{};
    std::array<Held, kMaxFunnelSteps> m_basis{}; // unordered: latest first
};

} // namespace ingest::metrics

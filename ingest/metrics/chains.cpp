// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/chains.h"

#include "ingest/metrics/step_matching.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

bool alive(std::int64_t entry, std::int64_t time, const ChainRule &rule)
{
    return entry != kNever && time - entry <= rule.withinNs;
}

} // namespace

void Chains::reset(const ChainRule &rule)
{
    m_firstEntry = kNever;
    m_firstConversion = kNever;
    m_previous = kNever;
    m_held = 0;
    std::fill_n(m_rows.begin(), rule.steps + 1, ChainRow{});
    if (rule.order == config::StepOrder::strict)
        std::fill_n(m_open.begin(), rule.steps + 1, kNever);
}

void Chains::copy(const ChainRule &rule, const Chains &other)
{
    m_firstEntry = other.m_firstEntry;
    m_firstConversion = other.m_firstConversion;
    m_previous = other.m_previous;
    m_held = other.m_held;
    std::copy_n(other.m_rows.begin(), rule.steps + 1, m_rows.begin());
    if (rule.order == config::StepOrder::strict)
        std::copy_n(other.m_open.begin(), rule.steps + 1, m_open.begin());
    std::copy_n(other.m_basis.begin(), m_held, m_basis.begin());
}

void Chains::feed(const ChainRule &rule, std::int64_t time, std::span<const StepMask> group)
{
    if (m_firstEntry == kNever) {
        const StepMask starts = rule.order == config::StepOrder::unordered ? ~StepMask{0} : 1;
        if (std::ranges::any_of(group, [=](StepMask mask) { return (mask & starts) != 0; }))
            m_firstEntry = time;
    }
    switch (rule.order) {
    case config::StepOrder::ordered:
        if (group.size() == 1)
            feedOrderedOne(rule, time, group[0]);
        else
            feedOrdered(rule, time, group);
        break;
    case config::StepOrder::strict:
        feedStrict(rule, time, group);
        break;
    case config::StepOrder::unordered:
        feedUnordered(rule, time, group);
        break;
    }
    if (m_firstConversion == kNever && m_rows[rule.steps].entry != kNever)
        m_firstConversion = m_rows[rule.steps].reached;
}

void Chains::feedOrderedOne(const ChainRule &rule, std::int64_t time, StepMask mask)
{
    // Downwards, so that one event advances a chain by one step.
    for (std::size_t k = rule.steps - 1; k >= 1; --k) {
        const ChainRow &before = m_rows[k];
        if ((mask >> k & 1) != 0 && before.entry > m_rows[k + 1].entry &&
            alive(before.entry, time, rule))
            m_rows[k + 1] = {before.entry, time, time - before.reached};
    }
    if ((mask & 1) != 0)
        m_rows[1] = {time, time, 0};
}

void Chains::feedOrdered(const ChainRule &rule, std::int64_t time, std::span<const StepMask> group)
{
    const auto before = m_rows;
    // Of equal entries the one that is further along is the chain as it stands; it comes first.
    for (std::size_t j = rule.steps; j-- > 0;) {
        const std::int64_t entry = j == 0 ? time : before[j].entry;
        if (!alive(entry, time, rule))
            continue;
        const std::size_t last = j + consecutiveSteps(group, j, rule.steps);
        for (std::size_t k = j + 1; k <= last; ++k)
            if (entry > m_rows[k].entry)
                m_rows[k] = {entry, time, k == j + 1 && j > 0 ? time - before[j].reached : 0};
    }
}

void Chains::feedStrict(const ChainRule &rule, std::int64_t time, std::span<const StepMask> group)
{
    const auto before = m_open;
    std::fill_n(m_open.begin(), rule.steps + 1, kNever);
    for (std::size_t j = rule.steps; j-- > 0;) {
        const std::int64_t entry = j == 0 ? time : before[j];
        if (!alive(entry, time, rule))
            continue;
        const std::size_t given = consecutiveSteps(group, j, rule.steps);
        for (std::size_t k = j + 1; k <= j + given; ++k)
            if (entry > m_rows[k].entry)
                m_rows[k] = {entry, time, k == j + 1 && j > 0 ? time - m_previous : 0};
        if (j > 0 && given == group.size())
            m_open[j + given] = std::max(m_open[j + given], entry);
    }
    // A chain that starts here leaves behind it whatever it does not use, so it may end this
    // instant after any number of steps.
    const std::size_t given = consecutiveSteps(group, 0, rule.steps);
    for (std::size_t k = 1; k <= given; ++k)
        m_open[k] = time;
    m_previous = time;
}

void Chains::feedUnordered(const ChainRule &rule, std::int64_t time,
                           std::span<const StepMask> group)
{
    const auto before = m_basis;
    const std::size_t held = m_held;
    StepAssignment assignment(rule.steps);
    m_held = 0;
    for (const StepMask mask : group)
        if (m_held < rule.steps && assignment.add(mask))
            m_basis[m_held++] = {time, mask};
    for (std::size_t i = 0; i < held && m_held < rule.steps; ++i)
        if (assignment.add(before[i].mask))
            m_basis[m_held++] = before[i];
    const auto rows = m_rows;
    for (std::size_t k = 1; k <= m_held; ++k) {
        const std::int64_t entry = m_basis[k - 1].time;
        if (!alive(entry, time, rule) || entry <= m_rows[k].entry)
            continue;
        const bool sameChain = k > 1 && rows[k - 1].entry == entry;
        m_rows[k] = {entry, time, sameChain ? time - rows[k - 1].reached : 0};
    }
}

} // namespace ingest::metrics

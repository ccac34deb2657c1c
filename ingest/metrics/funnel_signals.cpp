// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/funnel_signals.h"

#include "ingest/metrics/top_values.h"
#include "ingest/metrics/value_rollups.h"
#include "ingest/metrics/wilson.h"

#include <algorithm>
#include <limits>

namespace ingest::metrics {

namespace {

std::vector<config::SignalConfiguration>
funnelsOf(const std::vector<config::SignalConfiguration> &signals)
{
    std::vector<config::SignalConfiguration> funnels;
    std::ranges::copy_if(signals, std::back_inserter(funnels), [](const auto &signal) {
        return signal.kind == config::SignalKind::funnel;
    });
    return funnels;
}

void addRows(FunnelSnapshot &into, const FunnelSnapshot &from)
{
    if (into.steps.empty()) {
        into.steps = from.steps;
        return;
    }
    for (std::size_t i = 0; i < into.steps.size(); ++i)
        into.steps[i].journeys += from.steps[i].journeys;
}

void putConversion(FunnelSnapshot &funnel)
{
    const std::uint64_t entered = funnel.steps.front().journeys;
    const std::uint64_t converted = std::min(funnel.steps.back().journeys, entered);
    funnel.wilson95 = wilson95(converted, entered);
    if (entered > 0)
        funnel.conversion = static_cast<double>(converted) / static_cast<double>(entered);
}

} // namespace

FunnelSignals::FunnelSignals(const std::vector<config::SignalConfiguration> &signals,
                             const config::Limits &limits, std::uint64_t seed)
    : m_configurations(funnelsOf(signals)), m_funnelOf(signals.size()),
      m_funnels(m_configurations, limits, seed), m_masks(m_configurations.size())
{
    std::size_t funnel = 0;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        if (signals[i].kind != config::SignalKind::funnel)
            continue;
        m_funnelOf[i] = funnel++;
        m_firstAttribute.push_back(m_attributes.size());
        for (const std::string &attribute : signals[i].by)
            m_attributes.emplace_back(attribute, limits.attributeValues, seed);
    }
    m_valueIds.resize(m_attributes.size());
}

void FunnelSignals::record(const Occurrence &occurrence)
{
    if (m_configurations.empty())
        return;
    if (m_matched)
        recordMatched(occurrence);
    else if (occurrence.journey)
        m_funnels.pass(*occurrence.journey, occurrence.time);
}

void FunnelSignals::recordMatched(const Occurrence &occurrence)
{
    if (occurrence.journey) {
        for (std::size_t i = 0; i < m_attributes.size(); ++i) {
            const std::uint32_t value = m_attributes[i].valueOf(occurrence.event);
            m_valueIds[i] = value == AttributeValues::kNone    ? kNoValue
                            : value == AttributeValues::kOther ? Interner::kOther
                                                               : value - 1;
        }
        m_funnels.record(*occurrence.journey, occurrence.time, m_masks, m_valueIds);
    }
    std::ranges::fill(m_masks, 0);
    m_matched = false;
}

FunnelSnapshot FunnelSignals::value(std::size_t signal, const View &view)
{
    return m_funnels.snapshot(m_funnelOf[signal], view.window, view.asOf, view.step);
}

std::vector<Breakdown> FunnelSignals::breakdowns(std::size_t signal, const View &view)
{
    const std::size_t funnel = m_funnelOf[signal];
    std::vector<Breakdown> breakdowns;
    for (std::size_t i = 0; i < m_configurations[funnel].by.size(); ++i) {
        const AttributeValues &values = m_attributes[m_firstAttribute[funnel] + i];
        const auto nameOf = [&values](std::uint32_t value) {
            return value == Interner::kOther ? AttributeValues::kOtherName : values.name(value + 1);
        };
        auto rows = m_funnels.breakdown(funnel, i, view.window, view.asOf,
                                        std::numeric_limits<std::size_t>::max());
        std::ranges::sort(rows, [&](const auto &a, const auto &b) {
            const bool aIsOther = a.value == Interner::kOther;
            const bool bIsOther = b.value == Interner::kOther;
            if (aIsOther != bIsOther)
                return bIsOther;
            const std::uint64_t aCount = a.funnel.steps.front().journeys;
            const std::uint64_t bCount = b.funnel.steps.front().journeys;
            return aCount != bCount ? aCount > bCount : nameOf(a.value) < nameOf(b.value);
        });
        Breakdown breakdown{values.attribute(), {}};
        FunnelSnapshot rest;
        for (const auto &row : rows) {
            if (row.funnel.steps.front().journeys == 0)
                continue;
            if (breakdown.rows.size() < kShownValues && row.value != Interner::kOther)
                breakdown.rows.push_back({std::string(nameOf(row.value)), row.funnel});
            else
                addRows(rest, row.funnel);
        }
        if (!rest.steps.empty()) {
            putConversion(rest);
            breakdown.rows.push_back({std::string(AttributeValues::kOtherName), std::move(rest)});
        }
        breakdowns.push_back(std::move(breakdown));
    }
    return breakdowns;
}

std::uint64_t FunnelSignals::overflow()
{
    std::uint64_t sum = m_funnels.valueOverflow();
    for (const AttributeValues &values : m_attributes)
        sum += values.overflow();
    return sum;
}

void FunnelSignals::putValueRollups(std::size_t signal, Second from, Seconds resolution,
                                    std::vector<Rollup> &rollups)
{
    const std::size_t funnel = m_funnelOf[signal];
    const auto keyOf = [](std::uint32_t value) {
        return value == Interner::kOther ? AttributeValues::kOther : value + 1;
    };
    for (std::size_t i = 0; i < m_configurations[funnel].by.size(); ++i) {
        const AttributeValues &values = m_attributes[m_firstAttribute[funnel] + i];
        std::vector<std::uint64_t> counts(values.size());
        for (const auto &row :
             m_funnels.breakdown(funnel, i, Window::oneDay, from, std::size_t{kShownValues}))
            counts[keyOf(row.value)] = row.funnel.steps.front().journeys;
        ValueRollups found;
        m_funnels.forEachValue(funnel, i, from, from + resolution,
                               [&](std::uint32_t value, std::uint32_t row, std::uint64_t journeys) {
                                   found[{keyOf(value), std::to_string(row + 1)}].n += journeys;
                               });
        putByValue(values, counts, std::move(found), rollups);
    }
}

} // namespace ingest::metrics

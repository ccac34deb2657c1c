// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latency_signal.h"

#include "ingest/metrics/top_values.h"
#include "ingest/metrics/value_rollups.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

namespace ingest::metrics {

LatencySignal::LatencySignal(const config::SignalConfiguration &configuration,
                             const config::Limits &limits, std::uint64_t seed)
    : m_field(configuration.field), m_apdexMs(configuration.apdexMs)
{
    for (const std::string &attribute : configuration.by)
        m_by.push_back({AttributeValues(attribute, limits.attributeValues, seed), {}});
}

void LatencySignal::record(const Occurrence &occurrence, MatchMask /*matched*/)
{
    const wire::Attribute *number = findAttribute(occurrence.event.numbers, m_field, m_place);
    if (number == nullptr)
        return;
    const auto slot = LatencyHistogram::slotFor(number->number);
    if (!slot)
        return;
    m_total.add(occurrence.bucket, *slot, number->number);
    for (By &by : m_by)
        if (const std::uint32_t value = by.values.valueOf(occurrence.event);
            value != AttributeValues::kNone)
            by.latencies.add(occurrence.bucket, value, *slot, number->number);
}

void LatencySignal::advanceTo(Second asOf)
{
    m_total.advanceTo(asOf);
    for (By &by : m_by)
        by.latencies.advanceTo(asOf);
}

// Apdex: those within the target, and half of those within four times the target, of all.
// Source: Apdex Alliance, "Application Performance Index, technical specification 1.1" (2007).
LatencySnapshot LatencySignal::snapshotOf(const LatencyHistogram &histogram) const
{
    LatencySnapshot latency;
    latency.count = histogram.count();
    latency.value = quantilesOf(histogram);
    if (m_apdexMs && latency.count > 0) {
        const auto satisfied = static_cast<double>(histogram.countAtOrBelowMs(*m_apdexMs));
        const auto tolerated = static_cast<double>(histogram.countAtOrBelowMs(4 * *m_apdexMs));
        latency.apdex = (satisfied + tolerated) / 2 / static_cast<double>(latency.count);
    }
    return latency;
}

SignalValue LatencySignal::value(const View &view)
{
    LatencySnapshot latency = snapshotOf(m_total.histogram(view.window));
    m_total.putSeries(view.window, gridOf(view), latency);
    return latency;
}

OpenPoint LatencySignal::open(const View &view)
{
    const ChartGrid grid = gridOf(view);
    return m_total.open(grid.partial ? grid.end() - grid.step : view.asOf);
}

std::vector<Breakdown> LatencySignal::breakdowns(const View &view)
{
    std::vector<Breakdown> breakdowns;
    for (By &by : m_by) {
        const TopValues top = topValues(
            by.values, [&](std::uint32_t value) { return by.latencies.count(view.window, value); });
        by.latencies.show(view.window, top.shown);
        Breakdown breakdown{by.values.attribute(), {}};
        breakdown.rows.reserve(top.shown.size() + 1);
        for (const std::uint32_t value : top.shown)
            breakdown.rows.push_back({std::string(by.values.name(value)),
                                      snapshotOf(by.latencies.histogram(view.window, value))});
        if (!top.rest.empty()) {
            LatencySnapshot rest = snapshotOf(by.latencies.rest(view.window, top.shown));
            rest.value.max.reset();
            breakdown.rows.push_back({std::string(AttributeValues::kOtherName), std::move(rest)});
        }
        breakdowns.push_back(std::move(breakdown));
    }
    return breakdowns;
}

void LatencySignal::putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const
{
    Rollup &rollup = rollups.emplace_back();
    rollup.histogram = m_total.slots(from, from + resolution);
    for (const auto &[slot, count] : rollup.histogram)
        rollup.n += count;
}

void LatencySignal::putValueRollups(Second from, Seconds resolution,
                                    std::vector<Rollup> &rollups) const
{
    for (const By &by : m_by) {
        std::vector<std::uint64_t> counts(by.values.size());
        for (std::uint32_t value = 0; value < counts.size(); ++value)
            counts[value] = by.latencies.count(Window::oneDay, value);
        ValueRollups found;
        for (auto &[value, slots] : by.latencies.slots(from, from + resolution)) {
            Rollup &rollup = found[{value, {}}];
            rollup.histogram.assign(slots.begin(), slots.end());
            for (const auto &[slot, count] : slots)
                rollup.n += count;
        }
        putByValue(by.values, counts, std::move(found), rollups);
    }
}

std::uint64_t LatencySignal::overflow() const
{
    std::uint64_t sum = 0;
    for (const By &by : m_by)
        sum += by.values.overflow();
    return sum;
}

template <class Archive>
void LatencySignal::archiveAll(Archive &state)
{
    auto &[field, apdexMs, place, total, by] = *this; // the place is a guess
    state(total);
    for (By &each : by) {
        state(each.values);
        each.latencies.archive(state, each.values.size());
    }
}

void LatencySignal::archive(state::StateWriter &state)
{
    archiveAll(state);
}

void LatencySignal::archive(state::StateReader &state)
{
    archiveAll(state);
}

} // namespace ingest::metrics

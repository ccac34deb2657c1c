// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/uniques_signal.h"

#include "ingest/metrics/top_values.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

#include <cmath>

namespace ingest::metrics {

namespace {

std::uint64_t roundedEstimate(const HyperLogLog &sketch)
{
    return static_cast<std::uint64_t>(std::llround(sketch.estimate()));
}

} // namespace

UniquesSignal::UniquesSignal(const config::SignalConfiguration &configuration,
                             const config::Limits &limits, std::uint64_t seed)
    : m_total(limits.uniques, DistinctWindow::Sketches::always, seed)
{
    for (const std::string &attribute : configuration.by)
        m_by.push_back({AttributeValues(attribute, limits.attributeValues, seed),
                        DistinctByValue(limits.uniques, seed)});
}

void UniquesSignal::record(const Occurrence &occurrence, MatchMask /*matched*/)
{
    if (!occurrence.journey)
        return;
    if (occurrence.bucket <= m_total.asOf())
        m_charts.forget(occurrence.bucket);
    m_total.record(*occurrence.journey, occurrence.bucket);
    for (By &by : m_by)
        if (const std::uint32_t value = by.values.valueOf(occurrence.event);
            value != AttributeValues::kNone)
            by.journeys.add(occurrence.bucket, value, *occurrence.journey);
}

void UniquesSignal::advanceTo(Second asOf)
{
    m_total.advanceTo(asOf);
    for (By &by : m_by)
        by.journeys.advanceTo(asOf);
}

// Points are no finer than the sketches they are read from.
SignalValue UniquesSignal::value(const View &view)
{
    UniquesSnapshot uniques;
    const DistinctCount count = m_total.count(view.window);
    uniques.count = count.count;
    uniques.exact = count.exact;
    const TimeRing<HyperLogLog> *sketches = m_total.sketches(view.window);
    if (sketches == nullptr)
        return uniques;
    const ChartGrid grid = chartGrid(view.window, view.asOf, sketches->step());
    uniques.series = {grid.start, grid.step, grid.partial,
                      m_charts.of(view.window).of(grid, view.asOf, [&](Second, Second end) {
                          const HyperLogLog *sketch = sketches->find(end);
                          return sketch == nullptr ? 0 : roundedEstimate(*sketch);
                      })};
    return uniques;
}

std::vector<Breakdown> UniquesSignal::breakdowns(const View &view)
{
    std::vector<Breakdown> breakdowns;
    for (const By &by : m_by) {
        const auto countOf = [&](std::uint32_t value) {
            return by.journeys.count(view.window, value);
        };
        const bool exact = by.journeys.exact(view.window);
        const TopValues top = topValues(by.values, countOf);
        Breakdown breakdown{by.values.attribute(), {}};
        breakdown.rows.reserve(top.shown.size() + 1);
        for (const std::uint32_t value : top.shown)
            breakdown.rows.push_back(
                {std::string(by.values.name(value)), UniquesSnapshot{countOf(value), exact, {}}});
        // A journey with several of the other values counts once for each: an upper bound.
        std::uint64_t rest = 0;
        for (const std::uint32_t value : top.rest)
            rest += countOf(value);
        if (rest != 0)
            breakdown.rows.push_back({std::string(AttributeValues::kOtherName),
                                      UniquesSnapshot{rest, exact && top.rest.size() == 1, {}}});
        breakdowns.push_back(std::move(breakdown));
    }
    return breakdowns;
}

void UniquesSignal::putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const
{
    Rollup &rollup = rollups.emplace_back();
    const HyperLogLog sketch = m_total.sketch(from, from + resolution);
    rollup.uniques.assign(sketch.registers().begin(), sketch.registers().end());
    rollup.n = roundedEstimate(sketch);
}

std::uint64_t UniquesSignal::overflow() const
{
    std::uint64_t sum = 0;
    for (const By &by : m_by)
        sum += by.values.overflow();
    return sum;
}

template <class Archive>
void UniquesSignal::archiveAll(Archive &state)
{
    auto &[total, by, charts] = *this; // charts are made anew
    state(total);
    if constexpr (Archive::kReading)
        charts.clear();
    for (By &each : by) {
        state(each.values);
        each.journeys.archive(state, each.values.size());
    }
}

void UniquesSignal::archive(state::StateWriter &state)
{
    archiveAll(state);
}

void UniquesSignal::archive(state::StateReader &state)
{
    archiveAll(state);
}

} // namespace ingest::metrics

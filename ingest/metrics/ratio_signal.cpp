// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/ratio_signal.h"

#include "ingest/metrics/top_values.h"
#include "ingest/metrics/value_rollups.h"
#include "ingest/metrics/wilson.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

namespace ingest::metrics {

namespace {

std::uint32_t keyOf(std::uint32_t value, bool bad)
{
    return 2 * value + (bad ? 1 : 0);
}

RatioSnapshot ratioOf(std::uint64_t good, std::uint64_t bad, const View &view)
{
    RatioSnapshot ratio;
    ratio.value.good = good;
    ratio.value.bad = bad;
    if (good + bad > 0)
        ratio.value.value = static_cast<double>(good) / static_cast<double>(good + bad);
    ratio.value.wilson95 = wilson95(good, good + bad);
    if (view.lost)
        ratio.value.completeness = completeness(good, bad, *view.lost);
    return ratio;
}

} // namespace

RatioSignal::RatioSignal(const config::SignalConfiguration &configuration,
                         const config::Limits &limits, std::uint64_t seed)
{
    for (const std::string &attribute : configuration.by)
        m_by.push_back({AttributeValues(attribute, limits.attributeValues, seed), {}});
}

void RatioSignal::record(const Occurrence &occurrence, MatchMask matched)
{
    const bool bad = (matched & kGood) == 0;
    (bad ? m_bad : m_good).add(occurrence.bucket);
    for (By &by : m_by)
        if (const std::uint32_t value = by.values.valueOf(occurrence.event);
            value != AttributeValues::kNone)
            by.trials.add(occurrence.bucket, keyOf(value, bad), Count{1});
}

void RatioSignal::advanceTo(Second asOf)
{
    m_good.advanceTo(asOf);
    m_bad.advanceTo(asOf);
    for (By &by : m_by)
        by.trials.advanceTo(asOf);
}

SignalValue RatioSignal::value(const View &view)
{
    RatioSnapshot ratio = ratioOf(m_good.count(view.window), m_bad.count(view.window), view);
    const ChartGrid grid = gridOf(view);
    const Series<std::uint64_t> good = m_good.series(view.window, grid);
    const Series<std::uint64_t> bad = m_bad.series(view.window, grid);
    ratio.series = {good.start, good.step, good.partial, {}};
    ratio.series.points.resize(good.points.size());
    for (std::size_t i = 0; i < good.points.size(); ++i)
        ratio.series.points[i] = {good.points[i], bad.points[i]};
    return ratio;
}

std::vector<Breakdown> RatioSignal::breakdowns(const View &view)
{
    std::vector<Breakdown> breakdowns;
    for (const By &by : m_by) {
        const auto trialsOf = [&](std::uint32_t value, bool bad) {
            return by.trials.windows().total(view.window, keyOf(value, bad));
        };
        const TopValues top = topValues(by.values, [&](std::uint32_t value) {
            return trialsOf(value, false) + trialsOf(value, true);
        });
        Breakdown breakdown{by.values.attribute(), {}};
        breakdown.rows.reserve(top.shown.size() + 1);
        for (const std::uint32_t value : top.shown)
            breakdown.rows.push_back(
                {std::string(by.values.name(value)),
                 ratioOf(trialsOf(value, false), trialsOf(value, true), view)});
        std::uint64_t good = 0;
        std::uint64_t bad = 0;
        for (const std::uint32_t value : top.rest) {
            good += trialsOf(value, false);
            bad += trialsOf(value, true);
        }
        if (good + bad != 0)
            breakdown.rows.push_back(
                {std::string(AttributeValues::kOtherName), ratioOf(good, bad, view)});
        breakdowns.push_back(std::move(breakdown));
    }
    return breakdowns;
}

void RatioSignal::putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const
{
    Rollup &rollup = rollups.emplace_back();
    rollup.bad = m_bad.between(from, from + resolution);
    rollup.n = rollup.bad + m_good.between(from, from + resolution);
}

void RatioSignal::putValueRollups(Second from, Seconds resolution,
                                  std::vector<Rollup> &rollups) const
{
    for (const By &by : m_by) {
        std::vector<std::uint64_t> counts(by.values.size());
        for (std::uint32_t value = 0; value < counts.size(); ++value)
            for (const bool bad : {false, true})
                counts[value] += by.trials.windows().total(Window::oneDay, keyOf(value, bad));
        ValueRollups found;
        by.trials.forEachSum(from, from + resolution, [&](const auto &tallies) {
            for (const Tally<Count> &tally : tallies) {
                Rollup &rollup = found[{tally.key / 2, {}}];
                rollup.n += tally.quantity.n;
                rollup.bad += tally.key % 2 == 1 ? tally.quantity.n : 0;
            }
        });
        putByValue(by.values, counts, std::move(found), rollups);
    }
}

std::uint64_t RatioSignal::overflow() const
{
    std::uint64_t sum = 0;
    for (const By &by : m_by)
        sum += by.values.overflow();
    return sum;
}

template <class Archive>
void RatioSignal::archiveAll(Archive &state)
{
    auto &[good, bad, by] = *this;
    state(good, bad);
    for (By &each : by) {
        state(each.values);
        each.trials.archive(state, std::size_t{2} * each.values.size());
    }
}

void RatioSignal::archive(state::StateWriter &state)
{
    archiveAll(state);
}

void RatioSignal::archive(state::StateReader &state)
{
    archiveAll(state);
}

} // namespace ingest::metrics

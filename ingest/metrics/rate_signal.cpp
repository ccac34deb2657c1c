// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/rate_signal.h"

#include "ingest/metrics/top_values.h"
#include "ingest/metrics/value_rollups.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

namespace ingest::metrics {

namespace {

RateSnapshot rateOf(std::uint64_t count, const View &view)
{
    RateSnapshot rate;
    rate.count = count;
    if (view.observedSeconds > 0)
        rate.perSecond = static_cast<double>(count) / view.observedSeconds;
    return rate;
}

} // namespace

RateSignal::RateSignal(const config::SignalConfiguration &configuration,
                       const config::Limits &limits, std::uint64_t seed)
{
    for (const std::string &attribute : configuration.by)
        m_by.push_back({AttributeValues(attribute, limits.attributeValues, seed), {}});
}

void RateSignal::record(const Occurrence &occurrence, MatchMask /*matched*/)
{
    m_count.add(occurrence.bucket);
    for (By &by : m_by)
        if (const std::uint32_t value = by.values.valueOf(occurrence.event);
            value != AttributeValues::kNone)
            by.counts.add(occurrence.bucket, value, Count{1});
}

void RateSignal::advanceTo(Second asOf)
{
    m_count.advanceTo(asOf);
    for (By &by : m_by)
        by.counts.advanceTo(asOf);
}

SignalValue RateSignal::value(const View &view)
{
    RateSnapshot rate = rateOf(m_count.count(view.window), view);
    rate.series = m_count.series(view.window, gridOf(view));
    return rate;
}

std::vector<Breakdown> RateSignal::breakdowns(const View &view)
{
    std::vector<Breakdown> breakdowns;
    for (const By &by : m_by) {
        const auto countOf = [&](std::uint32_t value) {
            return by.counts.windows().total(view.window, value);
        };
        const TopValues top = topValues(by.values, countOf);
        Breakdown breakdown{by.values.attribute(), {}};
        breakdown.rows.reserve(top.shown.size() + 1);
        for (const std::uint32_t value : top.shown)
            breakdown.rows.push_back(
                {std::string(by.values.name(value)), rateOf(countOf(value), view)});
        std::uint64_t rest = 0;
        for (const std::uint32_t value : top.rest)
            rest += countOf(value);
        if (rest != 0)
            breakdown.rows.push_back(
                {std::string(AttributeValues::kOtherName), rateOf(rest, view)});
        breakdowns.push_back(std::move(breakdown));
    }
    return breakdowns;
}

void RateSignal::putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const
{
    Rollup &rollup = rollups.emplace_back();
    rollup.n = m_count.between(from, from + resolution);
}

void RateSignal::putValueRollups(Second from, Seconds resolution,
                                 std::vector<Rollup> &rollups) const
{
    for (const By &by : m_by) {
        std::vector<std::uint64_t> counts(by.values.size());
        for (std::uint32_t value = 0; value < counts.size(); ++value)
            counts[value] = by.counts.windows().total(Window::oneDay, value);
        ValueRollups found;
        by.counts.forEachSum(from, from + resolution, [&](const auto &tallies) {
            for (const Tally<Count> &tally : tallies)
                found[{tally.key, {}}].n += tally.quantity.n;
        });
        putByValue(by.values, counts, std::move(found), rollups);
    }
}

std::uint64_t RateSignal::overflow() const
{
    std::uint64_t sum = 0;
    for (const By &by : m_by)
        sum += by.values.overflow();
    return sum;
}

template <class Archive>
void RateSignal::archiveAll(Archive &state)
{
    auto &[count, by] = *this;
    state(count);
    for (By &each : by) {
        state(each.values);
        each.counts.archive(state, each.values.size());
    }
}

void RateSignal::archive(state::StateWriter &state)
{
    archiveAll(state);
}

void RateSignal::archive(state::StateReader &state)
{
    archiveAll(state);
}

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/sum_signal.h"

#include "ingest/metrics/top_values.h"
#include "ingest/metrics/value_rollups.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"
#include "ingest/wire/currency.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

using SumsByCurrency = std::map<wire::CurrencyCode, Amount::Total>;

void put(const SumsByCurrency &byCurrency, SumSnapshot &sum)
{
    std::uint64_t most = 0;
    for (const auto &[currency, total] : byCurrency) {
        sum.count += total.n;
        sum.sums.push_back(
            {currency, static_cast<std::int64_t>(total.minor), wire::exponentOf(currency)});
        if (total.n > most) {
            most = total.n;
            sum.seriesCurrency = currency;
        }
    }
}

void add(SumsByCurrency &sums, wire::CurrencyCode currency, const Amount::Total &total)
{
    sums[currency].n += total.n;
    sums[currency].minor += total.minor;
}

} // namespace

SumSignal::SumSignal(const config::SignalConfiguration &configuration,
                     const config::Configuration &all, std::uint64_t seed)
    : m_field(configuration.field, all.fields)
{
    for (const std::string &attribute : configuration.by)
        m_by.push_back({AttributeValues(attribute, all.limits.attributeValues, seed), {}});
}

void SumSignal::count(Sums &sums, Second bucket, std::uint32_t value, const wire::Money &money)
{
    sums.amounts.add(bucket, sums.keys.keyOf(value, money.currency),
                     Amount{1, static_cast<std::uint64_t>(money.minor)});
}

void SumSignal::record(const Occurrence &occurrence, MatchMask /*matched*/)
{
    const auto money = m_field.amountOf(occurrence.event);
    if (!money)
        return;
    if (occurrence.bucket <= m_total.amounts.asOf())
        m_charts.forget(occurrence.bucket);
    count(m_total, occurrence.bucket, 0, *money);
    for (By &by : m_by)
        if (const std::uint32_t value = by.values.valueOf(occurrence.event);
            value != AttributeValues::kNone)
            count(by.sums, occurrence.bucket, value, *money);
}

void SumSignal::advanceTo(Second asOf)
{
    m_total.amounts.advanceTo(asOf);
    for (By &by : m_by)
        by.sums.amounts.advanceTo(asOf);
}

SignalValue SumSignal::value(const View &view)
{
    SumsByCurrency byCurrency;
    const auto &pairs = m_total.keys.pairs();
    for (std::uint32_t key = 0; key < pairs.size(); ++key)
        if (const auto total = m_total.amounts.windows().total(view.window, key); total.n != 0)
            byCurrency[pairs[key].currency] = total;
    SumSnapshot sum;
    put(byCurrency, sum);
    putSeries(view, sum);
    return sum;
}

std::uint64_t SumSignal::pointOf(Second from, Second to) const
{
    std::uint64_t minor = 0;
    const auto &pairs = m_total.keys.pairs();
    m_total.amounts.forEachSlice(from, to, [&](Second, const auto &tallies) {
        for (const Tally<Amount> &tally : tallies)
            if (pairs[tally.key].currency == m_chartCurrency)
                minor += tally.quantity.minor;
    });
    return minor;
}

void SumSignal::putSeries(const View &view, SumSnapshot &sum)
{
    const ChartGrid grid = gridOf(view);
    if (m_chartCurrency != sum.seriesCurrency)
        m_charts.clear();
    m_chartCurrency = sum.seriesCurrency;
    const auto &points =
        m_charts.of(view.window).of(grid, view.asOf, [this](Second from, Second to) {
            return pointOf(from, to);
        });
    sum.series = {grid.start, grid.step, grid.partial, {points.begin(), points.end()}};
}

OpenPoint SumSignal::open(const View & /*view*/)
{
    std::uint64_t minor = 0;
    m_total.amounts.forEachOpen([&](const Tally<Amount> &tally) {
        if (m_total.keys.pairs()[tally.key].currency == m_chartCurrency)
            minor += tally.quantity.minor;
    });
    return {static_cast<std::int64_t>(minor), 0, {}};
}

// Counts come first, so that sums by currency are made only of what is shown.
std::vector<Breakdown> SumSignal::breakdowns(const View &view)
{
    std::vector<Breakdown> breakdowns;
    for (const By &by : m_by) {
        const auto &pairs = by.sums.keys.pairs();
        const auto totalOf = [&](std::uint32_t key) {
            return by.sums.amounts.windows().total(view.window, key);
        };
        std::vector<std::uint64_t> counts(by.values.size());
        for (std::uint32_t key = 0; key < pairs.size(); ++key)
            counts[pairs[key].value] += totalOf(key).n;
        const TopValues top = topValues(by.values, counts);
        std::vector<std::size_t> places(by.values.size(), top.shown.size()); // the last is the rest
        for (std::size_t i = 0; i < top.shown.size(); ++i)
            places[top.shown[i]] = i;
        std::vector<SumsByCurrency> sums(top.shown.size() + 1);
        for (std::uint32_t key = 0; key < pairs.size(); ++key)
            if (const auto total = totalOf(key); total.n != 0)
                add(sums[places[pairs[key].value]], pairs[key].currency, total);
        Breakdown breakdown{by.values.attribute(), {}};
        breakdown.rows.reserve(sums.size());
        for (std::size_t i = 0; i < sums.size(); ++i) {
            if (sums[i].empty())
                continue;
            SumSnapshot sum;
            put(sums[i], sum);
            const std::string_view name =
                i < top.shown.size() ? by.values.name(top.shown[i]) : AttributeValues::kOtherName;
            breakdown.rows.push_back({std::string(name), std::move(sum)});
        }
        breakdowns.push_back(std::move(breakdown));
    }
    return breakdowns;
}

void SumSignal::putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const
{
    SumsByCurrency byCurrency;
    const auto &pairs = m_total.keys.pairs();
    m_total.amounts.forEachSum(from, from + resolution, [&](const auto &tallies) {
        for (const Tally<Amount> &tally : tallies)
            tally.quantity.addTo(byCurrency[pairs[tally.key].currency]);
    });
    for (const auto &[currency, total] : byCurrency) {
        Rollup &rollup = rollups.emplace_back();
        rollup.slot = currency.view();
        rollup.n = total.n;
        rollup.sumMinor = static_cast<std::int64_t>(total.minor);
    }
}

void SumSignal::putValueRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const
{
    for (const By &by : m_by) {
        const auto &pairs = by.sums.keys.pairs();
        std::vector<std::uint64_t> counts(by.values.size());
        for (std::uint32_t key = 0; key < pairs.size(); ++key)
            counts[pairs[key].value] += by.sums.amounts.windows().total(Window::oneDay, key).n;
        ValueRollups found;
        by.sums.amounts.forEachSum(from, from + resolution, [&](const auto &tallies) {
            for (const Tally<Amount> &tally : tallies) {
                const auto &pair = pairs[tally.key];
                Rollup &rollup = found[{pair.value, std::string(pair.currency.view())}];
                rollup.n += tally.quantity.n;
                rollup.sumMinor += static_cast<std::int64_t>(tally.quantity.minor);
            }
        });
        putByValue(by.values, counts, std::move(found), rollups);
    }
}

std::uint64_t SumSignal::overflow() const
{
    std::uint64_t sum = 0;
    for (const By &by : m_by)
        sum += by.values.overflow();
    return sum;
}

template <class Archive>
void SumSignal::archiveAll(Archive &state)
{
    auto &[field, total, by, charts, chartCurrency] = *this; // charts are made anew
    state(total.keys);
    total.amounts.archive(state, total.keys.pairs().size());
    for (By &each : by) {
        state(each.values, each.sums.keys);
        each.sums.amounts.archive(state, each.sums.keys.pairs().size());
    }
    if constexpr (Archive::kReading)
        charts.clear();
}

void SumSignal::archive(state::StateWriter &state)
{
    archiveAll(state);
}

void SumSignal::archive(state::StateReader &state)
{
    archiveAll(state);
}

} // namespace ingest::metrics

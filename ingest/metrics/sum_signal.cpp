// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/sum_signal.h"

#include "ingest/metrics/top_values.h"
#include "ingest/metrics/value_rollups.h"
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

void merge(SumsByCurrency &into, const SumsByCurrency &from)
{
    for (const auto &[currency, total] : from) {
        into[currency].n += total.n;
        into[currency].minor += total.minor;
    }
}

} // namespace

SumSignal::SumSignal(const config::SignalConfiguration &configuration,
                     const config::Configuration &all, std::uint64_t seed)
    : m_field(configuration.field, all.fields)
{
    for (const std::string &attribute : configuration.by)
        m_by.push_back({AttributeValues(attribute, all.limits.attributeValues, seed), {}});
}

void SumSignal::add(Sums &sums, Second bucket, std::uint32_t value, const wire::Money &money)
{
    sums.amounts.add(bucket, sums.keys.keyOf(value, money.currency),
                     Amount{1, static_cast<std::uint64_t>(money.minor)});
}

void SumSignal::record(const Occurrence &occurrence, MatchMask /*matched*/)
{
    const auto money = m_field.amountOf(occurrence.event);
    if (!money)
        return;
    add(m_total, occurrence.bucket, 0, *money);
    for (By &by : m_by)
        if (const auto value = by.values.valueOf(occurrence.event))
            add(by.sums, occurrence.bucket, *value, *money);
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

void SumSignal::putSeries(const View &view, SumSnapshot &sum) const
{
    const ChartGrid grid = chartGrid(view.window, view.asOf);
    sum.series = {grid.start, grid.step, grid.partial, {}};
    std::vector<std::uint64_t> points(grid.points);
    const auto &pairs = m_total.keys.pairs();
    m_total.amounts.forEachSlice(grid.start, view.asOf, [&](Second at, const auto &tallies) {
        for (const Tally<Amount> &tally : tallies)
            if (pairs[tally.key].currency == sum.seriesCurrency)
                points[grid.pointOf(at)] += tally.quantity.minor;
    });
    for (const std::uint64_t minor : points)
        sum.series.points.push_back(static_cast<std::int64_t>(minor));
}

std::vector<Breakdown> SumSignal::breakdowns(const View &view)
{
    std::vector<Breakdown> breakdowns;
    for (const By &by : m_by) {
        std::vector<SumsByCurrency> sums(by.values.size());
        std::vector<std::uint64_t> counts(by.values.size());
        const auto &pairs = by.sums.keys.pairs();
        for (std::uint32_t key = 0; key < pairs.size(); ++key)
            if (const auto total = by.sums.amounts.windows().total(view.window, key);
                total.n != 0) {
                sums[pairs[key].value][pairs[key].currency] = total;
                counts[pairs[key].value] += total.n;
            }
        const TopValues top = topValues(by.values, counts);
        Breakdown breakdown{by.values.attribute(), {}};
        for (const std::uint32_t value : top.shown) {
            SumSnapshot sum;
            put(sums[value], sum);
            breakdown.rows.push_back({std::string(by.values.name(value)), std::move(sum)});
        }
        SumsByCurrency rest;
        for (const std::uint32_t value : top.rest)
            merge(rest, sums[value]);
        if (!rest.empty()) {
            SumSnapshot sum;
            put(rest, sum);
            breakdown.rows.push_back({std::string(AttributeValues::kOtherName), std::move(sum)});
        }
        breakdowns.push_back(std::move(breakdown));
    }
    return breakdowns;
}

void SumSignal::putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const
{
    SumsByCurrency byCurrency;
    const auto &pairs = m_total.keys.pairs();
    m_total.amounts.forEachSlice(from, from + resolution, [&](Second, const auto &tallies) {
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
        by.sums.amounts.forEachSlice(from, from + resolution, [&](Second, const auto &tallies) {
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

} // namespace ingest::metrics

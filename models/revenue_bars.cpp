// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/revenue_bars.h"

#include "models/cost_text.h"
#include "models/incident_rank.h"
#include "models/open_second.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"
#include "models/trust.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

int exponentOf(const ingest::SumSnapshot &sum)
{
    for (const ingest::SumValue &value : sum.sums)
        if (value.currency == sum.seriesCurrency)
            return value.exponent;
    return 2;
}

void addToBar(RevenueBars &out, double fromMs, double toMs, double observedFromMs, double amount)
{
    const double start = std::floor(fromMs / out.barMs) * out.barMs;
    if (out.bars.empty() || out.bars.back().fromMs < start)
        out.bars.push_back({start, start + out.barMs, 0, 0, true});
    RevenueBar &bar = out.bars.back();
    bar.perMinute += amount; // the sum until all points are in
    bar.observedMs += toMs - std::max(fromMs, observedFromMs);
}

// What was added so far becomes a rate.
void finish(RevenueBar &bar, double barMs)
{
    bar.complete = bar.observedMs > barMs - 1;
    bar.perMinute = bar.observedMs > 0 ? bar.perMinute * 60'000 / bar.observedMs : 0;
}

// The bar that goes on after asOf, as a bar of its own.
void putOpen(const ingest::Snapshot &snapshot, const ingest::SignalSnapshot *signal,
             double observedFromMs, RevenueBars &out)
{
    const ingest::OpenPoint *open = openPointOf(snapshot, signal);
    if (!open)
        return;
    const double until = *openUntilMs(snapshot, signal);
    RevenueBars last;
    last.barMs = out.barMs;
    if (!out.bars.empty())
        last.bars.push_back(out.bars.back());
    addToBar(last, toMs(snapshot.asOf), until, observedFromMs,
             double(open->minor) / std::pow(10.0, out.exponent));
    out.open = last.bars.back();
    out.open->toMs = until;
    finish(*out.open, out.barMs);
    out.open->complete = false;
}

// In the currency of the bars.
void putLost(const ingest::Snapshot &snapshot, const ingest::SumSnapshot &sum, RevenueBars &out)
{
    const ingest::Incident *worst = worstIncident(snapshot);
    if (worst == nullptr)
        return;
    for (const ingest::SumValue &value : worst->cost.lostSums)
        if (value.currency == sum.seriesCurrency && value.minor != 0) {
            out.lost = briefMoney(value);
            out.lostSinceMs = toMs(worst->since);
        }
}

} // namespace

ingest::Seconds barWidthOf(ingest::Window window)
{
    using std::chrono::seconds;
    switch (window) {
    case ingest::Window::oneMinute:
        return seconds(2);
    case ingest::Window::fiveMinutes:
        return seconds(10);
    case ingest::Window::fifteenMinutes:
        return seconds(30);
    case ingest::Window::oneDay:
        return seconds(1200);
    case ingest::Window::sevenDays:
        return seconds(3 * 3600);
    case ingest::Window::thirtyDays:
        return seconds(12 * 3600);
    case ingest::Window::all:
    case ingest::Window::oneHour:
        break;
    }
    return seconds(60);
}

std::optional<RevenueBars> revenueBars(const ingest::Snapshot &snapshot)
{
    const std::string role = rolesOf(snapshot).revenue;
    const ingest::SignalSnapshot *signal = signalNamed(snapshot, role);
    const auto *sum = valueNamed<ingest::SumSnapshot>(snapshot, role);
    if (!sum)
        return {};
    RevenueBars out;
    out.name = QString::fromStdString(signal->name);
    out.title = QString::fromStdString(signal->title);
    const std::string_view code = sum->seriesCurrency.view();
    out.currency = QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
    out.exponent = exponentOf(*sum);
    out.otherCurrencies = sum->sums.size() > 1;
    out.barMs = double(barWidthOf(snapshot.window).count()) * 1000;
    out.dataEndMs = dataEndMs(snapshot, signal);
    putLost(snapshot, *sum, out);
    const TimeAxis axis = timeAxisOf(snapshot);
    const double majorUnit = std::pow(10.0, out.exponent);
    for (std::size_t i = 0; i < sum->series.points.size(); ++i) {
        const double from = beginMs(sum->series, i);
        const double end = endMs(sum->series, i, axis.toMs);
        if (end <= axis.observedFromMs || from >= out.dataEndMs.value_or(axis.toMs))
            continue;
        addToBar(out, from, end, axis.observedFromMs, double(sum->series.points[i]) / majorUnit);
    }
    putOpen(snapshot, signal, axis.observedFromMs, out);
    for (RevenueBar &bar : out.bars)
        finish(bar, out.barMs);
    return out;
}

const RevenueBar *RevenueBars::lastComplete() const
{
    const auto found = std::find_if(bars.rbegin(), bars.rend(),
                                    [](const RevenueBar &bar) { return bar.complete; });
    return found == bars.rend() ? nullptr : &*found;
}

ValueRange RevenueBars::wantedRange() const
{
    ValueRange range{0, 0};
    for (const RevenueBar &bar : bars) {
        if (!bar.complete && bars.size() > 2)
            continue; // the rate of a few seconds says little
        range = {std::min(range.low, bar.perMinute), std::max(range.high, bar.perMinute)};
    }
    return {range.low * 1.1, std::max(range.high * 1.1, range.low == 0 ? 0.01 : 0.0)};
}

} // namespace models

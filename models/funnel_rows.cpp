// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/funnel_rows.h"

#include "ingest/metrics/wilson.h"
#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/snapshot_lookup.h"
#include "models/tile_deltas.h"

#include <algorithm>
#include <utility>

namespace models {

namespace {

// "order.completed" to "Order completed"; a filtered step keeps its own name.
QString stepName(const std::string &type)
{
    QString name = QString::fromStdString(type);
    name.replace(QLatin1Char('.'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

// Journeys that reached the step before, and this one.
std::optional<std::pair<std::uint64_t, std::uint64_t>> stepPair(const ingest::Snapshot &snapshot,
                                                                std::size_t step)
{
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, rolesOf(snapshot).conversion);
    if (funnel == nullptr || step >= funnel->steps.size())
        return std::nullopt;
    const std::uint64_t before = funnel->steps[step - 1].journeys;
    return std::pair(before, std::min(before, funnel->steps[step].journeys));
}

// The journeys of now and of then differ by more than chance: their intervals do not meet.
int chanceArrow(const ingest::Snapshot &snapshot,
                const std::vector<const ingest::EarlierSnapshot *> &earlier, std::size_t step)
{
    std::pair<std::uint64_t, std::uint64_t> then{0, 0};
    for (const ingest::EarlierSnapshot *one : earlier)
        if (const auto pair = stepPair(*one->snapshot, step)) {
            then.first += pair->first;
            then.second += pair->second;
        }
    const auto now = stepPair(snapshot, step);
    if (!now || now->first == 0 || then.first == 0)
        return 0;
    const ingest::Interval ours = ingest::metrics::wilson95(now->second, now->first);
    const ingest::Interval theirs = ingest::metrics::wilson95(then.second, then.first);
    return ours.lower > theirs.upper ? 1 : ours.upper < theirs.lower ? -1 : 0;
}

} // namespace

std::vector<FunnelRow> funnelRows(const ingest::Snapshot &shown)
{
    const ingest::Snapshot &snapshot = heardOf(shown);
    std::vector<FunnelRow> rows;
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, rolesOf(snapshot).conversion);
    if (funnel == nullptr)
        return rows;
    for (std::size_t i = 0; i < funnel->steps.size(); ++i) {
        const ingest::FunnelStep &step = funnel->steps[i];
        FunnelRow row;
        row.step = stepName(step.name);
        row.journeys = wholeCount(step.journeys);
        row.count = step.journeys;
        row.medianSeconds = i > 0 ? step.medianSeconds : std::nullopt;
        if (i > 0) {
            const std::uint64_t before = funnel->steps[i - 1].journeys;
            if (before > 0) {
                row.continued = static_cast<double>(step.journeys) / static_cast<double>(before);
                row.continuedText = percentText(*row.continued * 100);
            }
            row.droppedCount = before - std::min(before, step.journeys);
            row.dropped = wholeCount(*row.droppedCount);
            if (step.medianSeconds)
                row.median = durationText(*step.medianSeconds * 1000);
        }
        rows.push_back(row);
    }
    return rows;
}

std::vector<FunnelRow> comparedRows(const ingest::Snapshot &shown, Baseline baseline)
{
    const ingest::Snapshot &snapshot = heardOf(shown);
    std::vector<FunnelRow> rows = funnelRows(snapshot);
    const auto earlier = earlierFor(snapshot, baseline);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        FunnelRow &row = rows[i];
        row.then = figureThen(earlier, [i](const ingest::Snapshot &one) {
            const auto pair = stepPair(one, i);
            return pair && pair->first > 0
                       ? std::optional(double(pair->second) / double(pair->first))
                       : std::nullopt;
        });
        if (!row.then) {
            row.delta = QStringLiteral("\u2013");
            continue;
        }
        if (!row.continued)
            continue;
        const double difference = *row.continued - *row.then;
        const QString points = pointsText(difference);
        // Without the unit, which the column's head names.
        const QString number = points.left(points.indexOf(QChar(0x202f)));
        row.delta = number == QStringLiteral("0.0")
                        ? number
                        : (difference < 0 ? QChar(0x2212) : QLatin1Char('+')) + number;
        row.arrow = chanceArrow(snapshot, earlier, i);
    }
    return rows;
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/funnel_rows.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/snapshot_lookup.h"

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

} // namespace

std::vector<FunnelRow> funnelRows(const ingest::Snapshot &snapshot)
{
    std::vector<FunnelRow> rows;
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, rolesOf(snapshot).conversion);
    if (funnel == nullptr)
        return rows;
    for (std::size_t i = 0; i < funnel->steps.size(); ++i) {
        const ingest::FunnelStep &step = funnel->steps[i];
        FunnelRow row;
        row.step = stepName(step.name);
        row.journeys = wholeCount(step.journeys);
        if (i > 0) {
            const std::uint64_t before = funnel->steps[i - 1].journeys;
            if (before > 0) {
                row.continued = static_cast<double>(step.journeys) / static_cast<double>(before);
                row.continuedText = percentText(*row.continued * 100);
            }
            row.dropped = wholeCount(before - std::min(before, step.journeys));
            if (step.medianSeconds)
                row.median = durationText(*step.medianSeconds * 1000);
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace models

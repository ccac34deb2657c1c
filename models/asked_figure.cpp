// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/asked_figure.h"

#include "models/figure_roles.h"
#include "models/funnel_rows.h"
#include "models/snapshot_lookup.h"
#include "models/tiles.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

using ingest::evidence::Part;

ingest::evidence::Figure wholeWindow(const ingest::Snapshot &snapshot)
{
    return ingest::evidence::figureIn(snapshot.window, snapshot.asOf);
}

// How many events or journeys a signal's figure is made of, and which.
struct Count
{
    AskedFigure &asked;
    void operator()(const ingest::RateSnapshot &rate) const { asked.count = rate.count; }
    void operator()(const ingest::RatioSnapshot &ratio) const
    {
        asked.count = ratio.value.good + ratio.value.bad;
    }
    void operator()(const ingest::LatencySnapshot &latency) const { asked.count = latency.count; }
    void operator()(const ingest::SumSnapshot &sum) const { asked.count = sum.count; }
    void operator()(const ingest::UniquesSnapshot &uniques) const { asked.count = uniques.count; }
    void operator()(const ingest::FunnelSnapshot &funnel) const
    {
        asked.count = funnel.matured;
        asked.figure.part = Part::entered;
        asked.figure.to -= funnel.maturing;
    }
};

} // namespace

bool isOfRatio(const ingest::config::Configuration &configuration, const AskedFigure &asked)
{
    const auto &place = asked.figure.signal;
    return place && *place < configuration.signals.size() &&
           configuration.signals[*place].kind == ingest::config::SignalKind::ratio;
}

std::optional<AskedFigure> askedTile(const ingest::Snapshot &shown, const QString &key)
{
    const ingest::Snapshot &snapshot = heardOf(shown);
    const std::vector<Tile> tiles = tilesOf(snapshot);
    const auto tile = std::ranges::find(tiles, key, &Tile::key);
    if (tile == tiles.end())
        return std::nullopt;
    AskedFigure asked{tile->title, 0, {}, wholeWindow(snapshot)};
    const std::string role = roleNamed(rolesOf(snapshot), key);
    const auto place = placeOf(snapshot, role);
    if (place) {
        asked.figure.signal = place;
        std::visit(Count{asked}, snapshot.metrics->signals[*place].value);
        return asked;
    }
    if (key != QStringLiteral("failures"))
        return std::nullopt;
    asked.figure.failing = true;
    asked.count = snapshot.metrics->failuresCount;
    return asked;
}

std::optional<AskedFigure> askedStep(const ingest::Snapshot &shown, std::size_t row)
{
    const ingest::Snapshot &snapshot = heardOf(shown);
    const std::string role = rolesOf(snapshot).conversion;
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, role);
    if (funnel == nullptr || row >= funnel->steps.size())
        return std::nullopt;
    AskedFigure asked{
        funnelRows(snapshot)[row].step, funnel->steps[row].journeys, {}, wholeWindow(snapshot)};
    asked.figure.signal = placeOf(snapshot, role);
    asked.figure.part = Part::step;
    asked.figure.step = row + 1;
    return asked;
}

std::optional<AskedFigure> askedCategory(const ingest::Snapshot &shown, std::uint32_t ordinal)
{
    const ingest::Snapshot &snapshot = heardOf(shown);
    const auto &categories = snapshot.metrics->categories;
    const auto found = std::ranges::find(categories, ordinal, &ingest::CategorySnapshot::ordinal);
    if (found == categories.end())
        return std::nullopt;
    AskedFigure asked{
        QString::fromStdString(found->category), found->count, {}, wholeWindow(snapshot)};
    asked.figure.failing = true;
    asked.figure.category = ordinal;
    return asked;
}

std::optional<AskedFigure> askedIncident(const ingest::Snapshot &shown,
                                         const ingest::Incident &incident)
{
    const ingest::Snapshot &snapshot = heardOf(shown);
    if (incident.kind == ingest::IncidentKind::category) {
        const auto &categories = snapshot.metrics->categories;
        const auto found =
            std::ranges::find(categories, incident.subject, &ingest::CategorySnapshot::category);
        return found == categories.end() ? std::nullopt : askedCategory(snapshot, found->ordinal);
    }
    const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, incident.subject);
    if (incident.kind != ingest::IncidentKind::ratio || ratio == nullptr)
        return std::nullopt;
    AskedFigure asked;
    asked.figure = wholeWindow(snapshot);
    asked.figure.signal = placeOf(snapshot, incident.subject);
    asked.figure.part = Part::bad;
    asked.title = QCoreApplication::translate("models::AskedFigure", "%1: failed")
                      .arg(signalTitle(snapshot, *asked.figure.signal));
    asked.count = ratio->value.bad;
    return asked;
}

} // namespace models

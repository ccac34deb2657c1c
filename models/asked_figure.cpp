// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/asked_figure.h"

#include "models/funnel_rows.h"
#include "models/snapshot_lookup.h"
#include "models/tiles.h"

#include <algorithm>

namespace models {

namespace {

using ingest::evidence::Part;

ingest::evidence::Figure wholeWindow(const ingest::Snapshot &snapshot)
{
    return ingest::evidence::figureIn(snapshot.window, snapshot.asOf);
}

std::optional<std::size_t> placeOf(const ingest::Snapshot &snapshot, const std::string &name)
{
    const auto &signals = snapshot.metrics->signals;
    const auto found = std::ranges::find(signals, name, &ingest::SignalSnapshot::name);
    if (name.empty() || found == signals.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - signals.begin());
}

std::string roleOf(const ingest::config::ExperienceRoles &roles, const QString &key)
{
    if (key == QStringLiteral("conversion"))
        return roles.conversion;
    if (key == QStringLiteral("success"))
        return roles.success;
    if (key == QStringLiteral("revenue"))
        return roles.revenue;
    if (key == QStringLiteral("failures"))
        return roles.failures;
    return key == QStringLiteral("latency") ? roles.latency : roles.active;
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

std::optional<AskedFigure> askedTile(const ingest::Snapshot &snapshot, const QString &key)
{
    const std::vector<Tile> tiles = tilesOf(snapshot);
    const auto tile = std::ranges::find(tiles, key, &Tile::key);
    if (tile == tiles.end())
        return std::nullopt;
    AskedFigure asked{tile->title, 0, wholeWindow(snapshot)};
    const std::string role = roleOf(rolesOf(snapshot), key);
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

std::optional<AskedFigure> askedStep(const ingest::Snapshot &snapshot, std::size_t row)
{
    const std::string role = rolesOf(snapshot).conversion;
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, role);
    if (funnel == nullptr || row >= funnel->steps.size())
        return std::nullopt;
    AskedFigure asked{funnelRows(snapshot)[row].step, funnel->steps[row].journeys,
                      wholeWindow(snapshot)};
    asked.figure.signal = placeOf(snapshot, role);
    asked.figure.part = Part::step;
    asked.figure.step = row + 1;
    return asked;
}

std::optional<AskedFigure> askedCategory(const ingest::Snapshot &snapshot, std::uint32_t ordinal)
{
    const auto &categories = snapshot.metrics->categories;
    const auto found = std::ranges::find(categories, ordinal, &ingest::CategorySnapshot::ordinal);
    if (found == categories.end())
        return std::nullopt;
    AskedFigure asked{QString::fromStdString(found->category), found->count, wholeWindow(snapshot)};
    asked.figure.failing = true;
    asked.figure.category = ordinal;
    return asked;
}

} // namespace models

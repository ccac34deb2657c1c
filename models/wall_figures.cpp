// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_figures.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/signs.h"
#include "models/snapshot_lookup.h"
#include "models/tile_deltas.h"
#include "models/time_axis.h"
#include "models/trust.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace models {

namespace {

constexpr std::array kScenes{WallScene::conversion, WallScene::success, WallScene::revenue,
                             WallScene::latency};
constexpr double kNoticeableLoss = 0.01;

QString wallFiguresTr(const char *text)
{
    return QCoreApplication::translate("WallFigures", text);
}

std::string roleOf(const ingest::Snapshot &snapshot, WallScene scene)
{
    const ingest::config::ExperienceRoles roles = rolesOf(snapshot);
    switch (scene) {
    case WallScene::conversion:
        return roles.conversion;
    case WallScene::success:
        return roles.success;
    case WallScene::revenue:
        return roles.revenue;
    case WallScene::latency:
        break;
    }
    return roles.latency;
}

QString rangeText(const ingest::Interval &interval)
{
    return percentText(interval.lower * 100).section(kNarrow, 0, 0) + kDash +
           percentText(interval.upper * 100).section(kNarrow, 0, 0);
}

// The bounds if every missing event were bad, or good; where enough are missing to matter.
std::optional<QString> boundsText(const ingest::Snapshot &snapshot, const std::string &role)
{
    const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, role);
    const ingest::LedgerSnapshot &ledger = snapshot.metrics->windowLedger;
    const double all = double(ledger.inWindows + ledger.lost);
    if (ratio == nullptr || double(ledger.lost) < kNoticeableLoss * all || ledger.lost == 0)
        return {};
    return wallFiguresTr("%1 with loss").arg(rangeText(ratio->value.completeness));
}

QString noteOf(const Tile &tile, const ingest::Snapshot &snapshot, const std::string &role)
{
    if (tile.stale) {
        const std::optional<double> end = dataEndMs(snapshot, signalNamed(snapshot, role));
        return (snapshot.heard ? wallFiguresTr("as of %1") : wallFiguresTr("none since %1"))
            .arg(clockText(end.value_or(toMs(snapshot.asOf))));
    }
    if (tile.few)
        return tile.interval ? rangeText(*tile.interval) : tile.note;
    if (tile.status == Status::unknown)
        return {};
    if (const std::optional<QString> bounds = boundsText(snapshot, role))
        return *bounds;
    return tile.interval ? rangeText(*tile.interval) : tile.note;
}

// What was not observed is no zero.
std::vector<double> observedCourse(std::vector<double> course, const ingest::Snapshot &snapshot)
{
    const TimeAxis axis = timeAxisOf(snapshot);
    const double share = (axis.observedFromMs - axis.fromMs) / axis.spanMs();
    const auto first = static_cast<std::size_t>(share * double(course.size()));
    for (std::size_t i = 0; i < std::min(first, course.size()); ++i)
        course[i] = std::numeric_limits<double>::quiet_NaN();
    return course;
}

void compare(WallFigure &figure, const TileDelta &delta)
{
    figure.courseThen = delta.course;
    if (delta.arrow == 0)
        return;
    figure.arrow = delta.arrow;
    figure.note = delta.text;
    figure.against = delta.sentence;
}

WallFigure figureFrom(const Tile &tile, WallScene scene, const ingest::Snapshot &snapshot)
{
    const std::string role = roleOf(snapshot, scene);
    WallFigure figure;
    figure.scene = scene;
    figure.label = tile.shortTitle;
    figure.value = tile.value;
    figure.unit = tile.unit;
    figure.status = tile.status;
    figure.word = tile.stale ? wallFiguresTr("Stale") : tile.word;
    figure.note = noteOf(tile, snapshot, role);
    figure.known = signalNamed(snapshot, role) != nullptr;
    figure.few = tile.few;
    figure.stale = tile.stale;
    figure.gaps = tile.gaps;
    figure.judged = figure.known && !tile.few && !tile.stale && tile.status != Status::unknown;
    figure.course = observedCourse(tile.course, heardOf(snapshot));
    if (figure.judged && tile.delta && tile.delta->known)
        compare(figure, *tile.delta);
    return figure;
}

} // namespace

const std::array<WallFigure, 4> &WallFigures::update(const ingest::Snapshot &snapshot)
{
    const std::vector<Tile> tiles = comparedTiles(snapshot);
    const std::int64_t step = ingest::chartStepOf(snapshot.window).count();
    const std::int64_t bucket = snapshot.asOf.time_since_epoch().count() / step;
    for (std::size_t i = 0; i < kScenes.size(); ++i) {
        const auto tile = std::ranges::find(tiles, nameOf(kScenes.at(i)), &Tile::key);
        if (tile == tiles.end())
            continue;
        WallFigure &figure = m_figures.at(i);
        figure = figureFrom(*tile, kScenes.at(i), snapshot);
        Held &held = m_held.at(i);
        const Status shown =
            held.status.update(figure.judged ? figure.status : Status::unknown, bucket);
        if (!figure.judged)
            continue;
        held.words.at(static_cast<std::size_t>(figure.status)) = figure.word;
        figure.status = shown;
        figure.word = held.words.at(static_cast<std::size_t>(shown));
    }
    return m_figures;
}

const std::array<WallFigure, 4> &WallFigures::distrustAll(const ingest::Snapshot &snapshot)
{
    const auto &last = snapshot.freshness.lastEvent;
    for (WallFigure &figure : m_figures) {
        if (figure.stale || figure.value == QString(kDash))
            continue;
        figure.stale = true;
        figure.judged = false;
        figure.arrow = 0;
        figure.status = Status::unknown;
        figure.word = wallFiguresTr("Stale");
        figure.note =
            wallFiguresTr("as of %1").arg(clockText(last ? toMs(*last) : toMs(snapshot.asOf)));
    }
    return m_figures;
}

const WallFigure *WallFigures::worst() const
{
    const WallFigure *worst = nullptr;
    for (const WallFigure &figure : m_figures)
        if (figure.judged && (worst == nullptr || figure.status > worst->status))
            worst = &figure;
    return worst;
}

bool WallFigures::anyStale() const
{
    return std::ranges::any_of(m_figures, &WallFigure::stale);
}

bool WallFigures::enough() const
{
    const bool direct = m_figures[0].known || m_figures[1].known;
    return std::ranges::any_of(m_figures, [direct](const WallFigure &figure) {
        return figure.judged && (!direct || figure.scene == WallScene::conversion ||
                                 figure.scene == WallScene::success);
    });
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tile_kinds.h"

#include "ingest/incidents/incident_watch.h"
#include "models/axis_text.h"
#include "models/series_time.h"
#include "models/signs.h"
#include "models/snapshot_lookup.h"
#include "models/tile_parts.h"

#include <QCoreApplication>

namespace models::tile {

namespace {

QString ratioTilesTr(const char *text)
{
    return QCoreApplication::translate("Tiles", text);
}

void putRatio(Tile &tile, std::optional<double> ratio, const ingest::Interval &interval,
              std::uint64_t trials, const QString &trialsName)
{
    if (!ratio) {
        tile.note = ratioTilesTr("none in this window");
        return;
    }
    tile.ratio = ratio;
    tile.interval = interval;
    put(tile, percentText(*ratio * 100), *ratio * 100, QStringLiteral("%"));
    const QString range = QStringLiteral("%1%2%3")
                              .arg(percentText(interval.lower * 100).section(kNarrow, 0, 0))
                              .arg(kDash)
                              .arg(percentText(interval.upper * 100).section(kNarrow, 0, 0));
    leaveUnjudged(tile);
    tile.note = ratioTilesTr("95 % CI %1").arg(range);
    if (trials < kFewTrials) {
        tile.few = true;
        judge(tile, Status::look, ratioTilesTr("Few data"));
        tile.note = ratioTilesTr("%1, only %2 %3").arg(range).arg(trials).arg(trialsName);
    }
}

// Single steps hold few trials: the course is of so many together.
constexpr std::size_t kTogether = 10;

// Of those up to `last`; NaN where nobody tried.
double shareOf(const std::vector<ingest::RatioPoint> &points, std::size_t last)
{
    std::uint64_t good = 0;
    std::uint64_t all = 0;
    for (std::size_t i = last + 1 - kTogether; i <= last; ++i) {
        good += points[i].good;
        all += points[i].good + points[i].bad;
    }
    return all == 0 ? kUnknown : static_cast<double>(good) / static_cast<double>(all);
}

// No journey has had its time yet: the best guess there is, grey and called so.
void putEarly(Tile &tile, const ingest::FunnelSnapshot &funnel)
{
    const std::uint64_t entered = funnel.steps.empty() ? 0 : funnel.steps.front().journeys;
    judge(tile, Status::unknown, ratioTilesTr("Too early"));
    if (*funnel.conversion <= 0) { // time, not failure, may be all that is missing
        tile.note = ratioTilesTr("none of %1 journeys yet").arg(wholeCount(entered));
        return;
    }
    const double share = funnel.nowcast.value_or(*funnel.conversion) * 100;
    put(tile, percentText(share), share, QStringLiteral("%"));
    tile.few = true;
    tile.note = funnel.nowcast ? ratioTilesTr("expected of %1 journeys").arg(wholeCount(entered))
                               : ratioTilesTr("so far, of %1 journeys").arg(wholeCount(entered));
}

} // namespace

Tile conversion(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("conversion", QT_TRANSLATE_NOOP("Tiles", "Conversion"),
                      QT_TRANSLATE_NOOP("Tiles", "Conversion"));
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, role);
    if (funnel == nullptr)
        return tile;
    if (!funnel->maturedConversion && funnel->conversion) {
        putEarly(tile, *funnel);
    } else {
        putRatio(tile, funnel->maturedConversion, funnel->maturedWilson95, funnel->matured,
                 ratioTilesTr("journeys"));
    }
    // Of those who have had their time: what is still maturing would seem to fall.
    const double asOfMs = toMs(snapshot.asOf);
    const double maturedMs = asOfMs - double(funnel->maturing.count()) * 1000;
    for (std::size_t i = 0; i < funnel->series.points.size(); ++i) {
        const ingest::FunnelPoint &point = funnel->series.points[i];
        const bool matured = endMs(funnel->series, i, asOfMs) <= maturedMs;
        tile.course.push_back(point.entered == 0 || !matured
                                  ? kUnknown
                                  : static_cast<double>(point.converted) /
                                        static_cast<double>(point.entered));
    }
    return tile;
}

Tile success(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("success", QT_TRANSLATE_NOOP("Tiles", "Payment success"),
                      QT_TRANSLATE_NOOP("Tiles", "Success"));
    const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, role);
    if (ratio == nullptr)
        return tile;
    const ingest::RatioValue &value = ratio->value;
    putRatio(tile, value.value, value.wilson95, value.good + value.bad, ratioTilesTr("attempts"));
    const auto *configured = configurationOf(snapshot, role);
    if (configured != nullptr && !configured->title.empty())
        tile.title = QString::fromStdString(configured->title);
    // The limit is the largest share of failures that is accepted: the one that makes incidents.
    if (configured != nullptr && value.value && !tile.few) {
        const double limit =
            1.0 - configured->limit.value_or(ingest::incidents::IncidentWatch::kDefaultLimit);
        if (value.wilson95.upper < limit)
            judge(tile, Status::bad, ratioTilesTr("Bad"));
        else if (*value.value < limit)
            judge(tile, Status::look, ratioTilesTr("Low"));
        else
            judge(tile, Status::normal, ratioTilesTr("OK"));
    }
    const auto &points = ratio->series.points;
    for (std::size_t i = 0; i < points.size(); ++i)
        tile.course.push_back(i + 1 < kTogether ? kUnknown : shareOf(points, i));
    return tile;
}

} // namespace models::tile

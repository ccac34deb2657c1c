// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tiles.h"

#include "models/clock_text.h"
#include "models/signs.h"
#include "models/snapshot_lookup.h"
#include "models/tile_kinds.h"
#include "models/tile_parts.h"
#include "models/time_axis.h"
#include "models/trust.h"
#include "models/window_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

namespace {

QString tilesTr(const char *text)
{
    return QCoreApplication::translate("Tiles", text);
}

// Nothing heard is no zero.
void endCourse(Tile &tile, double endMs, const ingest::Snapshot &snapshot)
{
    const TimeAxis axis = timeAxisOf(snapshot);
    const double share = std::clamp((endMs - axis.fromMs) / axis.spanMs(), 0.0, 1.0);
    const auto first = static_cast<std::size_t>(share * double(tile.course.size()));
    std::fill(tile.course.begin() + static_cast<std::ptrdiff_t>(first), tile.course.end(),
              tile::kUnknown);
}

// What can no longer be trusted says so by word, whatever it was.
void distrust(Tile &tile, const ingest::Snapshot &snapshot, const std::string &role)
{
    const ingest::SignalSnapshot *signal = signalNamed(snapshot, role);
    const std::optional<double> end = dataEndMs(snapshot, signal);
    if (!end || tile.value == QString(kDash))
        return;
    const double nowMs = toMs(snapshot.engineTime);
    tile.stale = true;
    tile::judge(tile, Status::unknown, tilesTr("Stale %1").arg(ageText((nowMs - *end) / 1000.0)));
    if (snapshot.heard) {
        tile.note = tilesTr("as of %1, do not act on it").arg(clockText(*end));
        return;
    }
    tile.note = tilesTr("nothing since %1").arg(clockText(*end));
    endCourse(tile, *end, snapshot);
}

// Where part never came, an interval of what did would promise too much.
void markGaps(Tile &tile, const ingest::Snapshot &snapshot, const std::string &role)
{
    const ingest::SignalSnapshot *signal = signalNamed(snapshot, role);
    // What needs no signal is of all sources.
    const bool gaps =
        signal != nullptr ? hasGaps(snapshot, signal) : mostBroken(snapshot) != nullptr;
    if (tile.stale || tile.few || tile.value == QString(kDash) || !gaps)
        return;
    tile.note = tilesTr("incomplete");
    tile.interval.reset();
    tile.gaps = tile.status == Status::normal;
    if (tile.gaps)
        tile::judge(tile, Status::look, tilesTr("Gaps"));
}

} // namespace

QString Tile::text() const
{
    return unit.isEmpty() ? value : value + kNarrow + unit;
}

QString Tile::sentence(const QString &window) const
{
    const QString said =
        word.isEmpty() ? tilesTr("%1 %2, %3, window %4").arg(title, text(), note, window)
                       : tilesTr("%1 %2, %3, %4, window %5").arg(title, text(), word, note, window);
    return delta && !delta->sentence.isEmpty() ? tilesTr("%1, %2").arg(said, delta->sentence)
                                               : said;
}

std::vector<Tile> tilesOf(const ingest::Snapshot &snapshot)
{
    const ingest::config::ExperienceRoles roles = rolesOf(snapshot);
    const ingest::Snapshot &heard = heardOf(snapshot);
    std::vector<Tile> tiles{
        tile::conversion(heard, roles.conversion), tile::success(heard, roles.success),
        tile::revenue(heard, roles.revenue),       tile::failures(heard, roles.failures),
        tile::latency(heard, roles.latency),       tile::active(heard, roles.active)};
    const std::array<std::string, 6> needed{roles.conversion, roles.success, roles.revenue,
                                            roles.failures,   roles.latency, roles.active};
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        distrust(tiles[i], snapshot, needed.at(i));
        markGaps(tiles[i], snapshot, needed.at(i));
    }
    if (ingest::isLong(snapshot.window))
        for (Tile &tile : tiles) { // few look at windows of days: they say which they are of
            tile.title = tilesTr("%1, %2").arg(tile.title, windowText(snapshot.window));
            tile.shortTitle = tilesTr("%1, %2").arg(tile.shortTitle, windowText(snapshot.window));
        }
    return tiles;
}

} // namespace models

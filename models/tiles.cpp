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

#include <array>

namespace models {

namespace {

QString tilesTr(const char *text)
{
    return QCoreApplication::translate("Tiles", text);
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
    tile.note = tilesTr("as of %1, do not act on it").arg(clockText(*end));
}

} // namespace

QString Tile::text() const
{
    return unit.isEmpty() ? value : value + kNarrow + unit;
}

QString Tile::sentence(const QString &window) const
{
    const QString said = tilesTr("%1 %2, %3, %4, window %5").arg(title, text(), word, note, window);
    return delta && !delta->sentence.isEmpty() ? tilesTr("%1, %2").arg(said, delta->sentence)
                                               : said;
}

std::vector<Tile> tilesOf(const ingest::Snapshot &snapshot)
{
    const ingest::config::ExperienceRoles roles = rolesOf(snapshot);
    std::vector<Tile> tiles{
        tile::conversion(snapshot, roles.conversion), tile::success(snapshot, roles.success),
        tile::revenue(snapshot, roles.revenue),       tile::failures(snapshot, roles.failures),
        tile::latency(snapshot, roles.latency),       tile::active(snapshot, roles.active)};
    const std::array<std::string, 6> needed{roles.conversion, roles.success, roles.revenue,
                                            roles.failures,   roles.latency, roles.active};
    for (std::size_t i = 0; i < tiles.size(); ++i)
        distrust(tiles[i], snapshot, needed.at(i));
    if (ingest::isLong(snapshot.window))
        for (Tile &tile : tiles) { // few look at windows of days: they say which they are of
            tile.title = tilesTr("%1, %2").arg(tile.title, windowText(snapshot.window));
            tile.shortTitle = tilesTr("%1, %2").arg(tile.shortTitle, windowText(snapshot.window));
        }
    return tiles;
}

} // namespace models

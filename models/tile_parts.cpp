// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tile_parts.h"

#include "models/signs.h"

#include <QCoreApplication>

namespace models::tile {

namespace {

QString tilePartsTr(const char *text)
{
    return QCoreApplication::translate("Tiles", text);
}

// "9.7" and "k": what stands large and what stands small.
void split(Tile &tile, const QString &text)
{
    const qsizetype space = text.indexOf(kNarrow);
    tile.value = text.left(space);
    tile.unit = space < 0 ? QString() : text.mid(space + 1);
}

} // namespace

Tile named(const char *key, const char *title, const char *shortTitle)
{
    Tile tile;
    tile.key = QString::fromLatin1(key);
    tile.title = tilePartsTr(title);
    tile.shortTitle = tilePartsTr(shortTitle);
    tile.value = kDash;
    tile.note = tilePartsTr("waiting for the first event");
    return tile;
}

void put(Tile &tile, const QString &text, double exact, const QString &unit)
{
    split(tile, text);
    tile.exact = exact;
    tile.exactUnit = unit;
}

void judge(Tile &tile, Status status, const QString &word)
{
    tile.status = status;
    tile.word = word;
}

void leaveUnjudged(Tile &tile)
{
    judge(tile, Status::normal, QString());
}

} // namespace models::tile

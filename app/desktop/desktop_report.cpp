// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_report.h"

#include "ingest/report/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

std::string desktopReport(const ingest::Snapshot &snapshot, const std::vector<models::Tile> &tiles)
{
    QJsonArray shown;
    for (const models::Tile &tile : tiles)
        shown.append(QJsonObject{{QStringLiteral("key"), tile.key},
                                 {QStringLiteral("title"), tile.title},
                                 {QStringLiteral("text"), tile.text()},
                                 {QStringLiteral("word"), tile.word},
                                 {QStringLiteral("note"), tile.note},
                                 {QStringLiteral("stale"), tile.stale}});
    // The report keeps its own order of keys, so the tiles are put in front of its first.
    std::string json = ingest::report::toJson(snapshot);
    const std::string tilesText =
        "\"tiles\": " + QJsonDocument(shown).toJson(QJsonDocument::Compact).toStdString() + ",";
    return json.insert(json.find('{') + 1, "\n  " + tilesText);
}

} // namespace app

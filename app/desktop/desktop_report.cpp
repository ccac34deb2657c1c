// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_report.h"

#include "ingest/report/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

QJsonObject of(const ingest::Incident &incident)
{
    return {{QStringLiteral("subject"), QString::fromStdString(incident.subject)},
            {QStringLiteral("open"), !incident.until.has_value()},
            {QStringLiteral("journeys"), static_cast<qint64>(incident.journeys)}};
}

// `"name": value,` on a line of its own.
std::string member(const char *name, const QJsonDocument &value)
{
    return "\n  \"" + std::string(name) +
           "\": " + value.toJson(QJsonDocument::Compact).toStdString() + ",";
}

} // namespace

std::string desktopReport(const ingest::Snapshot &snapshot, const std::vector<models::Tile> &tiles,
                          const ShownPage &page)
{
    QJsonArray shown;
    for (const models::Tile &tile : tiles)
        shown.append(QJsonObject{{QStringLiteral("key"), tile.key},
                                 {QStringLiteral("title"), tile.title},
                                 {QStringLiteral("text"), tile.text()},
                                 {QStringLiteral("word"), tile.word},
                                 {QStringLiteral("note"), tile.note},
                                 {QStringLiteral("stale"), tile.stale}});
    QJsonArray incidents;
    for (const ingest::Incident &incident : snapshot.incidents)
        incidents.append(of(incident));
    const QJsonObject seen{{QStringLiteral("key"), page.key},
                           {QStringLiteral("shown"), page.shown}};
    // The report keeps its own order of keys, so all this is put in front of its first.
    std::string json = ingest::report::toJson(snapshot);
    return json.insert(json.find('{') + 1, member("tiles", QJsonDocument(shown)) +
                                               member("incidents", QJsonDocument(incidents)) +
                                               member("page", QJsonDocument(seen)));
}

} // namespace app

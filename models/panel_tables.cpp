// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panel_tables.h"

#include "models/time_axis.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

QString panelTablesTr(const char *text)
{
    return QCoreApplication::translate("PanelTables", text);
}

QVariant number(std::uint64_t count)
{
    return static_cast<qulonglong>(count);
}

QString traitsOf(const ingest::evidence::Difference &difference, bool values)
{
    QStringList names;
    for (const auto &[attribute, value] : difference.traits)
        names.append(QString::fromStdString(values ? value : attribute));
    return names.join(QStringLiteral(" + "));
}

} // namespace

FigureTable tilesTable(const std::vector<Tile> &tiles, const QString &window)
{
    FigureTable table{QStringLiteral("key-figures"),
                      panelTablesTr("Key figures, %1").arg(window),
                      {panelTablesTr("Figure"), panelTablesTr("Value"), panelTablesTr("Unit"),
                       panelTablesTr("As shown"), panelTablesTr("Status"), panelTablesTr("Note"),
                       panelTablesTr("95 % low (%)"), panelTablesTr("95 % high (%)"),
                       panelTablesTr("Window")},
                      {}};
    for (const Tile &tile : tiles)
        table.rows.push_back({tile.title, tile.exact ? QVariant(*tile.exact) : QVariant(),
                              tile.exactUnit, tile.text(), tile.word, tile.note,
                              tile.interval ? QVariant(tile.interval->lower * 100) : QVariant(),
                              tile.interval ? QVariant(tile.interval->upper * 100) : QVariant(),
                              window});
    return table;
}

FigureTable flowTable(const std::vector<FlowStage> &flow)
{
    FigureTable table{QStringLiteral("ledger"),
                      panelTablesTr("Where every event went"),
                      {panelTablesTr("Stage"), panelTablesTr("Events"), panelTablesTr("Before it"),
                       panelTablesTr("Events there"), panelTablesTr("Known"),
                       panelTablesTr("Leaves the stream")},
                      {}};
    for (const FlowStage &stage : flow) {
        const FlowBranch &branch = stage.branch;
        std::vector<QVariant> row{stage.title, number(stage.count), {}, {}, {}, {}};
        if (!branch.name.isEmpty()) {
            row[2] = branch.name;
            row[3] = number(branch.count);
            row[4] = branch.known ? panelTablesTr("yes") : panelTablesTr("at least");
            row[5] = branch.leaves ? panelTablesTr("yes") : panelTablesTr("no");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable loadTable(const ingest::Snapshot &snapshot)
{
    FigureTable table{QStringLiteral("engine"),
                      panelTablesTr("Engine"),
                      {panelTablesTr("until (UTC)"), panelTablesTr("ingest busy (% of a core)"),
                       panelTablesTr("frames waiting at once"), panelTablesTr("memory (bytes)")},
                      {}};
    if (!snapshot.load || !snapshot.load->course)
        return table;
    const auto &course = *snapshot.load->course;
    const double endMs = toMs(snapshot.engineTime);
    const double stepMs = double(snapshot.load->step.count()) * 1000;
    for (std::size_t i = 0; i < course.size(); ++i)
        table.rows.push_back({instant(endMs - double(course.size() - 1 - i) * stepMs),
                              100 * course[i].busy, number(course[i].largestBurst),
                              number(course[i].residentBytes)});
    return table;
}

FigureTable facetTable(const std::vector<Facet> &facets)
{
    FigureTable table{QStringLiteral("facets"),
                      panelTablesTr("Facets of the matching events"),
                      {panelTablesTr("Attribute"), panelTablesTr("Value"), panelTablesTr("Events"),
                       panelTablesTr("Of")},
                      {}};
    for (const Facet &facet : facets)
        for (const Facet::Value &value : facet.values)
            table.rows.push_back({facet.attribute, value.value, value.count, facet.total});
    return table;
}

FigureTable changedTable(const ingest::evidence::WhatChanged &changed)
{
    FigureTable table{QStringLiteral("what-changed"),
                      panelTablesTr("What changed"),
                      {panelTablesTr("Dimension"), panelTablesTr("Value"), panelTablesTr("Failing"),
                       panelTablesTr("Attempts"), panelTablesTr("Failing before"),
                       panelTablesTr("Attempts before"), panelTablesTr("Factor"),
                       panelTablesTr("Explained (%)"), panelTablesTr("From (UTC)"),
                       panelTablesTr("To (UTC)")},
                      {}};
    for (const ingest::evidence::Difference &difference : changed.differences)
        table.rows.push_back({traitsOf(difference, false), traitsOf(difference, true),
                              number(difference.now.failing), number(difference.now.attempts),
                              number(difference.before.failing), number(difference.before.attempts),
                              difference.factor, 100 * difference.explained,
                              instant(toMs(changed.from)), instant(toMs(changed.to))});
    return table;
}

FigureTable journeyTable(const JourneyLine &line)
{
    FigureTable table{QStringLiteral("journey"),
                      panelTablesTr("Journey %1").arg(line.journey),
                      {panelTablesTr("Time (UTC)"), panelTablesTr("Service"),
                       panelTablesTr("Event"), panelTablesTr("Outcome"), panelTablesTr("Amount"),
                       panelTablesTr("Attributes")},
                      {}};
    const auto service = [&line](int row) { return line.services[static_cast<std::size_t>(row)]; };
    for (const JourneyLine::Dot &dot : line.dots)
        table.rows.push_back({instant(line.startMs + dot.seconds * 1000), service(dot.row),
                              dot.type, dot.failing ? panelTablesTr("failed") : panelTablesTr("OK"),
                              dot.amount, dot.attributes});
    for (const JourneyLine::Missing &missing : line.missing)
        table.rows.push_back(
            {instant(line.startMs + std::min(missing.toSeconds, missing.nowSeconds) * 1000),
             service(missing.row),
             missing.label,
             missing.pending ? panelTablesTr("may still come") : panelTablesTr("never came"),
             {},
             {}});
    return table;
}

} // namespace models

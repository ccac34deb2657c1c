// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/triage_report.h"

#include <QJsonArray>

namespace models {

namespace {

constexpr std::size_t kMostRows = 20;

QJsonObject of(const ingest::evidence::Difference &difference)
{
    QJsonObject traits;
    for (const auto &[attribute, value] : difference.traits)
        traits.insert(QString::fromStdString(attribute), QString::fromStdString(value));
    return {{QStringLiteral("traits"), traits},
            {QStringLiteral("named"), difference.named},
            {QStringLiteral("failing"), static_cast<qint64>(difference.now.failing)},
            {QStringLiteral("attempts"), static_cast<qint64>(difference.now.attempts)},
            {QStringLiteral("failingBefore"), static_cast<qint64>(difference.before.failing)},
            {QStringLiteral("attemptsBefore"), static_cast<qint64>(difference.before.attempts)},
            {QStringLiteral("factor"), difference.factor},
            {QStringLiteral("explained"), difference.explained}};
}

QJsonObject of(const EventRow &row)
{
    return {{QStringLiteral("time"), row.time},
            {QStringLiteral("type"), row.type},
            {QStringLiteral("source"), row.source},
            {QStringLiteral("journey"), row.journey},
            {QStringLiteral("reason"), row.reason}};
}

QJsonObject of(const JourneyLine &line, bool chosen)
{
    QJsonArray events;
    for (const JourneyLine::Dot &dot : line.dots)
        events.append(QJsonObject{{QStringLiteral("seconds"), dot.seconds},
                                  {QStringLiteral("source"), line.services[std::size_t(dot.row)]},
                                  {QStringLiteral("label"), dot.label},
                                  {QStringLiteral("failing"), dot.failing}});
    QJsonArray missing;
    for (const JourneyLine::Missing &gap : line.missing)
        missing.append(gap.label);
    return {{QStringLiteral("key"), line.journey},     {QStringLiteral("chosen"), chosen},
            {QStringLiteral("summary"), line.summary}, {QStringLiteral("note"), line.note},
            {QStringLiteral("events"), events},        {QStringLiteral("missing"), missing}};
}

template <class Rows>
QJsonArray firstOf(const Rows &rows)
{
    QJsonArray array;
    for (std::size_t i = 0; i < rows.size() && i < kMostRows; ++i)
        array.append(of(rows[i]));
    return array;
}

} // namespace

QJsonObject triageReport(const TriageFindings &findings, const TriageTexts &texts)
{
    return {
        {QStringLiteral("about"), texts.about},
        {QStringLiteral("samples"),
         QJsonObject{{QStringLiteral("title"), texts.samples},
                     {QStringLiteral("matching"), static_cast<qint64>(findings.matching)},
                     {QStringLiteral("figure"), static_cast<qint64>(findings.figure)},
                     {QStringLiteral("rows"), firstOf(findings.samples)}}},
        {QStringLiteral("whatChanged"),
         QJsonObject{{QStringLiteral("verdict"), texts.verdict},
                     {QStringLiteral("failures"), static_cast<qint64>(findings.changed.failures)},
                     {QStringLiteral("failingBefore"),
                      static_cast<qint64>(findings.changed.before.failing)},
                     {QStringLiteral("attemptsBefore"),
                      static_cast<qint64>(findings.changed.before.attempts)},
                     {QStringLiteral("rows"), firstOf(findings.changed.differences)}}},
        {QStringLiteral("journey"), of(findings.line, texts.chosen)}};
}

} // namespace models

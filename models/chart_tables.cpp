// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart_tables.h"

#include <QCoreApplication>

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <map>

namespace models {

namespace {

constexpr double kNearMs = 60'000; // history has a point a minute

QString chartTablesTr(const char *text)
{
    return QCoreApplication::translate("ChartTables", text);
}

} // namespace

FigureTable chartTable(const ConversionSeries &series)
{
    FigureTable table{QStringLiteral("conversion"),
                      series.title.isEmpty() ? chartTablesTr("Conversion") : series.title,
                      {chartTablesTr("time (UTC)"), chartTablesTr("conversion (%)"),
                       chartTablesTr("95 % low (%)"), chartTablesTr("95 % high (%)"),
                       chartTablesTr("so far (%)"), chartTablesTr("expected (%)")},
                      {}};
    for (std::size_t i = 0; i < series.matured.size(); ++i)
        table.rows.push_back({instant(series.matured[i].x()),
                              series.matured[i].y(),
                              series.lower[i].y(),
                              series.upper[i].y(),
                              {},
                              {}});
    // The first of these repeats the last matured point, where there is one.
    for (std::size_t i = series.matured.empty() ? 0 : 1; i < series.maturingPoints.size(); ++i)
        table.rows.push_back({instant(series.maturingPoints[i].x()),
                              {},
                              {},
                              {},
                              series.maturingPoints[i].y(),
                              series.expected[i].y()});
    return table;
}

FigureTable chartTable(const FailureStack &stack)
{
    FigureTable table{QStringLiteral("failures"),
                      chartTablesTr("Failed attempts"),
                      {chartTablesTr("time (UTC)"), chartTablesTr("all (per min)")},
                      {}};
    for (const FailureBand &band : stack.bands)
        table.heads.append(chartTablesTr("%1 (per min)").arg(band.name));
    for (std::size_t i = 0; i < stack.endsMs.size(); ++i) {
        std::vector<QVariant> row{instant(stack.endsMs[i]),
                                  i < stack.total.size() ? QVariant(stack.total[i]) : QVariant()};
        for (const FailureBand &band : stack.bands)
            row.emplace_back(band.perMinute[i]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable chartTable(const LatencyBands &bands)
{
    FigureTable table{QStringLiteral("latency"),
                      bands.title.isEmpty() ? bands.name : bands.title,
                      {chartTablesTr("time (UTC)"), chartTablesTr("p75 (ms)"),
                       chartTablesTr("p50 (ms)"), chartTablesTr("p95 (ms)"),
                       chartTablesTr("p99 (ms)")},
                      {}};
    std::map<double, std::vector<QVariant>> rows;
    int column = 1;
    for (const std::vector<QPointF> *points : {&bands.p75, &bands.p50, &bands.p95, &bands.p99}) {
        for (const QPointF &point : *points) {
            std::vector<QVariant> &row = rows[point.x()];
            row.resize(5);
            row[0] = instant(point.x());
            row[static_cast<std::size_t>(column)] = std::exp2(point.y());
        }
        ++column;
    }
    for (auto &[ms, row] : rows)
        table.rows.push_back(std::move(row));
    return table;
}

FigureTable chartTable(const RevenueBars &bars)
{
    const QString currency =
        bars.currency == QStringLiteral("XXX") ? chartTablesTr("amount") : bars.currency;
    FigureTable table{QStringLiteral("revenue"),
                      bars.title.isEmpty() ? bars.name : bars.title,
                      {chartTablesTr("until (UTC)"), chartTablesTr("%1 per min").arg(currency),
                       chartTablesTr("from (UTC)"), chartTablesTr("whole bar")},
                      {}};
    for (const RevenueBar &bar : bars.bars)
        table.rows.push_back({instant(bar.toMs), bar.perMinute, instant(bar.fromMs),
                              bar.complete ? chartTablesTr("yes") : chartTablesTr("no")});
    return table;
}

FigureTable chartTable(const WallChart &chart)
{
    FigureTable table{QStringLiteral("wall"),
                      chart.title,
                      {chartTablesTr("time (UTC)"), chart.title, chartTablesTr("provisional")},
                      {}};
    for (const QPointF &point : chart.line)
        table.rows.push_back({instant(point.x()), point.y(), {}});
    for (std::size_t i = chart.line.empty() ? 0 : 1; i < chart.provisional.size(); ++i)
        table.rows.push_back({instant(chart.provisional[i].x()), {}, chart.provisional[i].y()});
    return table;
}

void addUsual(FigureTable &table, const std::vector<QPointF> &usual, const QString &name)
{
    table.heads.insert(2, name);
    for (std::vector<QVariant> &row : table.rows) {
        const auto ms = static_cast<double>(row.front().toDateTime().toMSecsSinceEpoch());
        const auto nearest = std::ranges::min_element(
            usual, {}, [ms](const QPointF &point) { return std::abs(point.x() - ms); });
        const bool near = nearest != usual.end() && std::abs(nearest->x() - ms) <= kNearMs;
        row.insert(row.begin() + 2, near ? QVariant(nearest->y()) : QVariant());
    }
}

} // namespace models

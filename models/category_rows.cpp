// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_rows.h"

#include "models/axis_text.h"
#include "models/category_key.h"
#include "models/series_time.h"
#include "models/signs.h"
#include "models/snapshot_lookup.h"

#include <QCoreApplication>

#include <limits>

namespace models {

namespace {

constexpr std::size_t kTrendPoints = 60;

QString categoryRowsTr(const char *text)
{
    return QCoreApplication::translate("CategoryRows", text);
}

// Sums of equally many steps, some kTrendPoints of them; NaN before anything was observed.
std::vector<double> trendOf(const ingest::Series<std::uint64_t> &series, const TimeAxis &axis)
{
    std::vector<double> trend;
    const std::size_t each = std::max<std::size_t>(1, series.points.size() / kTrendPoints);
    for (std::size_t i = 0; i + each <= series.points.size(); i += each) {
        double sum = 0;
        for (std::size_t j = i; j < i + each; ++j)
            sum += static_cast<double>(series.points[j]);
        const bool observed = endMs(series, i + each - 1, axis.toMs) > axis.observedFromMs;
        trend.push_back(observed ? sum : std::numeric_limits<double>::quiet_NaN());
    }
    return trend;
}

QString changeText(const std::optional<double> &growth)
{
    return growth ? QChar(0xd7) + QString::number(*growth, 'f', *growth < 9.95 ? 1 : 0)
                  : QString(kDash);
}

} // namespace

QString badgeOf(ingest::CategoryState state)
{
    switch (state) {
    case ingest::CategoryState::fresh:
        return categoryRowsTr("NEW");
    case ingest::CategoryState::regressed:
        return categoryRowsTr("REGRESSED");
    case ingest::CategoryState::escalating:
    case ingest::CategoryState::known:
        break;
    }
    return {};
}

std::vector<CategoryRow> categoryRows(const ingest::Snapshot &shown, std::size_t most)
{
    const ingest::Snapshot &snapshot = heardOf(shown);
    std::vector<CategoryRow> rows;
    if (!snapshot.metrics)
        return rows;
    const TimeAxis axis = timeAxisOf(snapshot);
    const double minutes = snapshot.observed.count() / 60.0;
    for (const ingest::CategorySnapshot &category : snapshot.metrics->categories) {
        if (rows.size() >= most || category.count == 0)
            break;
        CategoryRow row;
        row.ordinal = category.ordinal;
        row.name = categoryName(category.category);
        row.type = QString::fromStdString(category.type);
        row.count = wholeCount(category.count);
        row.counted = category.count;
        row.journeysCounted = category.journeys;
        if (minutes > 0) {
            row.eachMinute = static_cast<double>(category.count) / minutes;
            row.perMinute = shortCount(*row.eachMinute);
        }
        row.journeys = (category.journeysExact ? QString() : QStringLiteral("≈")) +
                       wholeCount(category.journeys);
        if (category.journeys == 0 && !category.journeysExact)
            row.journeys = QStringLiteral("\u2013"); // of history only: not kept
        row.change = changeText(category.growth);
        row.owner = QString::fromStdString(category.owner.name);
        row.state = category.state;
        row.badge = badgeOf(category.state);
        row.trend = trendOf(category.series, axis);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace models

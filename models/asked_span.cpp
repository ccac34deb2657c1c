// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/asked_span.h"

#include "models/category_key.h"
#include "models/clock_text.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace models {

namespace {

QString askedSpanTr(const char *text)
{
    return QCoreApplication::translate("models::AskedSpan", text);
}

// Adds up the points that the span touches, and widens the figure to them.
template <class Point, class Count>
void put(AskedFigure &asked, const ingest::Series<Point> &series, double fromMs, double toMs,
         Count count)
{
    asked.figure.from = asked.figure.to;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const ingest::Second end =
            series.start + series.step * static_cast<ingest::Seconds::rep>(i + 1);
        if (models::toMs(end) <= fromMs || beginMs(series, i) >= toMs)
            continue;
        asked.count += count(series.points[i]);
        asked.figure.from = std::min(asked.figure.from, end - series.step);
        asked.figure.to = std::min(end, asked.figure.asOf);
    }
}

// How many more there were in the span than the rest of the window lets expect.
template <class Point, class Count>
double growthOf(const ingest::Series<Point> &series, double fromMs, double toMs, Count count)
{
    double inside = 0;
    double outside = 0;
    double points = 0;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const bool within = endMs(series, i, toMs) > fromMs && beginMs(series, i) < toMs;
        (within ? inside : outside) += double(count(series.points[i]));
        points += within ? 1 : 0;
    }
    const double rest = double(series.points.size()) - points;
    return rest > 0 ? inside - outside * points / rest : 0;
}

const ingest::CategorySnapshot *mostGrown(const ingest::Metrics &metrics, double fromMs,
                                          double toMs)
{
    const ingest::CategorySnapshot *most = nullptr;
    double growth = 0;
    for (const ingest::CategorySnapshot &category : metrics.categories)
        if (const double its = growthOf(category.series, fromMs, toMs, std::identity{});
            its > growth) {
            growth = its;
            most = &category;
        }
    return most;
}

std::uint64_t badOf(const ingest::RatioPoint &point)
{
    return point.bad;
}

// The ratio whose bad trials grew most in the span; where none grew, the one for success.
std::string ratioNamed(const ingest::Snapshot &snapshot, double fromMs, double toMs)
{
    std::string most = rolesOf(snapshot).success;
    double growth = 0;
    for (const ingest::SignalSnapshot &signal : snapshot.metrics->signals) {
        const auto *ratio = std::get_if<ingest::RatioSnapshot>(&signal.value);
        const double its = ratio ? growthOf(ratio->series, fromMs, toMs, badOf) : 0;
        if (its > growth) {
            growth = its;
            most = signal.name;
        }
    }
    return most;
}

// The category that grew most, else every failing event.
QString putFailures(AskedFigure &asked, const ingest::Metrics &metrics, double fromMs, double toMs)
{
    asked.figure.failing = true;
    if (const auto *grown = mostGrown(metrics, fromMs, toMs)) {
        asked.figure.category = grown->ordinal;
        put(asked, grown->series, fromMs, toMs, [](std::uint64_t point) { return point; });
        return categoryName(grown->category);
    }
    put(asked, metrics.failures, fromMs, toMs,
        [](double point) { return static_cast<std::uint64_t>(point); });
    return askedSpanTr("Failures");
}

} // namespace

std::optional<AskedFigure> askedSpan(const ingest::Snapshot &snapshot, ChartLine line,
                                     double fromMs, double toMs)
{
    if (!snapshot.metrics || toMs <= fromMs || fromMs >= models::toMs(snapshot.asOf))
        return std::nullopt;
    AskedFigure asked;
    asked.isSpan = true;
    asked.figure.to = snapshot.asOf;
    asked.figure.asOf = snapshot.asOf;
    const std::string role = ratioNamed(snapshot, fromMs, toMs);
    const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, role);
    QString what;
    if (line == ChartLine::failures || ratio == nullptr) {
        what = putFailures(asked, *snapshot.metrics, fromMs, toMs);
    } else {
        asked.figure.signal = placeOf(snapshot, role);
        asked.figure.part = ingest::evidence::Part::bad;
        what = askedSpanTr("%1: failed").arg(signalTitle(snapshot, *asked.figure.signal));
        put(asked, ratio->series, fromMs, toMs, badOf);
    }
    asked.title = askedSpanTr("%1, %2–%3")
                      .arg(what, clockTextSeconds(models::toMs(asked.figure.from)),
                           clockTextSeconds(models::toMs(asked.figure.to)));
    return asked;
}

} // namespace models

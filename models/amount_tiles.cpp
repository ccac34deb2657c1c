// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tile_kinds.h"

#include "models/axis_text.h"
#include "models/incident_rank.h"
#include "models/rolling_rate.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"
#include "models/tile_parts.h"
#include "models/trust.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace models::tile {

namespace {

QString amountTilesTr(const char *text)
{
    return QCoreApplication::translate("Tiles", text);
}

// Sums of ten points, as a rate a minute of the observed part; unknown before that.
template <class Number>
std::vector<double> perMinute(const ingest::Snapshot &snapshot,
                              const ingest::Series<Number> &series, double unit)
{
    ingest::Series<double> amounts;
    amounts.start = series.start;
    amounts.step = series.step;
    for (const Number point : series.points)
        amounts.points.push_back(static_cast<double>(point) / unit);
    const TimeAxis axis = timeAxisOf(snapshot);
    auto rates = rollingPerMinute(amounts, 10 * series.step, axis.observedFromMs, axis.toMs);
    for (std::size_t i = 0; i < rates.size(); ++i)
        if (!isObserved(snapshot, endMs(series, i, axis.toMs)))
            rates[i] = kUnknown;
    return rates;
}

double observedMinutes(const ingest::Snapshot &snapshot)
{
    return snapshot.observed.count() / 60.0;
}

} // namespace

Tile revenue(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("revenue", QT_TRANSLATE_NOOP("Tiles", "Revenue per minute"),
                      QT_TRANSLATE_NOOP("Tiles", "Revenue/min"));
    const auto *sum = valueNamed<ingest::SumSnapshot>(snapshot, role);
    const double minutes = observedMinutes(snapshot);
    if (sum == nullptr || minutes <= 0)
        return tile;
    const auto shown =
        std::ranges::find(sum->sums, sum->seriesCurrency, &ingest::SumValue::currency);
    if (shown == sum->sums.end()) {
        tile.note = amountTilesTr("none in this window");
        return tile;
    }
    const double unit = std::pow(10.0, shown->exponent);
    const QString currency = QString::fromLatin1(shown->currency.letters.data(), 3);
    const double amount = static_cast<double>(shown->minor) / unit / minutes;
    put(tile, shortMoney(amount, currency), amount, amountTilesTr("%1/min").arg(currency));
    leaveUnjudged(tile);
    tile.note = sum->sums.size() == 1
                    ? amountTilesTr("%1 orders").arg(shortCount(static_cast<double>(sum->count)))
                    : amountTilesTr("and %1 other currencies").arg(sum->sums.size() - 1);
    tile.course = perMinute(snapshot, sum->series, unit);
    return tile;
}

Tile failures(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("failures", QT_TRANSLATE_NOOP("Tiles", "Failed attempts per minute"),
                      QT_TRANSLATE_NOOP("Tiles", "Failed/min"));
    const double minutes = observedMinutes(snapshot);
    const bool waiting = snapshot.freshness.state == ingest::FreshnessState::waiting;
    if (waiting || !snapshot.metrics || minutes <= 0)
        return tile;
    std::uint64_t count = snapshot.metrics->failuresCount;
    tile.course = perMinute(snapshot, snapshot.metrics->failures, 1);
    if (const auto *rate = valueNamed<ingest::RateSnapshot>(snapshot, role)) {
        count = rate->count;
        tile.course = perMinute(snapshot, rate->series, 1);
    }
    const double rate = static_cast<double>(count) / minutes;
    put(tile, shortCount(rate), rate, amountTilesTr("/min"));
    leaveUnjudged(tile);
    if (const ingest::Incident *worst = worstIncident(snapshot);
        worst != nullptr && worst->kind != ingest::IncidentKind::source)
        judge(tile, statusOf(worst->kind), amountTilesTr("High"));
    tile.note = amountTilesTr("%1 in the window").arg(shortCount(static_cast<double>(count)));
    return tile;
}

Tile latency(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("latency", QT_TRANSLATE_NOOP("Tiles", "Load time p75"),
                      QT_TRANSLATE_NOOP("Tiles", "Load p75"));
    const auto *latency = valueNamed<ingest::LatencySnapshot>(snapshot, role);
    if (latency == nullptr)
        return tile;
    const auto *configured = configurationOf(snapshot, role);
    if (configured != nullptr && !configured->title.empty()) {
        tile.title = QString::fromStdString(configured->title) + QStringLiteral(" p75");
    }
    if (!latency->value.p75) {
        tile.note = amountTilesTr("none in this window");
        return tile;
    }
    put(tile, durationText(*latency->value.p75), *latency->value.p75, QStringLiteral("ms"));
    leaveUnjudged(tile);
    tile.note = amountTilesTr("of %1").arg(shortCount(static_cast<double>(latency->count)));
    if (latency->count < kFewTrials) {
        tile.few = true;
        judge(tile, Status::look, amountTilesTr("Few data"));
        tile.note = amountTilesTr("only %1").arg(latency->count);
    } else if (configured != nullptr && !configured->thresholdsMs.empty()) {
        const bool good = *latency->value.p75 <= configured->thresholdsMs.front();
        const bool poor = *latency->value.p75 > configured->thresholdsMs.back();
        judge(tile,
              good   ? Status::normal
              : poor ? Status::bad
                     : Status::look,
              good   ? amountTilesTr("Good")
              : poor ? amountTilesTr("Bad")
                     : amountTilesTr("Slow"));
        tile.note = amountTilesTr("good ≤ %1").arg(durationTick(configured->thresholdsMs.front()));
    }
    for (const ingest::Quantiles &point : latency->series.points)
        tile.course.push_back(point.p75.value_or(kUnknown));
    return tile;
}

Tile active(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("active", QT_TRANSLATE_NOOP("Tiles", "Active journeys"),
                      QT_TRANSLATE_NOOP("Tiles", "Active"));
    const auto *uniques = valueNamed<ingest::UniquesSnapshot>(snapshot, role);
    if (uniques == nullptr)
        return tile;
    const auto count = static_cast<double>(uniques->count);
    put(tile, shortCount(count), count, QString());
    leaveUnjudged(tile);
    tile.note = uniques->exact ? amountTilesTr("exact") : amountTilesTr("estimated, ±3.2 %");
    const TimeAxis axis = timeAxisOf(snapshot);
    const auto &series = uniques->series;
    // Those within a step: of a step not wholly seen they are fewer, which is no fall.
    const std::size_t whole = series.points.size() - (series.partial ? 1 : 0);
    for (std::size_t i = 0; i < whole; ++i)
        tile.course.push_back(beginMs(series, i) >= axis.observedFromMs &&
                                      isObserved(snapshot, endMs(series, i, axis.toMs))
                                  ? static_cast<double>(series.points[i])
                                  : kUnknown);
    return tile;
}

} // namespace models::tile

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tiles.h"

#include "ingest/incidents/incident_watch.h"
#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/rolling_rate.h"
#include "models/series_time.h"
#include "models/signs.h"
#include "models/snapshot_lookup.h"
#include "models/trust.h"
#include "models/window_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace models {

namespace {

constexpr std::uint64_t kFewTrials = 100;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

QString tilesTr(const char *text)
{
    return QCoreApplication::translate("Tiles", text);
}

Tile named(const char *key, const char *title, const char *shortTitle)
{
    Tile tile;
    tile.key = QString::fromLatin1(key);
    tile.title = tilesTr(title);
    tile.shortTitle = tilesTr(shortTitle);
    tile.value = kDash;
    tile.note = tilesTr("waiting for the first event");
    return tile;
}

// "9.7" and "k": what stands large and what stands small.
void split(Tile &tile, const QString &text)
{
    const qsizetype space = text.indexOf(kNarrow);
    tile.value = text.left(space);
    tile.unit = space < 0 ? QString() : text.mid(space + 1);
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

void putRatio(Tile &tile, std::optional<double> ratio, const ingest::Interval &interval,
              std::uint64_t trials, const QString &trialsName)
{
    if (!ratio) {
        tile.note = tilesTr("none in this window");
        return;
    }
    tile.ratio = ratio;
    tile.interval = interval;
    put(tile, percentText(*ratio * 100), *ratio * 100, QStringLiteral("%"));
    const QString range = QStringLiteral("%1%2%3")
                              .arg(percentText(interval.lower * 100).section(kNarrow, 0, 0))
                              .arg(kDash)
                              .arg(percentText(interval.upper * 100).section(kNarrow, 0, 0));
    judge(tile, Status::normal, tilesTr("OK"));
    tile.note = tilesTr("95 % CI %1").arg(range);
    if (trials < kFewTrials) {
        tile.few = true;
        judge(tile, Status::look, tilesTr("Few data"));
        tile.note = tilesTr("%1, only %2 %3").arg(range).arg(trials).arg(trialsName);
    }
}

// No journey has had its time yet: the best guess there is, grey and called so.
void putEarly(Tile &tile, const ingest::FunnelSnapshot &funnel)
{
    const std::uint64_t entered = funnel.steps.empty() ? 0 : funnel.steps.front().journeys;
    judge(tile, Status::unknown, tilesTr("Too early"));
    if (*funnel.conversion <= 0) { // time, not failure, may be all that is missing
        tile.note = tilesTr("none of %1 journeys yet").arg(wholeCount(entered));
        return;
    }
    const double share = funnel.nowcast.value_or(*funnel.conversion) * 100;
    put(tile, percentText(share), share, QStringLiteral("%"));
    tile.few = true;
    tile.note = funnel.nowcast ? tilesTr("expected of %1 journeys").arg(wholeCount(entered))
                               : tilesTr("so far, of %1 journeys").arg(wholeCount(entered));
}

Tile conversionTile(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("conversion", QT_TRANSLATE_NOOP("Tiles", "Conversion"),
                      QT_TRANSLATE_NOOP("Tiles", "Conversion"));
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, role);
    if (funnel == nullptr)
        return tile;
    if (!funnel->maturedConversion && funnel->conversion) {
        putEarly(tile, *funnel);
    } else {
        putRatio(tile, funnel->maturedConversion, funnel->maturedWilson95, funnel->matured,
                 tilesTr("journeys"));
    }
    for (const ingest::FunnelPoint &point : funnel->series.points)
        tile.course.push_back(point.entered == 0 ? kUnknown
                                                 : static_cast<double>(point.converted) /
                                                       static_cast<double>(point.entered));
    return tile;
}

Tile successTile(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("success", QT_TRANSLATE_NOOP("Tiles", "Payment success"),
                      QT_TRANSLATE_NOOP("Tiles", "Success"));
    const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, role);
    if (ratio == nullptr)
        return tile;
    const ingest::RatioValue &value = ratio->value;
    putRatio(tile, value.value, value.wilson95, value.good + value.bad, tilesTr("attempts"));
    const auto *configured = configurationOf(snapshot, role);
    if (configured != nullptr && !configured->title.empty())
        tile.title = QString::fromStdString(configured->title);
    // The limit is the largest share of failures that is accepted: the one that makes incidents.
    if (configured != nullptr && value.value && !tile.few) {
        const double limit =
            1.0 - configured->limit.value_or(ingest::incidents::IncidentWatch::kDefaultLimit);
        if (value.wilson95.upper < limit)
            judge(tile, Status::bad, tilesTr("Bad"));
        else if (*value.value < limit)
            judge(tile, Status::look, tilesTr("Low"));
    }
    // Single steps hold few trials: the course is of ten steps together.
    const auto &points = ratio->series.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::uint64_t good = 0;
        std::uint64_t bad = 0;
        for (std::size_t j = i >= 9 ? i - 9 : 0; j <= i; ++j) {
            good += points[j].good;
            bad += points[j].bad;
        }
        tile.course.push_back(good + bad == 0
                                  ? kUnknown
                                  : static_cast<double>(good) / static_cast<double>(good + bad));
    }
    return tile;
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

Tile revenueTile(const ingest::Snapshot &snapshot, const std::string &role)
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
        tile.note = tilesTr("none in this window");
        return tile;
    }
    const double unit = std::pow(10.0, shown->exponent);
    const QString currency = QString::fromLatin1(shown->currency.letters.data(), 3);
    const double amount = static_cast<double>(shown->minor) / unit / minutes;
    put(tile, shortMoney(amount, currency), amount, tilesTr("%1/min").arg(currency));
    judge(tile, Status::normal, tilesTr("OK"));
    tile.note = sum->sums.size() == 1
                    ? tilesTr("%1 orders").arg(shortCount(static_cast<double>(sum->count)))
                    : tilesTr("and %1 other currencies").arg(sum->sums.size() - 1);
    tile.course = perMinute(snapshot, sum->series, unit);
    return tile;
}

Tile failuresTile(const ingest::Snapshot &snapshot, const std::string &role)
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
    put(tile, shortCount(rate), rate, tilesTr("/min"));
    judge(tile, Status::normal, tilesTr("OK"));
    tile.note = tilesTr("%1 in the window").arg(shortCount(static_cast<double>(count)));
    return tile;
}

Tile latencyTile(const ingest::Snapshot &snapshot, const std::string &role)
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
        tile.note = tilesTr("none in this window");
        return tile;
    }
    put(tile, durationText(*latency->value.p75), *latency->value.p75, QStringLiteral("ms"));
    judge(tile, Status::normal, tilesTr("OK"));
    tile.note = tilesTr("of %1").arg(shortCount(static_cast<double>(latency->count)));
    if (latency->count < kFewTrials) {
        tile.few = true;
        judge(tile, Status::look, tilesTr("Few data"));
        tile.note = tilesTr("only %1").arg(latency->count);
    } else if (configured != nullptr && !configured->thresholdsMs.empty()) {
        const bool good = *latency->value.p75 <= configured->thresholdsMs.front();
        const bool poor = *latency->value.p75 > configured->thresholdsMs.back();
        judge(tile,
              good   ? Status::normal
              : poor ? Status::bad
                     : Status::look,
              good   ? tilesTr("Good")
              : poor ? tilesTr("Bad")
                     : tilesTr("Slow"));
        tile.note = tilesTr("good ≤ %1").arg(durationTick(configured->thresholdsMs.front()));
    }
    for (const ingest::Quantiles &point : latency->series.points)
        tile.course.push_back(point.p75.value_or(kUnknown));
    return tile;
}

Tile activeTile(const ingest::Snapshot &snapshot, const std::string &role)
{
    Tile tile = named("active", QT_TRANSLATE_NOOP("Tiles", "Active journeys"),
                      QT_TRANSLATE_NOOP("Tiles", "Active"));
    const auto *uniques = valueNamed<ingest::UniquesSnapshot>(snapshot, role);
    if (uniques == nullptr)
        return tile;
    const auto count = static_cast<double>(uniques->count);
    put(tile, shortCount(count), count, QString());
    judge(tile, Status::normal, tilesTr("OK"));
    tile.note = uniques->exact ? tilesTr("exact") : tilesTr("estimated, ±1.6 %");
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

// What can no longer be trusted says so by word, whatever it was.
void distrust(Tile &tile, const ingest::Snapshot &snapshot, const std::string &role)
{
    const ingest::SignalSnapshot *signal = signalNamed(snapshot, role);
    const std::optional<double> end = dataEndMs(snapshot, signal);
    if (!end || tile.value == QString(kDash))
        return;
    const double nowMs = static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                                 snapshot.engineTime.time_since_epoch())
                                                 .count());
    tile.stale = true;
    judge(tile, Status::unknown, tilesTr("Stale %1").arg(ageText((nowMs - *end) / 1000.0)));
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
        conversionTile(snapshot, roles.conversion), successTile(snapshot, roles.success),
        revenueTile(snapshot, roles.revenue),       failuresTile(snapshot, roles.failures),
        latencyTile(snapshot, roles.latency),       activeTile(snapshot, roles.active)};
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

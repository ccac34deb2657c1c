// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tile_deltas.h"

#include "models/axis_text.h"
#include "models/signs.h"
#include "models/snapshot_lookup.h"
#include "models/tile_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

QString tileDeltasTr(const char *text)
{
    return QCoreApplication::translate("TileDeltas", text);
}

bool isShare(const QString &key)
{
    return key == QStringLiteral("conversion") || key == QStringLiteral("success");
}

const ingest::SumValue *shownSum(const ingest::Snapshot &snapshot)
{
    const auto *sum = valueNamed<ingest::SumSnapshot>(snapshot, rolesOf(snapshot).revenue);
    if (sum == nullptr)
        return nullptr;
    const auto shown =
        std::ranges::find(sum->sums, sum->seriesCurrency, &ingest::SumValue::currency);
    return shown == sum->sums.end() ? nullptr : &*shown;
}

std::optional<double> revenuePerMinute(const ingest::Snapshot &snapshot)
{
    const ingest::SumValue *sum = shownSum(snapshot);
    if (sum == nullptr || snapshot.observed.count() <= 0)
        return std::nullopt;
    return double(sum->minor) / std::pow(10.0, sum->exponent) * 60 / snapshot.observed.count();
}

std::optional<double> failuresPerMinute(const ingest::Snapshot &snapshot)
{
    if (!snapshot.metrics || snapshot.observed.count() <= 0)
        return std::nullopt;
    const auto *rate = valueNamed<ingest::RateSnapshot>(snapshot, rolesOf(snapshot).failures);
    const auto count = double(rate == nullptr ? snapshot.metrics->failuresCount : rate->count);
    return count * 60 / snapshot.observed.count();
}

std::optional<ingest::Interval> intervalOf(const ingest::Snapshot &snapshot, const QString &key)
{
    const ingest::config::ExperienceRoles roles = rolesOf(snapshot);
    if (key == QStringLiteral("conversion"))
        if (const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, roles.conversion))
            return funnel->maturedWilson95;
    if (key == QStringLiteral("success"))
        if (const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, roles.success))
            return ratio->value.wilson95;
    return std::nullopt;
}

// Where enough same weekdays are known, what they do not make likely. Else, of shares, what is more
// than chance: the two intervals do not meet. Empty where that cannot be told.
std::optional<bool> isOutside(const ingest::Snapshot &snapshot, const QString &key, double now,
                              const std::vector<const ingest::EarlierSnapshot *> &earlier)
{
    const auto figure = [&key](const ingest::Snapshot &then) { return tileFigure(then, key); };
    const auto ours = intervalOf(snapshot, key);
    if (const auto usual = usualRange(snapshot, figure))
        return ours ? ours->upper < usual->low || ours->lower > usual->high
                    : now < usual->low || now > usual->high;
    const auto theirs = earlier.size() == 1 ? intervalOf(*earlier.front()->snapshot, key)
                                            : std::optional<ingest::Interval>{};
    if (!ours || !theirs)
        return std::nullopt;
    return ours->lower > theirs->upper || ours->upper < theirs->lower;
}

// "11 %" of what it was; nothing where it was next to nothing.
QString shareText(double difference, double then)
{
    if (then <= 0)
        return {};
    const double percent = 100 * difference / then;
    if (std::abs(percent) >= 1000)
        return {};
    return signedText(percent,
                      QString::number(std::abs(std::lround(percent))) + kNarrow + QLatin1Char('%'));
}

QString magnitudeText(const ingest::Snapshot &snapshot, const QString &key, double value)
{
    if (isShare(key))
        return pointsText(value);
    if (key == QStringLiteral("latency"))
        return durationText(std::abs(value));
    if (key != QStringLiteral("revenue"))
        return shortCount(std::abs(value));
    const ingest::SumValue *sum = shownSum(snapshot);
    return shortMoney(std::abs(value), sum == nullptr
                                           ? QString()
                                           : QString::fromLatin1(sum->currency.letters.data(), 3));
}

// Worse than usual is to be looked at, also within a limit. More orders are no trouble, nor fewer
// failures; who comes is neither good nor bad.
void judgeByUsual(Tile &tile)
{
    if (tile.status != Status::normal || !tile.delta || !tile.delta->outside)
        return;
    const int arrow = tile.delta->arrow;
    const bool isLatency = tile.key == QStringLiteral("latency");
    const bool wishedHigh = isShare(tile.key) || tile.key == QStringLiteral("revenue");
    const bool wishedLow = isLatency || tile.key == QStringLiteral("failures");
    const bool better = (wishedHigh && arrow > 0) || (wishedLow && arrow < 0);
    if (arrow != 0 && !better)
        tile::judge(tile, Status::look,
                    isLatency   ? tileDeltasTr("Slow")
                    : arrow > 0 ? tileDeltasTr("High")
                                : tileDeltasTr("Low"));
    else if (tile.word.isEmpty())
        tile::judge(tile, Status::normal, better ? tileDeltasTr("Better") : tileDeltasTr("Normal"));
}

} // namespace

std::optional<double> tileFigure(const ingest::Snapshot &snapshot, const QString &key)
{
    const ingest::config::ExperienceRoles roles = rolesOf(snapshot);
    if (key == QStringLiteral("conversion")) {
        const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, roles.conversion);
        return funnel == nullptr ? std::nullopt : funnel->maturedConversion;
    }
    if (key == QStringLiteral("success")) {
        const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, roles.success);
        return ratio == nullptr ? std::nullopt : ratio->value.value;
    }
    if (key == QStringLiteral("revenue"))
        return revenuePerMinute(snapshot);
    if (key == QStringLiteral("failures"))
        return failuresPerMinute(snapshot);
    if (key == QStringLiteral("latency")) {
        const auto *latency = valueNamed<ingest::LatencySnapshot>(snapshot, roles.latency);
        return latency == nullptr ? std::nullopt : latency->value.p75;
    }
    const auto *active = valueNamed<ingest::UniquesSnapshot>(snapshot, roles.active);
    return active == nullptr ? std::nullopt : std::optional(double(active->count));
}

QString pointsText(double difference)
{
    const double points = std::abs(difference) * 100;
    const QString text =
        points < 0.005 ? QStringLiteral("0.0") : QString::number(points, 'f', points < 1 ? 2 : 1);
    return text + kNarrow + QStringLiteral("pp");
}

QString signedText(double difference, const QString &magnitude)
{
    if (magnitude.startsWith(QStringLiteral("0.0") + kNarrow) || magnitude == QStringLiteral("0") ||
        difference == 0)
        return magnitude;
    return (difference < 0 ? kMinus : QLatin1Char('+')) + magnitude;
}

void putUnknown(const ingest::Snapshot &snapshot, TileDelta &delta)
{
    if (snapshot.hasHistory) {
        delta.text = tileDeltasTr("no history yet");
        delta.sentence = tileDeltasTr("no history of %1 yet").arg(delta.name);
    } else {
        delta.text = tileDeltasTr("no history");
        delta.sentence = tileDeltasTr("there is no history to compare with");
    }
}

TileDelta deltaOf(const ingest::Snapshot &snapshot, const Tile &tile, Baseline baseline)
{
    TileDelta delta;
    delta.name = baselineName(baseline, snapshot.asOf);
    const auto earlier = earlierFor(snapshot, baseline);
    const auto now = tileFigure(snapshot, tile.key);
    const auto then =
        figureThen(earlier, [&](const ingest::Snapshot &one) { return tileFigure(one, tile.key); });
    if (!then) {
        putUnknown(snapshot, delta);
        return delta;
    }
    if (!now)
        return delta;
    delta.known = true;
    const double difference = *now - *then;
    const QString magnitude = magnitudeText(snapshot, tile.key, difference);
    delta.figure = then;
    if (!tile.few && !tile.stale)
        delta.outside = isOutside(snapshot, tile.key, *now, earlier);
    if (delta.outside.value_or(false))
        delta.arrow = difference < 0 ? -1 : 1;
    delta.text = delta.arrow == 0 ? signedText(difference, magnitude) : magnitude;
    if (!isShare(tile.key) && tile.key != QStringLiteral("latency"))
        if (const QString share = shareText(difference, *then); !share.isEmpty())
            delta.text += QStringLiteral(" (%1)").arg(share);
    delta.then =
        isShare(tile.key) ? percentText(*then * 100) : magnitudeText(snapshot, tile.key, *then);
    delta.sentence = difference < 0 ? tileDeltasTr("%1 below %2, which was %3")
                                    : tileDeltasTr("%1 above %2, which was %3");
    delta.sentence = delta.sentence.arg(magnitude, delta.name, delta.then);
    return delta;
}

std::vector<Tile> comparedTiles(const ingest::Snapshot &snapshot, Baseline baseline)
{
    std::vector<Tile> tiles = tilesOf(snapshot);
    const auto earlier = earlierFor(snapshot, baseline);
    const std::vector<Tile> then =
        earlier.size() == 1 ? tilesOf(*earlier.front()->snapshot) : std::vector<Tile>{};
    for (Tile &tile : tiles) {
        tile.delta = deltaOf(heardOf(snapshot), tile, baseline);
        const auto other = std::ranges::find(then, tile.key, &Tile::key);
        if (tile.delta->known && other != then.end())
            tile.delta->course = other->course;
        judgeByUsual(tile);
    }
    return tiles;
}

std::vector<Tile> comparedTiles(const ingest::Snapshot &snapshot)
{
    return comparedTiles(snapshot, bestBaseline(snapshot));
}

} // namespace models

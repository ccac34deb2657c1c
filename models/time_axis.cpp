// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time_axis.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace models {

namespace {

constexpr double kSecond = 1000;
constexpr double kMinute = 60 * kSecond;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;
constexpr std::array kTickSteps{kSecond,      2 * kSecond,  5 * kSecond, 10 * kSecond, 15 * kSecond,
                                30 * kSecond, kMinute,      2 * kMinute, 5 * kMinute,  10 * kMinute,
                                15 * kMinute, 30 * kMinute, kHour,       2 * kHour,    3 * kHour,
                                4 * kHour,    6 * kHour,    12 * kHour,  kDay,         2 * kDay,
                                3 * kDay,     5 * kDay,     7 * kDay};

} // namespace

double toMs(ingest::Second instant)
{
    return double(instant.time_since_epoch().count()) * kSecond;
}

double toMs(ingest::Timestamp instant)
{
    return double(instant.time_since_epoch().count()) / 1e6;
}

ingest::Second toSecond(double ms)
{
    return ingest::Second(ingest::Seconds{std::llround(ms / kSecond)});
}

TimeAxis timeAxisOf(const ingest::Snapshot &snapshot)
{
    const auto span = snapshot.window == ingest::Window::all
                          ? ingest::spanOf(ingest::Window::oneHour)
                          : ingest::spanOf(snapshot.window);
    TimeAxis axis;
    axis.toMs = toMs(snapshot.asOf);
    axis.fromMs = axis.toMs - double(span.count()) * kSecond;
    axis.observedFromMs =
        std::max(axis.fromMs, axis.toMs - std::max(0.0, snapshot.observed.count()) * kSecond);
    if (snapshot.observedFrom)
        axis.observedFromMs = std::max(axis.fromMs, toMs(*snapshot.observedFrom));
    return axis;
}

std::vector<UnobservedMs> unobservedSpans(const ingest::Snapshot &snapshot)
{
    std::vector<UnobservedMs> spans;
    for (const ingest::UnobservedSpan &span : snapshot.unobserved)
        spans.push_back({toMs(span.from), toMs(span.to)});
    return spans;
}

bool isObserved(const ingest::Snapshot &snapshot, double ms)
{
    return std::none_of(snapshot.unobserved.begin(), snapshot.unobserved.end(),
                        [ms](const ingest::UnobservedSpan &span) {
                            return ms > toMs(span.from) && ms <= toMs(span.to);
                        });
}

TimeAxis onPixelGrid(const TimeAxis &axis, int widthPx)
{
    if (widthPx <= 0)
        return axis;
    const double msPerPx = axis.spanMs() / widthPx;
    const double shift = std::ceil(axis.toMs / msPerPx) * msPerPx - axis.toMs;
    return {axis.fromMs + shift, axis.toMs + shift,
            std::max(axis.observedFromMs, axis.fromMs + shift)};
}

QString clockText(double ms, bool withSeconds, const QTimeZone &zone)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(ms)), zone);
    return time.toString(withSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString dayText(double ms, const QTimeZone &zone)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(ms)), zone);
    return QLocale(QLocale::English).toString(time, QStringLiteral("ddd d"));
}

std::vector<TimeTick> timeTicks(const TimeAxis &axis, int widthPx, int minimumPx,
                                const QTimeZone &zone)
{
    std::vector<TimeTick> ticks;
    if (widthPx <= 0 || axis.spanMs() <= 0)
        return ticks;
    const double least = axis.spanMs() * minimumPx / widthPx;
    const auto found = std::find_if(kTickSteps.begin(), kTickSteps.end(),
                                    [least](double candidate) { return candidate >= least; });
    const double step = found == kTickSteps.end() ? kTickSteps.back() : *found;
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(axis.toMs), zone);
    const double offset = double(end.offsetFromUtc()) * kSecond;
    const double first = std::ceil((axis.fromMs + offset) / step) * step - offset;
    for (double ms = first; ms <= axis.toMs; ms += step)
        ticks.push_back(
            {ms, step < kDay ? clockText(ms, step < kMinute, zone) : dayText(ms, zone)});
    return ticks;
}

QString stillToCome(const TimeAxis &axis)
{
    const double missing = axis.observedFromMs - axis.fromMs;
    if (missing < axis.spanMs() / 100)
        return {};
    if (axis.spanMs() > 2 * kDay)
        return QCoreApplication::translate("TimeAxis", "history begins %1")
            .arg(dayText(axis.observedFromMs, QTimeZone::systemTimeZone()));
    const bool hours = axis.spanMs() > kHour;
    const bool seconds = axis.spanMs() <= kMinute;
    const double unit = hours ? kHour : seconds ? kSecond : kMinute;
    const auto count = [unit](double ms) {
        return QString::number(std::max(1, static_cast<int>(std::lround(ms / unit))));
    };
    const QString text =
        hours     ? QCoreApplication::translate("TimeAxis", "%1 of %2\u202fh still to come")
        : seconds ? QCoreApplication::translate("TimeAxis", "%1 of %2\u202fs still to come")
                  : QCoreApplication::translate("TimeAxis", "%1 of %2\u202fmin still to come");
    return text.arg(count(missing), count(axis.spanMs()));
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot small enough to be worked out by hand: one signal, one role, a window of one minute or
// more that ends at a round hour. For tests; plain values.
#pragma once

#include "ingest/snapshot.h"

#include <QPointF>
#include <QString>

#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

inline std::ostream &operator<<(std::ostream &out, const QPointF &point)
{
    return out << '(' << point.x() << ", " << point.y() << ')';
}

namespace small {

// 2023-11-14 22:00:00 UTC.
inline constexpr ingest::Second kAsOf{std::chrono::seconds{1'699'999'200}};
inline constexpr double kAsOfMs = 1'699'999'200'000.0;

// A series whose last point ends at asOf.
template <class Point>
[[nodiscard]] ingest::Series<Point> seriesToNow(std::vector<Point> points,
                                                std::chrono::seconds step)
{
    ingest::Series<Point> series;
    series.step = step;
    series.start = kAsOf - step * static_cast<int>(points.size());
    series.points = std::move(points);
    return series;
}

struct SmallSnapshot
{
    ingest::Snapshot snapshot;
    std::shared_ptr<ingest::Metrics> metrics = std::make_shared<ingest::Metrics>();
    std::shared_ptr<ingest::config::Configuration> configuration =
        std::make_shared<ingest::config::Configuration>();

    explicit SmallSnapshot(ingest::Window window = ingest::Window::oneMinute)
    {
        snapshot.asOf = kAsOf;
        snapshot.window = window;
        snapshot.observed = ingest::spanOf(window);
        snapshot.freshness.state = ingest::FreshnessState::live;
        snapshot.metrics = metrics;
        snapshot.configuration = configuration;
    }

    ingest::SignalSnapshot &add(const std::string &name, ingest::SignalValue value)
    {
        ingest::config::SignalConfiguration signal;
        signal.name = name;
        configuration->signals.push_back(signal);
        metrics->signals.emplace_back();
        metrics->signals.back().name = name;
        metrics->signals.back().value = std::move(value);
        return metrics->signals.back();
    }
};

// Narrow spaces become '_', the minus sign '-' and the euro 'E': expectations stay readable.
[[nodiscard]] inline std::string plain(QString text)
{
    text.replace(QChar(0x202f), QLatin1Char('_')).replace(QChar(0x2212), QLatin1Char('-'));
    return text.replace(QChar(0x20ac), QLatin1Char('E')).toStdString();
}

} // namespace small

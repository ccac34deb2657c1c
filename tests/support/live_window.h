// SPDX-License-Identifier: GPL-3.0-or-later
// A window of a shop in seconds that goes on: an hour has 3,600 points in every series, a
// minute 60. Each step moves it by whole seconds and revises some points of the past. For tests and
// benchmarks of painting.
#pragma once

#include "tests/support/sample_snapshot.h"

#include <algorithm>
#include <memory>
#include <random>

namespace samples {

class LiveWindow
{
public:
    explicit LiveWindow(unsigned seed, Sample sample = Sample::incident,
                        ingest::Window window = ingest::Window::oneHour)
        : m_random(seed), m_coarse(*sampleSnapshot(sample)), m_now(sampleAsOf()),
          m_points(ingest::spanOf(window).count())
    {
        m_coarse.window = window;
    }

    void advance(std::chrono::seconds by) { m_now += by; }
    // Changes the points of one second of the past from now on.
    void revise()
    {
        const auto back = std::chrono::seconds(
            std::uniform_int_distribution<int>(1, static_cast<int>(m_points / 2))(m_random));
        m_revised.push_back(m_now - back);
    }

    [[nodiscard]] std::shared_ptr<ingest::Snapshot> snapshot() const
    {
        auto out = std::make_shared<ingest::Snapshot>(m_coarse);
        auto metrics = std::make_shared<ingest::Metrics>(*m_coarse.metrics);
        for (ingest::SignalSnapshot &signal : metrics->signals)
            std::visit([this](auto &value) { refine(value.series); }, signal.value);
        for (ingest::CategorySnapshot &category : metrics->categories)
            refine(category.series);
        refine(metrics->failures);
        out->asOf = m_now;
        out->metrics = metrics;
        return out;
    }

private:
    template <class Point>
    void refine(ingest::Series<Point> &series) const
    {
        if (series.points.empty())
            return;
        const auto coarse = series.points;
        // The second of an instant has its value for good, but for revisions.
        const auto valueOf = [&](ingest::Second at) {
            auto second = at.time_since_epoch().count();
            second += std::ranges::count(m_revised, at) * 997;
            const auto size = static_cast<std::int64_t>(coarse.size());
            return coarse[static_cast<std::size_t>(second * size / m_points % size)];
        };
        series.start = m_now - std::chrono::seconds(m_points);
        series.step = std::chrono::seconds(1);
        series.points.clear();
        for (std::int64_t i = 0; i < m_points; ++i)
            series.points.push_back(valueOf(series.start + std::chrono::seconds(i)));
    }

    std::mt19937 m_random;
    ingest::Snapshot m_coarse;
    ingest::Second m_now;
    std::int64_t m_points;
    std::vector<ingest::Second> m_revised;
};

} // namespace samples

// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample shop did at every instant before asOf: rates, speeds and failures as functions
// of time, with repeatable noise. Plain values.
#pragma once

#include "tests/support/sample_snapshot.h"

#include <array>
#include <random>

namespace samples {

class Course
{
public:
    Course(Sample sample, ingest::Window window);

    // Whether anything was recorded `minutesAgo`.
    [[nodiscard]] bool recorded(double minutesAgo) const;
    [[nodiscard]] double sessionsPerMinute(double minutesAgo) const;
    [[nodiscard]] double conversion(double minutesAgo) const;
    [[nodiscard]] double failuresPerMinute(std::size_t category, double minutesAgo) const;
    [[nodiscard]] double lcpMs(double minutesAgo) const; // p75
    [[nodiscard]] double lostPerMinute(double minutesAgo) const;
    [[nodiscard]] double revenuePerMinute(double minutesAgo) const; // in euro

    // Share of change around 1: `spread` 0.05 gives values of mostly 0.95 to 1.05.
    [[nodiscard]] double jitter(double spread);
    // A count that is `expected` on average.
    [[nodiscard]] std::uint64_t count(double expected);

    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] double observedMinutes() const;
    [[nodiscard]] ingest::Second asOf() const { return sampleAsOf(); }

private:
    Sample m_sample;
    ingest::Window m_window;
    double m_scale = 1;
    std::mt19937 m_random{20251120};
};

} // namespace samples

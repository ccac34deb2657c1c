// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_course.h"

#include <algorithm>
#include <cmath>

namespace samples {

namespace {

constexpr double kIncidentMinutes = 29;
constexpr double kStaleMinutes = 4.2;
constexpr std::array<double, 7> kUsualFailures{0.6, 7.7, 15.0, 5.1, 8.9, 10.7, 0.4};

double ramp(double value, double from, double to)
{
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

// The slow load test of the hour: 1 from 54 to 50 minutes ago.
double slowSpell(double minutesAgo)
{
    return ramp(minutesAgo, 48.5, 50) * (1 - ramp(minutesAgo, 53, 54.5));
}

double wave(double minutesAgo, double period)
{
    return std::sin(minutesAgo * 6.283185 / period);
}

} // namespace

ingest::Second sampleAsOf()
{
    return ingest::Second(std::chrono::seconds(1763645528));
}

Course::Course(Sample sample, ingest::Window window)
    : m_sample(sample), m_window(window), m_scale(sample == Sample::fewData ? 0.00025 : 1)
{
}

double Course::observedMinutes() const
{
    const double span = double(ingest::spanOf(m_window).count()) / 60;
    const double whole = span > 0 ? span : 60;
    if (m_sample == Sample::empty)
        return 0;
    return m_sample == Sample::filling ? std::min(whole, whole * 0.2) : whole;
}

bool Course::recorded(double minutesAgo) const
{
    if (m_sample == Sample::stale && minutesAgo < kStaleMinutes)
        return false;
    return minutesAgo < observedMinutes();
}

double Course::sessionsPerMinute(double minutesAgo) const
{
    return m_scale * (4750 + 150 * wave(minutesAgo, 47) + 60 * wave(minutesAgo, 9));
}

double Course::conversion(double minutesAgo) const
{
    const double usual = 0.0380 + 0.0006 * wave(minutesAgo + 4, 23);
    if (m_sample == Sample::healthy)
        return usual;
    return usual - 0.0052 * (1 - ramp(minutesAgo, kIncidentMinutes - 6, kIncidentMinutes));
}

double Course::failuresPerMinute(std::size_t category, double minutesAgo) const
{
    double rate = category < kUsualFailures.size() ? kUsualFailures[category] : 0.39;
    if (category == 0 && m_sample != Sample::healthy)
        rate += 41 * (1 - ramp(minutesAgo, kIncidentMinutes - 4, kIncidentMinutes));
    if (category == 6)
        rate += 22 * slowSpell(minutesAgo);
    return m_scale * rate * (m_sample == Sample::fewData ? 20 : 1);
}

double Course::lcpMs(double minutesAgo) const
{
    return 2170 + 60 * wave(minutesAgo, 17) + 700 * slowSpell(minutesAgo);
}

double Course::lostPerMinute(double minutesAgo) const
{
    return m_sample == Sample::gap && minutesAgo > 33 && minutesAgo < 37 ? 2225 : 0;
}

double Course::revenuePerMinute(double minutesAgo) const
{
    return sessionsPerMinute(minutesAgo) * conversion(minutesAgo) * 61.2;
}

double Course::jitter(double spread)
{
    return 1 + spread * (double(m_random() % 2001) / 1000 - 1);
}

std::uint64_t Course::count(double expected)
{
    // A spread of one standard deviation of a Poisson count, and no fraction lost on average.
    const double noisy = std::max(0.0, expected + std::sqrt(expected) * (jitter(1) - 1));
    const double fraction = double(m_random() % 1000) / 1000;
    return static_cast<std::uint64_t>(noisy + fraction);
}

} // namespace samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/value_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace models {

namespace {

constexpr double kSecondTick = 1000;
constexpr double kMinuteTick = 60 * kSecondTick;
constexpr std::array kDurations{1.0,
                                2.0,
                                4.0,
                                8.0,
                                15.0,
                                30.0,
                                60.0,
                                125.0,
                                250.0,
                                500.0,
                                kSecondTick,
                                2 * kSecondTick,
                                4 * kSecondTick,
                                8 * kSecondTick,
                                15 * kSecondTick,
                                30 * kSecondTick,
                                kMinuteTick,
                                2 * kMinuteTick,
                                4 * kMinuteTick,
                                8 * kMinuteTick,
                                15 * kMinuteTick,
                                30 * kMinuteTick,
                                60 * kMinuteTick};

// The smallest of 1, 2, 5 times a power of ten at or above `least`.
double roundStep(double least)
{
    const double magnitude = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * magnitude >= least * (1 - 1e-9))
            return factor * magnitude;
    return 10 * magnitude;
}

} // namespace

std::vector<double> linearTicks(const ValueRange &range, int atMost)
{
    if (!(range.height() > 0) || !std::isfinite(range.height()))
        return {range.low};
    for (double least = range.height() / atMost;; least *= 1.5) {
        const double step = roundStep(least);
        const double first = std::ceil(range.low / step - 1e-9);
        const double last = std::floor(range.high / step + 1e-9);
        if (last - first + 1 > atMost)
            continue;
        std::vector<double> ticks;
        for (double i = first; i <= last; ++i)
            ticks.push_back(i * step + 0.0); // + 0.0 turns -0 into 0
        return ticks;
    }
}

std::vector<double> scaleTicks(const ValueRange &range, int atMost)
{
    std::vector<double> ticks = linearTicks(range, atMost);
    return ticks.size() < 2 ? linearTicks(range, atMost + 2) : ticks;
}

std::vector<double> durationTicks(const ValueRange &log2Range, int atMost)
{
    std::vector<double> within;
    for (const double duration : kDurations) {
        const double position = std::log2(duration);
        if (position >= log2Range.low - 1e-9 && position <= log2Range.high + 1e-9)
            within.push_back(duration);
    }
    const std::size_t limit = static_cast<std::size_t>(std::max(2, atMost));
    const std::size_t stride = (within.size() + limit - 1) / limit;
    std::vector<double> ticks;
    for (std::size_t i = 0; i < within.size(); i += std::max<std::size_t>(1, stride))
        ticks.push_back(within[i]);
    return ticks;
}

ValueRange roundedOut(const ValueRange &range, int ticks)
{
    if (!(range.height() > 0) || !std::isfinite(range.height()))
        return range;
    const double step = roundStep(range.height() / ticks);
    return {std::floor(range.low / step + 1e-9) * step, std::ceil(range.high / step - 1e-9) * step};
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/oracle/latency_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace oracle {

using namespace ingest;

namespace {

constexpr double kQuantileError = 0.0055;
constexpr double kLeastMs = 0.001; // what is under 1 us counts as 1 us

void expectNear(std::optional<double> exact, std::optional<double> given)
{
    ASSERT_EQ(exact.has_value(), given.has_value());
    if (!exact)
        return;
    const double least = *exact == 0 ? 0 : std::max(*exact, kLeastMs);
    EXPECT_NEAR(least, std::max(*given, std::min(least, kLeastMs)), least * kQuantileError);
}

void expectNear(const Quantiles &exact, const Quantiles &given, bool exactMaximum = true)
{
    expectNear(exact.p50, given.p50);
    expectNear(exact.p75, given.p75);
    expectNear(exact.p90, given.p90);
    expectNear(exact.p95, given.p95);
    expectNear(exact.p99, given.p99);
    if (exactMaximum) {
        EXPECT_EQ(exact.max, given.max);
    }
}

} // namespace

void expectLatency(const SignalSnapshot &exact, const SignalSnapshot &given)
{
    const auto &expected = std::get<LatencySnapshot>(exact.value);
    const auto &latency = std::get<LatencySnapshot>(given.value);
    expectNear(expected.value, latency.value);
    ASSERT_EQ(expected.series.points.size(), latency.series.points.size());
    for (std::size_t i = 0; i < expected.series.points.size(); ++i)
        expectNear(expected.series.points[i], latency.series.points[i]);
    for (std::size_t i = 0; i < exact.by.size(); ++i)
        for (std::size_t row = 0; row < exact.by[i].rows.size(); ++row)
            expectNear(std::get<LatencySnapshot>(exact.by[i].rows[row].signal).value,
                       std::get<LatencySnapshot>(given.by[i].rows[row].signal).value, row < 20);
}

} // namespace oracle

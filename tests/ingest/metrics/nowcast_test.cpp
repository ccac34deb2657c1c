// SPDX-License-Identifier: GPL-3.0-or-later
// A shop whose true conversion never changes: the naive figure sags at the right edge, because
// recent customers have not had their time yet; the nowcast must not.
#include "ingest/metrics/funnels.h"
#include "ingest/metrics/kaplan_meier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace {

using namespace std::chrono_literals;
using ingest::FunnelPoint;
using ingest::FunnelSnapshot;
using ingest::Second;
using ingest::Timestamp;
using ingest::Window;
using ingest::metrics::Cohort;
using ingest::metrics::Delay;
using ingest::metrics::Funnels;
using ingest::metrics::StepMask;
using ingest::metrics::Survival;

constexpr Second kNowcastStart{std::chrono::seconds{1'760'000'000}};
constexpr double kTrueConversion = 0.4;
constexpr double kPoint = 0.01; // one percentage point

struct Visit
{
    Timestamp time;
    std::uint64_t key;
    StepMask mask;
};

// Four customers a second; those who convert take 4 min at the median, 30 min at most.
std::vector<Visit> visits(std::uint64_t seed, std::chrono::seconds length)
{
    std::mt19937_64 random(seed);
    std::lognormal_distribution delay(std::log(240.0), 0.8);
    std::vector<Visit> visits;
    for (std::uint64_t key = 0; key < static_cast<std::uint64_t>(length.count()) * 4; ++key) {
        const Timestamp entry = kNowcastStart + key * 250ms;
        visits.push_back({entry, key, 1});
        if (!std::bernoulli_distribution(kTrueConversion)(random))
            continue;
        double seconds = delay(random);
        while (seconds > 1800)
            seconds = delay(random);
        visits.push_back({entry + std::chrono::nanoseconds{std::llround(seconds * 1e9)}, key, 2});
    }
    std::ranges::sort(visits, {}, &Visit::time);
    return visits;
}

ingest::config::SignalConfiguration checkout()
{
    ingest::config::SignalConfiguration signal;
    signal.steps.resize(2);
    signal.within = 30min;
    return signal;
}

double corrected(const FunnelPoint &point)
{
    return (static_cast<double>(point.converted) + point.stillToConvert) /
           static_cast<double>(point.entered);
}

double naive(const FunnelPoint &point)
{
    return static_cast<double>(point.converted) / static_cast<double>(point.entered);
}

// How far figures lie from the true conversion, on the average over two hours of minutes.
struct Bias
{
    double nowcast = 0;
    double naive = 0;
    double nowcastAtEdge = 0; // of the last point of the chart
    double naiveAtEdge = 0;
};

Bias biasOf(std::uint64_t seed)
{
    Funnels funnels(std::array{checkout()}, {}, 1);
    Bias bias;
    int samples = 0;
    Second next = kNowcastStart + 1h;
    for (const Visit &visit : visits(seed, 3h)) {
        funnels.record(visit.key, visit.time, std::array{visit.mask});
        if (visit.time < next)
            continue;
        funnels.advanceTo(next);
        const FunnelSnapshot snapshot = funnels.snapshot(0, Window::fifteenMinutes, next);
        const FunnelPoint &edge = snapshot.series.points.back();
        EXPECT_NEAR(snapshot.nowcast.value(), kTrueConversion, 8 * kPoint);
        bias.nowcast += snapshot.nowcast.value() - kTrueConversion;
        bias.naive += snapshot.conversion.value() - kTrueConversion;
        bias.nowcastAtEdge += corrected(edge) - kTrueConversion;
        bias.naiveAtEdge += naive(edge) - kTrueConversion;
        next += 60s;
        ++samples;
        if (next > kNowcastStart + 3h)
            break;
    }
    EXPECT_GE(samples, 119);
    for (double Bias::*of :
         {&Bias::nowcast, &Bias::naive, &Bias::nowcastAtEdge, &Bias::naiveAtEdge})
        bias.*of /= samples;
    return bias;
}

TEST(Nowcast, DoesNotSagAtTheRightEdgeWhereTheNaiveFigureDoes)
{
    const std::uint64_t seed = std::random_device{}();
    for (std::uint64_t i = 0; i < 6; ++i) {
        SCOPED_TRACE(testing::Message() << "seed " << seed + i);
        const Bias bias = biasOf(seed + i);
        EXPECT_LT(std::abs(bias.nowcast), kPoint);
        EXPECT_LT(bias.naive, -10 * kPoint);
        EXPECT_GT(-bias.naive, 10 * std::abs(bias.nowcast)) << "sags by far more than it errs";
        EXPECT_LT(std::abs(bias.nowcastAtEdge), 2 * kPoint);
        EXPECT_LT(bias.naiveAtEdge, -20 * kPoint);
        EXPECT_GT(-bias.naiveAtEdge, 10 * std::abs(bias.nowcastAtEdge));
    }
}

TEST(Nowcast, IsTheConversionOnceEverythingHasHadItsTime)
{
    Funnels funnels(std::array{checkout()}, {}, 1);
    for (const Visit &visit : visits(7, 10min))
        funnels.record(visit.key, visit.time, std::array{visit.mask});
    const Second later = kNowcastStart + 41min;
    funnels.advanceTo(later);
    const FunnelSnapshot snapshot = funnels.snapshot(0, Window::oneHour, later);
    EXPECT_NEAR(snapshot.nowcast.value(), snapshot.conversion.value(), 1e-9);
}

TEST(Nowcast, SaysNothingWithoutJourneys)
{
    Funnels funnels(std::array{checkout()}, {}, 1);
    funnels.advanceTo(kNowcastStart);
    EXPECT_FALSE(funnels.snapshot(0, Window::oneHour, kNowcastStart).nowcast);
    EXPECT_FALSE(funnels.snapshot(0, Window::oneHour, kNowcastStart).conversion);
}

// Worked by hand: 10 at risk, 2 convert at 1 s; 4 leave unconverted at 2 s; of the 4 left 1
// converts at 3 s: 0.8 * 0.75.
TEST(Survival, MultipliesTheSharesOfThoseAtRisk)
{
    const std::vector<Delay> delays{{1, 2}, {3, 1}};
    const std::vector<Cohort> cohorts{{2, 5, 1}, {9, 5, 2}};
    const Survival survival(delays, cohorts);
    EXPECT_DOUBLE_EQ(survival.at(0.5), 1.0);
    EXPECT_DOUBLE_EQ(survival.at(1), 0.8);
    EXPECT_DOUBLE_EQ(survival.at(2.9), 0.8);
    EXPECT_DOUBLE_EQ(survival.at(3), 0.8 * 0.75);
    EXPECT_DOUBLE_EQ(survival.final(), 0.8 * 0.75);
    EXPECT_DOUBLE_EQ(expectedConversions(survival, {2, 5, 1}), 1 + 4 * 0.25);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latency_histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

namespace {

using ingest::metrics::LatencyHistogram;

constexpr double kRelativeError = 0.0055;

double exactRank(const std::vector<double> &sorted, double q)
{
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

void expectQuantiles(const LatencyHistogram &histogram, std::vector<double> values)
{
    std::ranges::sort(values);
    ASSERT_EQ(histogram.count(), values.size());
    for (const double q : {0.0, 0.001, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const double exact = exactRank(values, q);
        const double got = histogram.quantileMs(q).value();
        EXPECT_NEAR(got, exact, exact * kRelativeError) << "q " << q;
        EXPECT_LE(got, values.back());
    }
    EXPECT_EQ(histogram.maxMs(), values.back());
}

struct Distribution
{
    const char *name;
    std::function<double(std::mt19937_64 &)> draw; // milliseconds
};

class LatencyHistogramOracle : public testing::TestWithParam<Distribution>
{
};

TEST_P(LatencyHistogramOracle, EveryQuantileIsWithinItsError)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (const std::size_t size : {1u, 2u, 3u, 31u, 33u, 1000u, 20000u}) {
        LatencyHistogram histogram;
        std::vector<double> values;
        for (std::size_t i = 0; i < size; ++i) {
            values.push_back(GetParam().draw(random));
            ASSERT_TRUE(histogram.record(values.back()));
        }
        expectQuantiles(histogram, values);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Distributions, LatencyHistogramOracle,
    testing::Values(
        Distribution{"uniform",
                     [](auto &r) { return std::uniform_real_distribution(0.001, 10'000.0)(r); }},
        Distribution{
            "logNormal",
            [](auto &r) { return std::max(0.001, std::lognormal_distribution(7.0, 1.5)(r)); }},
        Distribution{"constant", [](auto &) { return 123.456; }},
        Distribution{"twoModes", [](auto &r) { return r() % 2 == 0 ? 0.5 : 30'000.0; }},
        Distribution{"powersOfTwo",
                     [](auto &r) { return std::exp2(static_cast<double>(r() % 40)) / 1000.0; }},
        Distribution{"zerosAmong", [](auto &r) { return r() % 3 == 0 ? 0.0 : 77.0; }},
        Distribution{
            "days", [](auto &r) { return std::uniform_real_distribution(1e3, 14 * 86'400e3)(r); }}),
    [](const auto &param) { return std::string(param.param.name); });

TEST(LatencyHistogram, IsEmptyAtFirst)
{
    const LatencyHistogram histogram;
    EXPECT_EQ(histogram.quantileMs(0.5), std::nullopt);
    EXPECT_EQ(histogram.maxMs(), std::nullopt);
}

TEST(LatencyHistogram, RefusesWhatIsNoLatency)
{
    LatencyHistogram histogram;
    EXPECT_FALSE(histogram.record(-1));
    EXPECT_FALSE(histogram.record(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(histogram.record(std::numeric_limits<double>::infinity()));
    EXPECT_EQ(histogram.count(), 0u);
}

TEST(LatencyHistogram, CountsLessThanAMicrosecondAsOne)
{
    LatencyHistogram histogram;
    histogram.record(1e-7);
    histogram.record(1e-9);
    histogram.record(5);
    EXPECT_LE(histogram.quantileMs(0.5).value(), 0.001);
}

TEST(LatencyHistogram, GivesSeveralQuantilesAtOnceAsOneByOne)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    std::lognormal_distribution draw(3.0, 1.5);
    for (const std::size_t size : {1u, 2u, 5u, 40u, 700u, 5'000u}) {
        LatencyHistogram histogram;
        for (std::size_t i = 0; i < size; ++i)
            histogram.record(random() % 10 == 0 ? 0.0 : draw(random));
        std::vector<double> qs(20);
        for (double &q : qs)
            q = static_cast<double>(random() % 1'001) / 1'000;
        qs.front() = 1; // two of one rank, and the last
        qs.back() = qs[1];
        std::ranges::sort(qs);
        std::vector<double> values(qs.size());
        histogram.putQuantilesMs(qs, values);
        for (std::size_t i = 0; i < qs.size(); ++i)
            EXPECT_EQ(values[i], histogram.quantileMs(qs[i])) << size << " q " << qs[i];
    }
}

// Few values and many, small ones and large ones: every pair of forms and of ranges.
TEST(LatencyHistogram, MergesAndTakesBackEveryPairOfRanges)
{
    const auto filled = [](int values, double least, double step) {
        LatencyHistogram histogram;
        for (int i = 0; i < values; ++i)
            histogram.record(least * std::pow(step, i));
        return histogram;
    };
    const std::vector<LatencyHistogram> parts{LatencyHistogram{}, filled(5, 1, 2),
                                              filled(100, 0.01, 1.1), filled(100, 50, 1.1),
                                              filled(60, 3, 1.05)};
    for (const LatencyHistogram &a : parts)
        for (const LatencyHistogram &b : parts) {
            LatencyHistogram both = a;
            both.merge(b);
            EXPECT_EQ(both.count(), a.count() + b.count());
            LatencyHistogram other = b;
            other.merge(a);
            EXPECT_EQ(both.downscaled(6), other.downscaled(6));
            both.subtract(b);
            EXPECT_EQ(both.count(), a.count());
            EXPECT_EQ(both.downscaled(6), a.downscaled(6));
        }
}

TEST(LatencyHistogram, MergeInAnyOrderAndSubtractAgreeWithRecordingAtOnce)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    std::lognormal_distribution draw(5.0, 2.0);
    std::vector<LatencyHistogram> parts(20);
    std::vector<double> values;
    for (std::size_t i = 0; i < 4000; ++i) {
        values.push_back(std::max(0.001, draw(random)));
        parts[random() % parts.size()].record(values.back());
    }
    LatencyHistogram forward;
    LatencyHistogram backward;
    for (const LatencyHistogram &part : parts)
        forward.merge(part);
    std::ranges::for_each(parts.rbegin(), parts.rend(),
                          [&](const auto &part) { backward.merge(part); });
    expectQuantiles(forward, values);
    EXPECT_EQ(forward.downscaled(6), backward.downscaled(6));

    LatencyHistogram extra;
    for (int i = 0; i < 500; ++i)
        extra.record(draw(random));
    LatencyHistogram more = forward;
    more.merge(extra);
    more.subtract(extra);
    more.setMax(forward.maxMs());
    EXPECT_EQ(more.downscaled(6), forward.downscaled(6));
    expectQuantiles(more, values);
}

TEST(LatencyHistogram, DownscalingMergesNeighbours)
{
    LatencyHistogram histogram;
    for (const double ms : {0.9, 1.0, 1.1, 2.0, 100.0, 5000.0})
        histogram.record(ms);
    for (int scale = 6; scale > -4; --scale) {
        std::vector<std::pair<int, std::uint64_t>> halved;
        for (const auto &[index, count] : histogram.downscaled(scale)) {
            if (halved.empty() || halved.back().first != index >> 1)
                halved.emplace_back(index >> 1, 0);
            halved.back().second += count;
        }
        EXPECT_EQ(histogram.downscaled(scale - 1), halved) << "scale " << scale;
    }
}

// Of the specification of OpenTelemetry's exponential histogram, in microseconds: bucket i holds
// (base^i, base^(i + 1)] with base 2^(2^-scale), so that a value's is ceil(log_base(value)) - 1.
long double bucketOf(double microseconds, int scale)
{
    return std::ceil(std::log2(static_cast<long double>(microseconds)) * std::exp2l(scale)) - 1;
}

void expectItsBucket(double microseconds)
{
    LatencyHistogram histogram;
    ASSERT_EQ(microseconds / 1000 * 1000, microseconds) << "another value would be recorded";
    histogram.record(microseconds / 1000);
    for (int scale = 6; scale >= -10; --scale) {
        const auto buckets = histogram.downscaled(scale);
        ASSERT_EQ(buckets.size(), 1u);
        ASSERT_EQ(buckets[0].first, bucketOf(microseconds, scale))
            << microseconds << " us at scale " << scale;
        ASSERT_EQ(buckets[0].second, 1u);
    }
}

TEST(LatencyHistogram, APowerOfTwoIsTheLastOfItsBucket)
{
    for (int power = 0; power <= 41; ++power) {
        ASSERT_EQ(bucketOf(std::exp2(power), 6), 64 * power - 1);
        ASSERT_NO_FATAL_FAILURE(expectItsBucket(std::exp2(power)));
    }
}

TEST(LatencyHistogram, HasTheBucketsOfTheSpecificationAtEveryScale)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> power(0, 41);
    for (int i = 0; i < 20'000; ++i) {
        // Every other value close to a boundary, but not so close that rounding decides.
        const double exponent =
            i % 2 == 0 ? power(random) : std::round(power(random) * 64) / 64 + (i % 4 - 2) * 1e-9;
        const double microseconds = std::exp2(std::clamp(exponent, 0.0, 41.0)) / 1000 * 1000;
        if (microseconds / 1000 * 1000 == microseconds) {
            ASSERT_NO_FATAL_FAILURE(expectItsBucket(microseconds));
        }
    }
}

TEST(LatencyHistogram, CountsAtOrBelowABound)
{
    LatencyHistogram histogram;
    for (int i = 1; i <= 1000; ++i)
        histogram.record(i);
    EXPECT_NEAR(static_cast<double>(histogram.countAtOrBelowMs(250)), 250.0, 3.0);
    EXPECT_EQ(histogram.countAtOrBelowMs(5000), 1000u);
    EXPECT_EQ(histogram.countAtOrBelowMs(0), 0u);
    EXPECT_EQ(histogram.countAtOrBelowMs(-1), 0u);
}

} // namespace

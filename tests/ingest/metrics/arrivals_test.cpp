// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/arrivals.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace {

using namespace ingest;
using metrics::Arrivals;
using namespace std::chrono_literals;

constexpr Timestamp kStart{std::chrono::seconds(1'795'000'000)};

Freshness lagsOf(const Arrivals &arrivals)
{
    Freshness freshness;
    arrivals.putLag(freshness);
    return freshness;
}

// Runs of events alike, of a minute; whoever looks in between changes nothing.
TEST(Arrivals, CountsLagsThatAreAlikeAsOftenAsTheyCame)
{
    constexpr unsigned kSeed = 3;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937_64 random(kSeed);
    Arrivals arrivals;
    Arrivals watched;
    metrics::LatencyHistogram oneByOne;
    for (int second = 0; second < 50; ++second) {
        const Timestamp now = kStart + std::chrono::seconds(second);
        for (Arrivals *each : {&arrivals, &watched})
            each->advanceTo(std::chrono::floor<Seconds>(now), kStart);
        for (int run = 0; run < 20; ++run) {
            // The longest come in the longest runs, so that the median is of them.
            const std::uint64_t step = random() % 4;
            const Nanoseconds lag = std::chrono::milliseconds(step * 50);
            for (std::uint64_t left = 1 + random() % (1 + step * step * 5); left > 0; --left) {
                const Timestamp arrival = now + std::chrono::milliseconds(1 + run);
                arrivals.record(arrival, lag);
                watched.record(arrival, lag);
                oneByOne.record(std::chrono::duration<double, std::milli>(lag).count());
                if (random() % 8 == 0)
                    static_cast<void>(lagsOf(watched));
            }
        }
    }
    EXPECT_EQ(lagsOf(arrivals).lagP50Ms, oneByOne.quantileMs(0.5));
    EXPECT_EQ(lagsOf(arrivals).lagP99Ms, oneByOne.quantileMs(0.99));
    EXPECT_EQ(lagsOf(watched).lagP50Ms, oneByOne.quantileMs(0.5));
    EXPECT_EQ(lagsOf(watched).lagP99Ms, oneByOne.quantileMs(0.99));
}

TEST(Arrivals, ForgetsLagsAfterAMinute)
{
    Arrivals arrivals;
    arrivals.advanceTo(std::chrono::floor<Seconds>(kStart), kStart);
    arrivals.record(kStart + 1ms, 70ms);
    EXPECT_NEAR(lagsOf(arrivals).lagP50Ms.value(), 70, 0.5);
    arrivals.record(kStart + 2ms, 70ms);
    arrivals.advanceTo(std::chrono::floor<Seconds>(kStart) + 120s, kStart);
    EXPECT_FALSE(lagsOf(arrivals).lagP50Ms);
}

} // namespace

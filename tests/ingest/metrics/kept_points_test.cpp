// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/kept_points.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace {

using namespace ingest;
using metrics::ChartGrid;
using metrics::chartGrid;
using metrics::KeptPoints;

constexpr Second kKeptPointsStart{Seconds{1'790'000'003}};

struct Counts
{
    std::map<Second, int> at;
    int made = 0;

    int between(Second from, Second to)
    {
        ++made;
        int sum = 0;
        for (auto bucket = at.upper_bound(from); bucket != at.upper_bound(to); ++bucket)
            sum += bucket->second;
        return sum;
    }
};

std::vector<int> pointsOf(KeptPoints<int> &kept, Counts &counts, Window window, Second asOf)
{
    return kept.of(chartGrid(window, asOf), asOf,
                   [&](Second from, Second to) { return counts.between(from, to); });
}

TEST(KeptPoints, AreThoseMadeAfreshWhateverComesLate)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (const Window window : {Window::oneMinute, Window::oneHour, Window::oneDay}) {
        KeptPoints<int> kept;
        Counts counts;
        Second asOf = kKeptPointsStart;
        for (int i = 0; i < 300; ++i) {
            asOf += Seconds{random() % 40 == 0 ? random() % 8'000 : random() % 12};
            for (std::uint64_t k = random() % 6; k > 0; --k) {
                const Second bucket = asOf - Seconds{random() % 4'000} + Seconds{10};
                ++counts.at[bucket];
                if (bucket <= asOf)
                    kept.forget(bucket);
            }
            KeptPoints<int> fresh;
            ASSERT_EQ(pointsOf(kept, counts, window, asOf), pointsOf(fresh, counts, window, asOf))
                << i;
        }
    }
}

TEST(KeptPoints, MakesOnlyWhatIsNewOpenOrForgotten)
{
    KeptPoints<int> kept;
    Counts counts;
    const auto made = [&](Second asOf) {
        counts.made = 0;
        (void)pointsOf(kept, counts, Window::oneHour, asOf);
        return counts.made;
    };
    EXPECT_EQ(made(kKeptPointsStart), 361); // both ends lie within a step of 10 s
    EXPECT_EQ(made(kKeptPointsStart), 1);
    EXPECT_EQ(made(kKeptPointsStart + Seconds{10}), 2);
    kept.forget(kKeptPointsStart - Seconds{100});
    EXPECT_EQ(made(kKeptPointsStart + Seconds{10}), 2);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline.h"

#include "models/funnel_rows.h"
#include "models/tile_deltas.h"
#include "models/time_axis.h"
#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using models::Baseline;
using small::kAsOf;
using small::plain;
using std::chrono::days;

// A shop's figures at one time; every share of as many journeys.
struct Figures
{
    std::uint64_t converted = 0; // of 10,000
    std::uint64_t good = 0;      // of 10,000
    std::int64_t cents = 0;
    std::uint64_t failures = 0;
    double p75Ms = 0;
    std::uint64_t active = 0;
};

void fill(const Figures &figures, small::SmallSnapshot &into)
{
    into.configuration->experience = {"checkout", "success", "revenue", "lcp", "active", ""};
    ingest::FunnelSnapshot funnel;
    funnel.steps = {{"a", 10'000, {}}, {"b", figures.converted, {}}};
    funnel.matured = 10'000;
    funnel.maturedConversion = double(figures.converted) / 10'000;
    funnel.maturedWilson95 = {*funnel.maturedConversion - 0.004, *funnel.maturedConversion + 0.004};
    funnel.conversion = funnel.maturedConversion;
    into.add("checkout", funnel);
    ingest::RatioSnapshot ratio;
    ratio.value.good = figures.good;
    ratio.value.bad = 10'000 - figures.good;
    ratio.value.value = double(figures.good) / 10'000;
    ratio.value.wilson95 = {*ratio.value.value - 0.004, *ratio.value.value + 0.004};
    into.add("success", ratio);
    ingest::SumSnapshot sum;
    sum.count = 30;
    sum.seriesCurrency.letters = {'E', 'U', 'R'};
    sum.sums = {{sum.seriesCurrency, figures.cents, 2}};
    into.add("revenue", sum);
    ingest::LatencySnapshot latency;
    latency.count = 400;
    latency.value.p75 = figures.p75Ms;
    into.add("lcp", latency);
    ingest::UniquesSnapshot uniques;
    uniques.count = figures.active;
    into.add("active", uniques);
    into.metrics->failuresCount = figures.failures;
}

struct BaselineTest : testing::Test
{
    BaselineTest() { fill({353, 9'600, 970'000, 92, 2'240, 38'900}, m_now); }

    void add(int daysBack, const Figures &figures)
    {
        auto then = std::make_unique<small::SmallSnapshot>();
        fill(figures, *then);
        then->snapshot.asOf = kAsOf - days{daysBack};
        m_now.snapshot.earlier.push_back(
            {days{daysBack}, std::make_shared<const ingest::Snapshot>(then->snapshot)});
        m_kept.push_back(std::move(then));
    }
    void setNow(const Figures &figures)
    {
        const auto earlier = m_now.snapshot.earlier;
        m_now = small::SmallSnapshot();
        fill(figures, m_now);
        m_now.snapshot.earlier = earlier;
    }
    models::TileDelta delta(const char *key, Baseline baseline)
    {
        for (const models::Tile &tile : models::comparedTiles(m_now.snapshot, baseline))
            if (tile.key == QLatin1String(key))
                return *tile.delta;
        ADD_FAILURE() << key;
        return {};
    }

    std::string word(const char *key)
    {
        for (const models::Tile &tile : models::comparedTiles(m_now.snapshot))
            if (tile.key == QLatin1String(key))
                return plain(tile.word);
        return "no such tile";
    }

    small::SmallSnapshot m_now;
    std::vector<std::unique_ptr<small::SmallSnapshot>> m_kept;
};

TEST_F(BaselineTest, AbsentHistoryIsSaidAndNoZero)
{
    add(1, {353, 9'600, 970'000, 92, 2'240, 38'900});
    for (const char *key : {"conversion", "success", "revenue", "failures", "latency", "active"}) {
        EXPECT_EQ(plain(delta(key, Baseline::lastWeek).text), "no history yet") << key;
        EXPECT_FALSE(delta(key, Baseline::lastWeek).known);
        EXPECT_TRUE(delta(key, Baseline::yesterday).known) << key;
    }
    EXPECT_EQ(models::bestBaseline(m_now.snapshot), Baseline::yesterday);
    EXPECT_TRUE(models::ghostLines(m_now.snapshot, Baseline::usual).conversion.points.empty());
    EXPECT_EQ(plain(models::comparedRows(m_now.snapshot, Baseline::lastWeek)[1].delta), "–");
}

TEST_F(BaselineTest, WhereNoneWillComeNothingIsPromised)
{
    m_now.snapshot.hasHistory = false;
    EXPECT_EQ(plain(delta("conversion", Baseline::lastWeek).text), "no history");
    EXPECT_EQ(plain(delta("conversion", Baseline::lastWeek).sentence),
              "there is no history to compare with");
}

TEST_F(BaselineTest, SharesDifferInPointsAndAmountsInBoth)
{
    add(7, {371, 9'600, 1'090'000, 51, 2'200, 37'300});
    EXPECT_EQ(plain(delta("conversion", Baseline::lastWeek).text), "-0.18_pp");
    EXPECT_EQ(plain(delta("success", Baseline::lastWeek).text), "0.0_pp");
    EXPECT_EQ(plain(delta("revenue", Baseline::lastWeek).text), "-E1.2_k (-11_%)");
    EXPECT_EQ(plain(delta("failures", Baseline::lastWeek).text), "+41 (+80_%)");
    EXPECT_EQ(plain(delta("latency", Baseline::lastWeek).text), "+40_ms");
    EXPECT_EQ(plain(delta("active", Baseline::lastWeek).text), "+1,600 (+4_%)");
    EXPECT_EQ(plain(delta("conversion", Baseline::lastWeek).then), "3.71_%");
    EXPECT_EQ(delta("conversion", Baseline::lastWeek).name.left(5), QStringLiteral("last "));
}

// Of one day before, only what is more than chance.
TEST_F(BaselineTest, AnArrowStandsOnlyWhereSharesDifferByMoreThanChance)
{
    add(7, {371, 9'900, 970'000, 92, 2'240, 38'900});
    EXPECT_EQ(delta("conversion", Baseline::lastWeek).arrow, 0);
    EXPECT_EQ(delta("success", Baseline::lastWeek).arrow, -1);
    EXPECT_EQ(plain(delta("success", Baseline::lastWeek).text), "3.0_pp"); // the arrow is the sign
}

TEST_F(BaselineTest, TheUsualIsTheMedianOfTheLastFourSameWeekdays)
{
    add(1, {900, 9'600, 1, 1, 1, 1}); // no same weekday
    add(7, {340, 9'600, 900'000, 50, 2'000, 30'000});
    add(14, {350, 9'600, 950'000, 51, 2'100, 31'000});
    EXPECT_FALSE(delta("conversion", Baseline::usual).known); // two say too little
    add(21, {360, 9'600, 990'000, 53, 2'200, 32'000});
    add(28, {300, 9'600, 980'000, 56, 2'300, 33'000});
    EXPECT_EQ(plain(delta("conversion", Baseline::usual).then), "3.45_%");
    EXPECT_EQ(plain(delta("failures", Baseline::usual).then), "52");
    EXPECT_EQ(delta("conversion", Baseline::usual).arrow, 0); // 2.44 to 4.31 are usual
    EXPECT_EQ(delta("revenue", Baseline::usual).arrow, 0);
    EXPECT_EQ(delta("failures", Baseline::usual).arrow, 1); // 43 to 62 are usual
    EXPECT_EQ(delta("active", Baseline::usual).arrow, 1);
    EXPECT_EQ(delta("failures", Baseline::yesterday).arrow, 1); // what is usual does not depend
}

TEST_F(BaselineTest, TheRangeIsWhereAFurtherDayWouldLie)
{
    const auto failures = [](const ingest::Snapshot &then) {
        return models::tileFigure(then, QStringLiteral("failures"));
    };
    add(7, {353, 9'600, 970'000, 40, 2'240, 38'900});
    add(14, {353, 9'600, 970'000, 50, 2'240, 38'900});
    EXPECT_FALSE(models::usualRange(m_now.snapshot, failures));
    add(21, {353, 9'600, 970'000, 60, 2'240, 38'900});
    // 50 ± 4.3027 · 10 · √(4/3): Student's t of two degrees of freedom.
    EXPECT_NEAR(models::usualRange(m_now.snapshot, failures)->low, 0.3172, 0.001);
    EXPECT_NEAR(models::usualRange(m_now.snapshot, failures)->high, 99.6828, 0.001);
    add(28, {353, 9'600, 970'000, 50, 2'240, 38'900});
    // 50 ± 3.1824 · 8.1650 · √(5/4)
    EXPECT_NEAR(models::usualRange(m_now.snapshot, failures)->low, 20.9482, 0.001);
    EXPECT_NEAR(models::usualRange(m_now.snapshot, failures)->high, 79.0518, 0.001);
}

TEST_F(BaselineTest, WhatIsUsualJudgesWhereNoLimitDoes)
{
    EXPECT_EQ(word("conversion"), "") << "nothing is known to judge it by";
    EXPECT_EQ(word("success"), "OK") << "its limit does";
    add(7, {351, 9'600, 971'000, 51, 2'241, 38'901});
    add(14, {352, 9'600, 972'000, 52, 2'242, 38'902});
    add(21, {353, 9'600, 973'000, 53, 2'243, 38'903});
    add(28, {354, 9'600, 974'000, 54, 2'244, 38'904});
    EXPECT_EQ(word("conversion"), "Normal");
    EXPECT_EQ(word("revenue"), "Normal");
    EXPECT_EQ(word("failures"), "High");
    EXPECT_EQ(word("success"), "OK");
    setNow({500, 9'990, 1'200'000, 20, 2'240, 38'900});
    EXPECT_EQ(word("conversion"), "Better");
    EXPECT_EQ(word("revenue"), "Better");
    EXPECT_EQ(word("failures"), "Better");
    setNow({200, 9'510, 700'000, 52, 2'900, 30'000});
    EXPECT_EQ(word("conversion"), "Low");
    EXPECT_EQ(word("success"), "Low") << "above its limit of 95 %, but lower than it ever was";
    EXPECT_EQ(word("revenue"), "Low");
    EXPECT_EQ(word("latency"), "Slow");
    EXPECT_EQ(word("active"), "Low");
}

TEST_F(BaselineTest, StepsOfTheFunnelDifferInPoints)
{
    add(7, {500, 9'600, 970'000, 92, 2'240, 38'900});
    const auto rows = models::comparedRows(m_now.snapshot, Baseline::lastWeek);
    EXPECT_EQ(rows[0].delta, QString());
    EXPECT_EQ(plain(rows[1].delta), "-1.5");
    EXPECT_DOUBLE_EQ(rows[1].then.value(), 0.05);
    EXPECT_EQ(rows[1].arrow, -1);
}

TEST_F(BaselineTest, GhostsAreTheLinesOfThenMovedToNow)
{
    Figures figures{371, 9'600, 1, 1, 1, 1};
    for (const int back : {7, 14, 21}) {
        add(back, figures);
        auto &then = *m_kept.back();
        auto &funnel = std::get<ingest::FunnelSnapshot>(then.metrics->signals[0].value);
        const auto step = ingest::chartStepOf(then.snapshot.window);
        funnel.rolling = step;
        funnel.series = {then.snapshot.asOf - 2 * step, step, false, {}};
        funnel.series.points = {{100, std::uint64_t(back), 0}, {100, 1, 0}};
        then.snapshot.observed = ingest::spanOf(then.snapshot.window);
        m_now.snapshot.earlier.back().snapshot =
            std::make_shared<const ingest::Snapshot>(then.snapshot);
    }
    const auto ghost = models::ghostLines(m_now.snapshot, Baseline::usual).conversion;
    const double step = double(ingest::chartStepOf(m_now.snapshot.window).count()) * 1000;
    ASSERT_EQ(ghost.points.size(), 2U);
    EXPECT_DOUBLE_EQ(ghost.points[1].x(), models::toMs(kAsOf));
    EXPECT_DOUBLE_EQ(ghost.points[0].x(), models::toMs(kAsOf) - step);
    EXPECT_DOUBLE_EQ(ghost.points[0].y(), 14); // the median of 7, 14 and 21 %
    EXPECT_EQ(plain(ghost.name), "usual");
}

TEST_F(BaselineTest, BCyclesThroughAllThree)
{
    EXPECT_EQ(models::nextBaseline(Baseline::yesterday), Baseline::lastWeek);
    EXPECT_EQ(models::nextBaseline(Baseline::lastWeek), Baseline::usual);
    EXPECT_EQ(models::nextBaseline(Baseline::usual), Baseline::yesterday);
}

} // namespace

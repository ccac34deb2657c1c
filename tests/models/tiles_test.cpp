// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tiles.h"

#include "ingest/metrics/wilson.h"
#include "tests/models/support/small_snapshot.h"
#include "tests/support/sample_snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using models::Status;
using models::Tile;
using small::kAsOf;
using small::plain;
using std::chrono::seconds;

// One minute with a signal in each role.
struct TilesTest : testing::Test
{
    TilesTest()
    {
        m_shown.snapshot.engineTime = kAsOf;
        m_shown.configuration->experience = {"checkout", "success", "revenue", "lcp", "active", ""};
        ingest::FunnelSnapshot funnel;
        funnel.conversion = 0.05;
        funnel.matured = 1'000;
        funnel.maturedConversion = 0.0353;
        funnel.maturedWilson95 = {0.0346, 0.0360};
        m_shown.add("checkout", funnel);
        m_shown.add("success", ratio(960, 40));
        ingest::SumSnapshot sum;
        sum.count = 30;
        sum.seriesCurrency.letters = {'E', 'U', 'R'};
        sum.sums = {{sum.seriesCurrency, 970'000, 2}};
        m_shown.add("revenue", sum);
        ingest::LatencySnapshot latency;
        latency.count = 400;
        latency.value.p75 = 2'240;
        m_shown.add("lcp", latency);
        ingest::UniquesSnapshot uniques;
        uniques.count = 38'900;
        m_shown.add("active", uniques);
        m_shown.metrics->failuresCount = 92;
    }

    static ingest::RatioSnapshot ratio(std::uint64_t good, std::uint64_t bad)
    {
        ingest::RatioSnapshot value;
        value.value.good = good;
        value.value.bad = bad;
        if (good + bad > 0)
            value.value.value = double(good) / double(good + bad);
        value.value.wilson95 = ingest::metrics::wilson95(good, good + bad);
        return value;
    }
    Tile tile(const char *key)
    {
        const std::vector<Tile> tiles = models::tilesOf(m_shown.snapshot);
        const auto found = std::ranges::find(tiles, QString::fromLatin1(key), &Tile::key);
        EXPECT_NE(found, tiles.end()) << key;
        return found == tiles.end() ? Tile{} : *found;
    }
    template <class Value>
    Value &value(std::size_t signal)
    {
        return std::get<Value>(m_shown.metrics->signals.at(signal).value);
    }
    std::string word(const char *key) { return plain(tile(key).word); }
    small::SmallSnapshot m_shown;
};

TEST_F(TilesTest, ThereAreSixInTheOrderOfThePage)
{
    std::string keys;
    for (const Tile &tile : models::tilesOf(m_shown.snapshot))
        keys += tile.key.toStdString() + ' ';
    EXPECT_EQ(keys, "conversion success revenue failures latency active ");
}

TEST_F(TilesTest, TextsAreValueAndUnit)
{
    EXPECT_EQ(plain(tile("conversion").text()), "3.53_%");
    EXPECT_EQ(plain(tile("success").text()), "96.0_%");
    EXPECT_EQ(plain(tile("revenue").text()), "E9.7_k");
    EXPECT_EQ(plain(tile("failures").text()), "92");
    EXPECT_EQ(plain(tile("latency").text()), "2.24_s");
    EXPECT_EQ(plain(tile("active").text()), "38.9_k");
}

TEST_F(TilesTest, RatesDivideByTheObservedPartOfTheWindow)
{
    m_shown.snapshot.observed = seconds(30);
    EXPECT_EQ(plain(tile("failures").text()), "184");
    EXPECT_EQ(plain(tile("revenue").text()), "E19.4_k");
}

TEST_F(TilesTest, ConversionIsTheMaturedOneWithItsInterval)
{
    const Tile conversion = tile("conversion");
    EXPECT_DOUBLE_EQ(conversion.ratio.value(), 0.0353);
    EXPECT_NE(conversion.note.indexOf(QStringLiteral("3.46\u20133.60")), -1)
        << plain(conversion.note);
    EXPECT_EQ(conversion.status, Status::normal);
}

TEST_F(TilesTest, ConversionIsTooEarlyUntilAJourneyHasHadItsTime)
{
    value<ingest::FunnelSnapshot>(0).maturedConversion.reset();
    EXPECT_EQ(word("conversion"), "Too early");
    EXPECT_EQ(tile("conversion").status, Status::unknown);
    EXPECT_EQ(plain(tile("conversion").text()), "5.00_%"); // so far
    EXPECT_TRUE(tile("conversion").few);
    EXPECT_FALSE(tile("conversion").interval);
    value<ingest::FunnelSnapshot>(0).nowcast = 0.08;
    EXPECT_EQ(plain(tile("conversion").text()), "8.00_%"); // better: what is expected
}

TEST_F(TilesTest, NobodyHavingConvertedYetIsNotZeroPercent)
{
    auto &funnel = value<ingest::FunnelSnapshot>(0);
    funnel.maturedConversion.reset();
    funnel.conversion = 0.0;
    funnel.nowcast = 0.0;
    EXPECT_EQ(word("conversion"), "Too early");
    EXPECT_EQ(tile("conversion").text(), QStringLiteral("–"));
}

TEST_F(TilesTest, FewTrialsAreGreyAndSaidToBeFew)
{
    value<ingest::FunnelSnapshot>(0).matured = 71;
    value<ingest::RatioSnapshot>(1) = ratio(90, 9);
    value<ingest::LatencySnapshot>(3).count = 99;
    for (const char *key : {"conversion", "success", "latency"}) {
        EXPECT_TRUE(tile(key).few) << key;
        EXPECT_EQ(word(key), "Few data") << key;
        EXPECT_EQ(tile(key).status, Status::look) << key;
    }
    EXPECT_TRUE(tile("conversion").note.contains(QStringLiteral("only 71")));
}

TEST_F(TilesTest, NothingDividedByNothingIsADash)
{
    value<ingest::RatioSnapshot>(1) = ratio(0, 0);
    value<ingest::LatencySnapshot>(3) = {};
    value<ingest::SumSnapshot>(2).sums.clear();
    for (const char *key : {"success", "latency", "revenue"}) {
        EXPECT_EQ(tile(key).text(), QStringLiteral("–")) << key;
        EXPECT_EQ(tile(key).status, Status::unknown) << key;
        EXPECT_EQ(word(key), "No data") << key;
    }
}

TEST_F(TilesTest, TheLimitOfFailuresJudgesSuccess)
{
    EXPECT_EQ(tile("success").status, Status::normal);
    value<ingest::RatioSnapshot>(1) = ratio(900, 100);
    EXPECT_EQ(word("success"), "Bad"); // 5 % without any, as for incidents
    m_shown.configuration->signals[1].limit = 0.2;
    EXPECT_EQ(tile("success").status, Status::normal);
    m_shown.configuration->signals[1].limit = 0.05;
    value<ingest::RatioSnapshot>(1) = ratio(945, 55); // may be chance
    EXPECT_EQ(word("success"), "Low");
    value<ingest::RatioSnapshot>(1) = ratio(900, 100); // may not
    EXPECT_EQ(word("success"), "Bad");
    EXPECT_EQ(tile("success").status, Status::bad);
}

TEST_F(TilesTest, FailuresAreHighWhileAnIncidentOfCustomersIsOpen)
{
    EXPECT_EQ(word("failures"), "");
    ingest::Incident incident;
    incident.kind = ingest::IncidentKind::source;
    m_shown.snapshot.incidents = {incident};
    EXPECT_EQ(word("failures"), "");
    m_shown.snapshot.incidents.front().kind = ingest::IncidentKind::category;
    EXPECT_EQ(word("failures"), "High");
    EXPECT_EQ(tile("failures").status, Status::look);
    m_shown.snapshot.incidents.front().kind = ingest::IncidentKind::ratio;
    EXPECT_EQ(tile("failures").status, Status::bad);
    m_shown.snapshot.incidents.front().until = kAsOf;
    EXPECT_EQ(word("failures"), "");
}

TEST_F(TilesTest, TheCourseOfAShareIsOfTenStepsAndBeginsWithTheFirstTen)
{
    auto shown = ratio(96, 4);
    shown.series = small::seriesToNow<ingest::RatioPoint>(
        {{0, 9}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}},
        seconds(1));
    value<ingest::RatioSnapshot>(1) = shown;
    const std::vector<double> course = tile("success").course;
    ASSERT_EQ(course.size(), 11u);
    for (std::size_t i = 0; i < 9; ++i)
        EXPECT_TRUE(std::isnan(course[i])) << i;
    EXPECT_DOUBLE_EQ(course[9], 0.5);
    EXPECT_DOUBLE_EQ(course[10], 1.0);
}

TEST_F(TilesTest, ThresholdsJudgeLatency)
{
    m_shown.configuration->signals[3].thresholdsMs = {2'500, 4'000};
    EXPECT_EQ(word("latency"), "Good");
    value<ingest::LatencySnapshot>(3).value.p75 = 2'500;
    EXPECT_EQ(word("latency"), "Good");
    value<ingest::LatencySnapshot>(3).value.p75 = 4'000;
    EXPECT_EQ(word("latency"), "Slow");
    value<ingest::LatencySnapshot>(3).value.p75 = 4'001;
    EXPECT_EQ(word("latency"), "Bad");
}

TEST_F(TilesTest, AnEstimateSaysSo)
{
    value<ingest::UniquesSnapshot>(4).exact = false;
    EXPECT_TRUE(tile("active").note.contains(QStringLiteral("3.2")));
}

TEST_F(TilesTest, AStepNotWhollySeenIsNoFallOfTheActive)
{
    const ingest::Second end = m_shown.snapshot.asOf;
    m_shown.snapshot.observed = ingest::Seconds(25);
    auto &series = value<ingest::UniquesSnapshot>(4).series;
    series = {end - ingest::Seconds(34), ingest::Seconds(10), true, {7, 90, 91, 40}};
    const std::vector<double> course = tile("active").course;
    ASSERT_EQ(course.size(), 3u);       // the last is not over
    EXPECT_TRUE(std::isnan(course[0])); // observed in parts
    EXPECT_EQ(course[1], 90);
    EXPECT_EQ(course[2], 91);
}

TEST_F(TilesTest, ASilentSourceMakesOnlyWhatNeedsItStale)
{
    m_shown.metrics->signals[2].silentSources = {"/shop/orders"};
    m_shown.metrics->signals[2].staleSince = kAsOf - seconds(252);
    EXPECT_TRUE(tile("revenue").stale);
    EXPECT_EQ(word("revenue"), "Stale 4:12");
    EXPECT_TRUE(tile("revenue").note.contains(QStringLiteral("nothing since")));
    EXPECT_FALSE(tile("conversion").stale);
    EXPECT_FALSE(tile("failures").stale);
}

TEST_F(TilesTest, AStaleStreamMakesEveryNumberStaleWhateverItSaid)
{
    m_shown.snapshot.freshness.state = ingest::FreshnessState::stale;
    m_shown.snapshot.freshness.lastEvent = kAsOf - seconds(42);
    for (const Tile &tile : models::tilesOf(m_shown.snapshot)) {
        EXPECT_TRUE(tile.stale) << tile.key.toStdString();
        EXPECT_EQ(tile.status, Status::unknown) << tile.key.toStdString();
        EXPECT_EQ(plain(tile.word), "Stale 0:42");
    }
}

TEST_F(TilesTest, BeforeTheFirstEventNoFailuresAreNotZeroFailures)
{
    m_shown.metrics->failuresCount = 0;
    EXPECT_EQ(plain(tile("failures").text()), "0");
    m_shown.snapshot.freshness.state = ingest::FreshnessState::waiting;
    EXPECT_EQ(tile("failures").text(), QStringLiteral("–"));
    EXPECT_EQ(word("failures"), "No data");
}

TEST_F(TilesTest, TheSentenceNamesEverything)
{
    const std::string sentence = plain(tile("latency").sentence(QStringLiteral("last hour")));
    for (const char *part : {"2.24_s", "of 400", "last hour"})
        EXPECT_NE(sentence.find(part), std::string::npos) << sentence;
}

TEST(EmptyTilesTest, WithoutDataEveryTileSaysSo)
{
    for (const Tile &tile : models::tilesOf(*samples::sampleSnapshot(samples::Sample::empty))) {
        EXPECT_EQ(tile.text(), QStringLiteral("–")) << tile.key.toStdString();
        EXPECT_EQ(tile.status, Status::unknown);
        EXPECT_FALSE(tile.stale);
    }
    EXPECT_EQ(models::tilesOf(ingest::Snapshot{}).size(), 6u);
}

TEST_F(TilesTest, WhatASourceThatBrokeOffFeedsIsNotCalledOk)
{
    for (const std::size_t signal : {0u, 1u}) {
        m_shown.metrics->signals[signal].brokenSource = "/shop/payments";
        m_shown.metrics->signals[signal].unheard = seconds(6);
    }
    EXPECT_EQ(word("conversion"), "Gaps");
    EXPECT_EQ(tile("conversion").status, Status::look);
    EXPECT_EQ(plain(tile("conversion").note), "incomplete");
    EXPECT_FALSE(tile("conversion").interval) << "of what came alone it would promise too much";
    EXPECT_TRUE(tile("conversion").gaps);
    EXPECT_EQ(word("revenue"), "") << "nothing to judge it by";
    value<ingest::RatioSnapshot>(1) = ratio(700, 300);
    EXPECT_EQ(word("success"), "Bad") << "what hurts is said first";
    EXPECT_FALSE(tile("success").gaps);
}

TEST_F(TilesTest, InASilenceTheyStayWhatTheyWereBefore)
{
    const auto before = std::make_shared<ingest::Snapshot>(m_shown.snapshot);
    auto thinned = std::make_shared<ingest::Metrics>(*m_shown.metrics);
    thinned->failuresCount = 4;
    m_shown.snapshot.metrics = thinned;
    m_shown.snapshot.freshness.state = ingest::FreshnessState::stale;
    m_shown.snapshot.freshness.lastEvent = kAsOf - seconds(30);
    EXPECT_EQ(plain(tile("failures").text()), "4");
    EXPECT_TRUE(tile("failures").note.startsWith(QStringLiteral("nothing since")));
    m_shown.snapshot.heard = before;
    EXPECT_EQ(plain(tile("failures").text()), "92");
    EXPECT_TRUE(tile("failures").note.startsWith(QStringLiteral("as of")));
    EXPECT_TRUE(tile("failures").stale);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/honesty.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using ingest::FreshnessState;
using models::Status;
using small::kAsOf;
using small::plain;
using std::chrono::seconds;

struct HonestyTest : testing::Test
{
    HonestyTest()
    {
        shown().engineTime = kAsOf;
        shown().ledger.received = shown().ledger.accepted = 10'000;
        shown().freshness.lastEvent = kAsOf - std::chrono::milliseconds(200);
        shown().freshness.sourcesUp = 13;
        shown().freshness.sourcesKnown = 14;
        shown().freshness.lagP50Ms = 84;
        shown().freshness.lagP99Ms = 412;
        shown().eventsPerSecond = 12'480;
    }
    ingest::Snapshot &shown() { return m_shown.snapshot; }
    models::Honesty honesty() { return models::honestyOf(shown()); }
    std::string headline() { return plain(honesty().headline); }
    std::string fact(const char *name)
    {
        const auto facts = honesty().facts;
        const auto found = std::ranges::find(facts, QString::fromLatin1(name), &models::Fact::name);
        return found == facts.end() ? "missing" : plain(found->value);
    }
    small::SmallSnapshot m_shown;
};

TEST_F(HonestyTest, NothingReceivedIsNoData)
{
    shown() = {};
    EXPECT_EQ(headline(), "No data");
    EXPECT_EQ(honesty().status, Status::unknown);
    EXPECT_EQ(fact("Lost"), "–");
    EXPECT_EQ(fact("Last event"), "–");
}

TEST_F(HonestyTest, EverythingThereIsComplete)
{
    EXPECT_EQ(headline(), "Data complete");
    EXPECT_EQ(honesty().status, Status::normal);
}

TEST_F(HonestyTest, AnEndWithoutGoodbyeIsNotCalledComplete)
{
    shown().sources.resize(2);
    shown().sources[1].source = "/shop/payments";
    EXPECT_EQ(headline(), "Data complete");
    EXPECT_EQ(fact("Lost"), "0.00_% (0)");
    shown().sources[1].tailUnknown = true;
    EXPECT_EQ(headline(), "Data arriving");
    EXPECT_TRUE(honesty().detail.startsWith(QStringLiteral("/shop/payments ended without")));
    EXPECT_EQ(fact("Lost"), "tail unknown");
    EXPECT_EQ(honesty().status, Status::normal) << "nothing is known to be wrong";
    shown().ledger.lost = 100;
    EXPECT_TRUE(fact("Lost").starts_with("at least ")) << fact("Lost");
}

TEST_F(HonestyTest, UnknownLossIsNotCalledComplete)
{
    shown().ledger.lossKnown = false;
    EXPECT_NE(headline(), "Data complete");
    EXPECT_EQ(fact("Lost"), "unknown");
    shown().ledger.lost = 100;
    EXPECT_EQ(fact("Lost"), "at least 0.99_% (100)");
}

TEST_F(HonestyTest, LossIsToldAsShareAndCount)
{
    shown().ledger.lost = 100;
    EXPECT_EQ(honesty().status, Status::look);
    EXPECT_EQ(fact("Lost"), "0.99_% (100)");
}

TEST_F(HonestyTest, ASilentSourceIsNamed)
{
    ingest::SourceSnapshot source;
    source.source = "/shop/search";
    source.state = ingest::SourceState::silent;
    source.lastSeen = kAsOf - seconds(120);
    shown().sources = {source};
    EXPECT_EQ(headline(), "Data incomplete");
    EXPECT_EQ(honesty().status, Status::look);
    EXPECT_TRUE(honesty().detail.startsWith(QStringLiteral("/shop/search silent for 2")));
}

TEST_F(HonestyTest, AStaleStreamForbidsToActAndOutranksEverything)
{
    shown().freshness.state = FreshnessState::stale;
    shown().freshness.lastEvent = kAsOf - seconds(42);
    shown().ledger.lost = 5;
    EXPECT_EQ(headline(), "Data stale");
    EXPECT_EQ(honesty().status, Status::unknown);
    EXPECT_NE(plain(honesty().detail).find("42_s"), std::string::npos);
}

TEST_F(HonestyTest, FactsAreThere)
{
    EXPECT_EQ(fact("Events"), "12.5_k/s");
    EXPECT_EQ(fact("Sources"), "13 of 14 up");
    EXPECT_EQ(fact("Lag"), "84_ms p99 412_ms");
    shown().freshness.lagP50Ms = shown().freshness.lagP99Ms = std::nullopt;
    EXPECT_EQ(fact("Lag"), "–"); // nothing came in the last minute: no lag, not one of zero
    EXPECT_EQ(fact("Clock skew"), "–");
    shown().freshness.maxSkewMs = 38;
    EXPECT_EQ(fact("Clock skew"), "≤38_ms");
    EXPECT_EQ(fact("Last event"), "0.2_s ago");
    shown().ledger.malformed[1] = 4;
    EXPECT_EQ(fact("Malformed"), "4");
    shown().ledger.late = 50;
    EXPECT_EQ(fact("Late"), "0.50_%");
}

TEST_F(HonestyTest, AWarningIsShownAsItIs)
{
    shown().warnings = {"first", "second"};
    EXPECT_EQ(honesty().detail, QStringLiteral("first"));
}

TEST_F(HonestyTest, WhatBreaksOffOftenLeavesTheDataIncomplete)
{
    auto metrics = std::make_shared<ingest::Metrics>(*shown().metrics);
    metrics->signals.resize(1);
    metrics->signals[0].brokenSource = "/shop/payments";
    metrics->signals[0].unheard = shown().observed / 50;
    shown().metrics = metrics;
    EXPECT_EQ(headline(), "Data incomplete");
    EXPECT_EQ(honesty().status, Status::look);
    EXPECT_TRUE(honesty().detail.startsWith(QStringLiteral("/shop/payments broke off")));
}

} // namespace

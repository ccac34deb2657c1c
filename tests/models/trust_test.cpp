// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::kAsOf;
using small::kAsOfMs;
using std::chrono::seconds;

struct TrustTest : testing::Test
{
    small::SmallSnapshot m_shown;
    ingest::SignalSnapshot m_signal;
    std::optional<double> ofSignal() { return models::dataEndMs(m_shown.snapshot, &m_signal); }
};

TEST_F(TrustTest, LiveDataAreTrustedToTheEnd)
{
    EXPECT_FALSE(ofSignal());
    EXPECT_FALSE(models::dataEndMs(m_shown.snapshot, nullptr));
}

TEST_F(TrustTest, ASilentSourceEndsTheTrustInWhatNeedsIt)
{
    m_signal.silentSources = {"/shop/orders"};
    m_signal.staleSince = kAsOf - seconds(40);
    EXPECT_EQ(ofSignal(), kAsOfMs - 40'000);
    EXPECT_FALSE(models::dataEndMs(m_shown.snapshot, nullptr));
}

TEST_F(TrustTest, AStaleStreamEndsTheTrustInEverything)
{
    m_shown.snapshot.freshness.state = ingest::FreshnessState::stale;
    m_shown.snapshot.freshness.lastEvent = kAsOf - seconds(252);
    EXPECT_EQ(ofSignal(), kAsOfMs - 252'000);
    EXPECT_EQ(models::dataEndMs(m_shown.snapshot, nullptr), kAsOfMs - 252'000);
}

TEST_F(TrustTest, WithoutAKnownInstantOnlyNowIsInDoubt)
{
    m_signal.silentSources = {"/shop/orders"};
    EXPECT_EQ(ofSignal(), kAsOfMs);
}

struct GapsTest : testing::Test
{
    GapsTest()
    {
        m_shown.add("viewed", ingest::RateSnapshot{});
        ingest::SignalSnapshot &paid = m_shown.add("paid", ingest::RateSnapshot{});
        paid.brokenSource = "/shop/payments";
        paid.unheard = seconds(6);
        ingest::SourceSnapshot source;
        source.source = "/shop/payments";
        source.tails = {{kAsOf - seconds(70), kAsOf - seconds(65)}, // before the window
                        {kAsOf - seconds(62), kAsOf - seconds(58)},
                        {kAsOf - seconds(20), kAsOf - seconds(18)}};
        m_shown.snapshot.sources = {source};
    }
    ingest::SignalSnapshot &paid() { return m_shown.metrics->signals[1]; }
    small::SmallSnapshot m_shown;
};

TEST_F(GapsTest, FromOnePercentOfTheObservedTimeOn)
{
    EXPECT_TRUE(models::hasGaps(m_shown.snapshot, &paid()));
    EXPECT_EQ(models::mostBroken(m_shown.snapshot), &paid());
    paid().unheard = std::chrono::milliseconds(599);
    EXPECT_FALSE(models::hasGaps(m_shown.snapshot, &paid()));
    EXPECT_EQ(models::mostBroken(m_shown.snapshot), nullptr);
    m_shown.snapshot.observed = seconds(59);
    EXPECT_TRUE(models::hasGaps(m_shown.snapshot, &paid()));
    EXPECT_FALSE(models::hasGaps(m_shown.snapshot, &m_shown.metrics->signals[0]));
    EXPECT_FALSE(models::hasGaps(m_shown.snapshot, nullptr));
}

TEST_F(GapsTest, EndsAreCountedInTheWindow)
{
    EXPECT_EQ(models::tailsInWindow(m_shown.snapshot, "/shop/payments"), 2u);
    EXPECT_EQ(models::tailsInWindow(m_shown.snapshot, "/shop/orders"), 0u);
}

} // namespace

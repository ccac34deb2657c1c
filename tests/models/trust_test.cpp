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

} // namespace

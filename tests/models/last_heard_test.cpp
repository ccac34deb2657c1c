// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/last_heard.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using ingest::FreshnessState;
using small::kAsOf;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::shared_ptr<ingest::Snapshot> heardAt(int second, milliseconds lastEvent,
                                          FreshnessState state = FreshnessState::live)
{
    auto snapshot = std::make_shared<ingest::Snapshot>(small::SmallSnapshot().snapshot);
    snapshot->asOf = kAsOf + seconds(second);
    snapshot->freshness.state = state;
    snapshot->freshness.lastEvent = kAsOf + lastEvent;
    return snapshot;
}

TEST(LastHeard, ASilenceShowsTheLastWindowThatHoldsNoneOfIt)
{
    models::LastHeard heard;
    const auto before = heardAt(10, milliseconds(10'400));
    EXPECT_EQ(heard.update(before), before);
    const auto last = heardAt(11, milliseconds(10'800)); // its second ends here
    EXPECT_EQ(heard.update(last), last);
    const auto quiet = heardAt(13, milliseconds(10'800));
    EXPECT_EQ(heard.update(quiet), quiet) << "few events are no silence";
    const auto shown = heard.update(heardAt(30, milliseconds(10'800), FreshnessState::stale));
    EXPECT_EQ(shown->asOf, kAsOf + seconds(30));
    EXPECT_EQ(shown->heard, last);
    EXPECT_EQ(heard.update(heardAt(31, milliseconds(10'800), FreshnessState::stale))->heard, last);
}

TEST(LastHeard, WhatAReplayHasLookedUpIsKept)
{
    models::LastHeard heard;
    std::ignore = heard.update(heardAt(10, milliseconds(9'500)));
    const auto silent = heardAt(90, milliseconds(59'500), FreshnessState::stale);
    silent->heard = heardAt(60, milliseconds(59'500));
    EXPECT_EQ(heard.update(silent), silent) << "not of where it was before";
}

TEST(LastHeard, WhatArrivesAgainIsShownThoughItIsNotTrustedYet)
{
    models::LastHeard heard;
    std::ignore = heard.update(heardAt(10, milliseconds(9'500)));
    ASSERT_TRUE(heard.update(heardAt(30, milliseconds(9'500), FreshnessState::stale))->heard);
    EXPECT_FALSE(heard.update(heardAt(40, milliseconds(39'500), FreshnessState::stale))->heard);
}

TEST(LastHeard, NeitherAnotherWindowNorAnEarlierMomentShowsIt)
{
    models::LastHeard heard;
    std::ignore = heard.update(heardAt(10, milliseconds(9'500)));
    auto other = heardAt(30, milliseconds(9'500), FreshnessState::stale);
    other->window = ingest::Window::oneHour;
    EXPECT_FALSE(heard.update(other)->heard);
    auto next = heardAt(31, milliseconds(9'500), FreshnessState::stale);
    next->window = ingest::Window::oneHour;
    EXPECT_FALSE(heard.update(next)->heard) << "nor is one of the silence taken for it";

    models::LastHeard rewound;
    std::ignore = rewound.update(heardAt(100, milliseconds(99'500)));
    EXPECT_FALSE(rewound.update(heardAt(50, milliseconds(20'000), FreshnessState::stale))->heard);
}

} // namespace

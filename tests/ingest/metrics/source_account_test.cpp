// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/source_account.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

constexpr Timestamp kSourceAccountStart{std::chrono::seconds(1'790'000'040)}; // a whole minute

SourceSnapshot rowOf(const metrics::SourceAccount &account, Timestamp now)
{
    return account.row(now, kSourceAccountStart - 1h, config::Staleness{});
}

TEST(SourceAccount, MalformedCountByReasonAndTheLastOneIsKept)
{
    metrics::SourceAccount account("a");
    for (const auto &[reason, text] :
         {std::pair(wire::Reason::notJson, "{oops"), std::pair(wire::Reason::noType, "{}"),
          std::pair(wire::Reason::notJson, "{again")}) {
        wire::Rejection rejection;
        rejection.reason = reason;
        rejection.excerpt = text;
        account.countMalformed(rejection, kSourceAccountStart + 3s);
    }
    const SourceSnapshot row = rowOf(account, kSourceAccountStart + 4s);
    EXPECT_EQ(row.malformed, 3u);
    EXPECT_EQ(row.malformedBy[static_cast<std::size_t>(wire::Reason::notJson)], 2u);
    EXPECT_EQ(row.malformedBy[static_cast<std::size_t>(wire::Reason::noType)], 1u);
    ASSERT_TRUE(row.lastBad);
    EXPECT_EQ(row.lastBad->excerpt, "{again");
    EXPECT_EQ(row.lastBad->reason, wire::Reason::notJson);
    EXPECT_EQ(row.lastBad->arrival, kSourceAccountStart + 3s);
}

TEST(SourceAccount, MinutesHoldWhatArrivedWasLateAndIsMissing)
{
    metrics::SourceAccount account("a");
    for (int minute = 0; minute < 3; ++minute)
        for (int i = 0; i <= minute; ++i) {
            const Timestamp at = kSourceAccountStart + minute * 60s + 10s;
            account.received(at);
            account.lagged(at, at - 40s, i == 0);
        }
    account.epoch("1", kSourceAccountStart, kSourceAccountStart)
        .insert("", 1, kSourceAccountStart + 10s);
    account.epoch("1", kSourceAccountStart, kSourceAccountStart)
        .insert("", 6, kSourceAccountStart + 70s); // four missing
    const auto minutes = rowOf(account, kSourceAccountStart + 130s).minutes;
    EXPECT_EQ(minutes[59], (SourceMinute{3, 1, 0}));
    EXPECT_EQ(minutes[58], (SourceMinute{2, 1, 4}));
    EXPECT_EQ(minutes[57], (SourceMinute{1, 1, 0}));
    EXPECT_EQ(minutes[56], SourceMinute{});
    // They grow old, and leave after an hour.
    EXPECT_EQ(rowOf(account, kSourceAccountStart + 130s + 58min).minutes[1],
              (SourceMinute{3, 1, 0}));
    for (const SourceMinute &minute : rowOf(account, kSourceAccountStart + 130s + 61min).minutes)
        EXPECT_EQ(minute, SourceMinute{});
}

} // namespace

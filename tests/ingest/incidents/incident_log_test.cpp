// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/incident_log.h"

#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using incidents::IncidentLog;

Second atSecond(int n)
{
    return std::chrono::floor<Seconds>(test::at(n));
}

const IncidentLog::Condition kRatio{IncidentKind::ratio, "payment_success", 2min, 5min,
                                    Second::max()};

TEST(IncidentLog, opensOnceTheConditionHasHeldForTwoMinutes)
{
    IncidentLog log;
    for (int at = 0; at < 120; ++at)
        log.judge(kRatio, true, atSecond(at));
    EXPECT_TRUE(log.open().empty());
    log.judge(kRatio, true, atSecond(120));
    ASSERT_EQ(log.open().size(), 1u);
    EXPECT_EQ(log.open()[0].since, atSecond(0));
    EXPECT_EQ(log.open()[0].id, 1u);
}

TEST(IncidentLog, beginsAgainWhereTheConditionFailsInBetween)
{
    IncidentLog log;
    for (int at = 0; at <= 200; ++at)
        log.judge(kRatio, at != 100, atSecond(at));
    EXPECT_TRUE(log.open().empty());
}

TEST(IncidentLog, staysOpenUntilTheConditionHasNotHeldForFiveMinutes)
{
    IncidentLog log;
    int at = 0;
    for (; at <= 120; ++at)
        log.judge(kRatio, true, atSecond(at));
    for (; at < 300; ++at)
        log.judge(kRatio, false, atSecond(at));
    log.judge(kRatio, true, atSecond(300));
    for (at = 301; at < 600; ++at)
        log.judge(kRatio, false, atSecond(at));
    EXPECT_EQ(log.open().size(), 1u);
    log.judge(kRatio, false, atSecond(600));
    EXPECT_TRUE(log.open().empty());
    ASSERT_EQ(log.ended().size(), 1u);
    EXPECT_EQ(log.ended()[0].until, atSecond(600));
    EXPECT_EQ(log.ended()[0].since, atSecond(0));
}

TEST(IncidentLog, opensAtOnceWhereItMayAndRemembersWhatItBeganWith)
{
    IncidentLog log;
    log.judge({IncidentKind::category, "3ds_timeout", 0s, 5min, atSecond(42)}, true, atSecond(50));
    ASSERT_EQ(log.open().size(), 1u);
    EXPECT_EQ(log.open()[0].since, atSecond(42));
}

TEST(IncidentLog, keepsABoundedNumberOfEndedOnes)
{
    IncidentLog log;
    for (int i = 0; i < 300; ++i) {
        log.judge({IncidentKind::source, "s", 0s, 0s, Second::max()}, true, atSecond(2 * i));
        log.judge({IncidentKind::source, "s", 0s, 0s, Second::max()}, false, atSecond(2 * i + 1));
    }
    EXPECT_EQ(log.ended().size(), IncidentLog::kMostEnded);
    EXPECT_EQ(log.ended().back().id, 300u);
}

} // namespace

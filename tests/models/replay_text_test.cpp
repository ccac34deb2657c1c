// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay_text.h"

#include "models/signs.h"

#include <gtest/gtest.h>

namespace {

QString spaced(const char *text)
{
    QString result = QString::fromUtf8(text);
    return result.replace(QLatin1Char('_'), models::kNarrow);
}

TEST(ReplayTextTest, TheDistanceIsExact)
{
    EXPECT_EQ(models::distanceText(22 * 60 + 28, true), spaced("22_min 28_s behind live"));
    EXPECT_EQ(models::distanceText(9, false), spaced("9_s before the end"));
    EXPECT_EQ(models::distanceText(2 * 3600 + 5 * 60, true), spaced("2_h 5_min behind live"));
    EXPECT_EQ(models::distanceText(50 * 3600, true), spaced("2_d 2_h behind live"));
    EXPECT_EQ(models::distanceText(0, false), spaced("at the end"));
}

TEST(ReplayTextTest, CatchingUpTakesTheDistanceByHowMuchFasterItIs)
{
    EXPECT_EQ(models::catchUpText(1350, 10), spaced("catches up in 2_min 30_s"));
    EXPECT_EQ(models::catchUpText(1350, 1), QString());
    EXPECT_EQ(models::catchUpText(1350, 0.25), QString());
}

TEST(ReplayTextTest, SpeedsAreShort)
{
    EXPECT_EQ(models::speedText(0.25), QStringLiteral("×0.25"));
    EXPECT_EQ(models::speedText(60), QStringLiteral("×60"));
}

TEST(ReplayTextTest, TheStripSaysThatItIsThePastAndWhatWasWrongThen)
{
    models::Honesty then;
    then.status = models::Status::look;
    then.headline = QStringLiteral("Data incomplete");
    then.detail = QStringLiteral("/shop/web silent");
    then.facts = {{QStringLiteral("Lost"), QStringLiteral("3"), false}};
    const models::Honesty said = models::replayHonesty(then, QStringLiteral("14:09:40"), 23);
    EXPECT_EQ(said.headline, QStringLiteral("Replaying a recording"));
    EXPECT_TRUE(said.detail.contains(QStringLiteral("14:09:40")));
    EXPECT_TRUE(said.detail.contains(QStringLiteral("Data incomplete")));
    EXPECT_TRUE(said.detail.contains(QStringLiteral("/shop/web silent")));
    ASSERT_EQ(said.facts.size(), 2u);
    EXPECT_EQ(said.facts.back().value, QStringLiteral("goes on, 23/s"));
    EXPECT_EQ(models::replayHonesty(then, QString(), std::nullopt).facts.size(), 1u);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewing_distance.h"

#include <gtest/gtest.h>

namespace {

TEST(ViewingDistanceTest, AnglesAreThoseWorkedOutByHand)
{
    // A capital of 0.727 em of 148 px of 0.8649 mm is 93.06 mm high: 64 minutes of arc at 5 m.
    EXPECT_NEAR(models::arcMinutes(148, 0.8649, 5000), 64, 0.1);
}

TEST(ViewingDistanceTest, ReadsDistances)
{
    EXPECT_EQ(models::distanceFrom(QStringLiteral("5m")), 5000);
    EXPECT_EQ(models::distanceFrom(QStringLiteral("4.5 m")), 4500);
    EXPECT_EQ(models::distanceFrom(QStringLiteral("350cm")), 3500);
}

TEST(ViewingDistanceTest, RefusesOtherTexts)
{
    for (const char *text : {"", "5", "m", "five m", "5mm", "0.1m", "1000m", "nanm"})
        EXPECT_FALSE(models::distanceFrom(QString::fromLatin1(text))) << text;
}

TEST(ViewingDistanceTest, SaysNothingWhereItCanBeRead)
{
    EXPECT_TRUE(models::tooSmall(110, 0.8649, 5000).isEmpty());
}

TEST(ViewingDistanceTest, SaysWhatWouldHelpWhereItIsTooSmall)
{
    // 110 px of 0.25 mm: 20.0 mm, 13.7 minutes of arc at 5 m.
    const QString text = models::tooSmall(110, 0.25, 5000);
    EXPECT_TRUE(text.contains(QStringLiteral("14′ of the 20′"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("within 3.4"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("1.5×"))) << text.toStdString();
}

TEST(ViewingDistanceTest, SaysWhereTheScreenDoesNotTellItsSize)
{
    EXPECT_FALSE(models::tooSmall(1000, 0, 5000).isEmpty());
}

} // namespace

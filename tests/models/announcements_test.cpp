// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/announcements.h"

#include "tests/support/sample_snapshot.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using models::Announcements;

TEST(AnnouncementsTest, OnlyChangesAreSaidAndTheFirstStatusIsNone)
{
    Announcements announcements;
    EXPECT_FALSE(announcements.update(QStringLiteral("LIVE"), 0));
    EXPECT_FALSE(announcements.update(QStringLiteral("LIVE"), 60'000));
    EXPECT_EQ(announcements.update(QStringLiteral("STALE"), 61'000), QStringLiteral("STALE"));
    EXPECT_FALSE(announcements.update(QStringLiteral("STALE"), 90'000));
}

TEST(AnnouncementsTest, AtMostOneInTenSecondsAndTheNewestCounts)
{
    const unsigned seed = std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    std::mt19937 random(seed);
    Announcements announcements;
    std::int64_t said = -Announcements::kApartMs;
    QString shown = QStringLiteral("0");
    QString last = shown;
    for (std::int64_t now = 0; now < 600'000; now += 500) {
        if (random() % 8 == 0)
            shown = QString::number(random() % 5);
        if (const auto text = announcements.update(shown, now)) {
            EXPECT_GE(now - said, Announcements::kApartMs) << "seed " << seed;
            EXPECT_EQ(*text, shown) << "seed " << seed;
            EXPECT_NE(*text, last) << "seed " << seed;
            said = now;
            last = *text;
        } else if (now == 0) {
            last = shown; // the first is nobody's news
        } else {
            EXPECT_TRUE(shown == last || now - said < Announcements::kApartMs) << "seed " << seed;
        }
    }
}

TEST(AnnouncementsTest, TheSentenceNamesFiguresThatAreNotAsUsualAndNoValues)
{
    const QString sentence = models::statusSentence(
        *samples::sampleSnapshot(samples::Sample::incident), QStringLiteral("LIVE"));
    EXPECT_TRUE(sentence.startsWith(QStringLiteral("LIVE. ")));
    EXPECT_TRUE(sentence.contains(QStringLiteral("Bad"))) << sentence.toStdString();
    EXPECT_FALSE(sentence.contains(QLatin1Char('%')));
}

} // namespace

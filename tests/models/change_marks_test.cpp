// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change_marks.h"

#include <gtest/gtest.h>

namespace {

using ingest::Second;
using ingest::Seconds;
using ingest::config::MarkerKind;

TEST(ChangeMarksTest, EachKindHasALetterAndAWordOfItsOwn)
{
    QString letters;
    QStringList words;
    for (std::size_t kind = 0; kind < ingest::config::kMarkerKinds.size(); ++kind) {
        const auto mark =
            models::changeMark({Second{Seconds{2}}, static_cast<MarkerKind>(kind), "web 4.3.0"});
        letters += mark.letter;
        words += mark.word;
        EXPECT_EQ(mark.title, QStringLiteral("web 4.3.0"));
        EXPECT_EQ(mark.ms, 2000);
    }
    EXPECT_EQ(letters, QStringLiteral("DCXLN"));
    EXPECT_EQ(words.join(QLatin1Char(',')),
              QStringLiteral("Deploy,Campaign,Chaos test,Launch,Note"));
}

TEST(ChangeMarksTest, ThoseOnTheAxisAreShownUpToItsEnds)
{
    std::vector<ingest::Marker> markers;
    for (int second = 1; second <= 100; ++second)
        markers.push_back({Second{Seconds{second}}, MarkerKind::note, std::to_string(second)});
    const auto some = models::changeMarks(markers, 10'000, 12'000);
    ASSERT_EQ(some.size(), 3u);
    EXPECT_EQ(some.front().title, QStringLiteral("10"));
    EXPECT_EQ(some.back().title, QStringLiteral("12"));
    const auto many = models::changeMarks(markers, 0, 90'000);
    EXPECT_EQ(many.size(), 40u);
    EXPECT_EQ(many.back().title, QStringLiteral("90"));
    EXPECT_TRUE(models::changeMarks(markers, 200'000, 300'000).empty());
}

} // namespace

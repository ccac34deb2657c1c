// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/column_spans.h"

#include <gtest/gtest.h>

namespace {

using Spans = std::vector<models::ColumnSpan>;

TEST(ColumnSpansTest, NothingAddedIsNothing)
{
    EXPECT_TRUE(models::ColumnSpans().within(0, 1000).empty());
}

TEST(ColumnSpansTest, SpansAreAFewPixelsWiderThanWhatChangedAndStayInView)
{
    models::ColumnSpans spans;
    spans.add(100, 110);
    spans.add(-50, 2);
    spans.add(2000, 3000);
    EXPECT_EQ(spans.within(0, 1000), (Spans{{0, 7}, {96, 115}}));
}

TEST(ColumnSpansTest, CloseSpansAreOne)
{
    models::ColumnSpans spans;
    spans.add(140, 150);
    spans.add(100, 110);
    EXPECT_EQ(spans.within(0, 1000), (Spans{{96, 155}}));
}

TEST(ColumnSpansTest, ManySpansAreFew)
{
    models::ColumnSpans spans;
    for (int i = 0; i < 20; ++i)
        spans.add(i * 100, i * 100 + 1);
    const Spans few = spans.within(0, 2000);
    EXPECT_LE(few.size(), 4u);
    EXPECT_GE(few.back().to, 1901);
}

TEST(ColumnSpansTest, AllIsTheWholeView)
{
    models::ColumnSpans spans;
    spans.add(3, 4);
    spans.addAll();
    EXPECT_EQ(spans.within(7, 50), (Spans{{7, 50}}));
    EXPECT_TRUE(spans.touch(40, 41));
}

TEST(ColumnSpansTest, TellsWhatItTouches)
{
    models::ColumnSpans spans;
    spans.add(100, 110);
    EXPECT_TRUE(spans.touch(105, 300));
    EXPECT_FALSE(spans.touch(400, 500));
    EXPECT_FALSE(spans.touch(0, 50));
}

} // namespace

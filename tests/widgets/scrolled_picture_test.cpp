// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrolled_picture.h"

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

namespace {

using Spans = std::vector<models::ColumnSpan>;

struct ScrolledPictureTest : testing::Test
{
    Spans show(std::int64_t first, QSize size = {100, 10}, double ratio = 1)
    {
        models::ColumnSpans spans;
        m_picture.show(first, size, ratio, spans);
        return spans.within(first, first + size.width());
    }
    widgets::ScrolledPicture m_picture;
};

TEST_F(ScrolledPictureTest, NothingCanBeKeptAtFirstNorAfterAResize)
{
    EXPECT_EQ(show(500), (Spans{{500, 600}}));
    EXPECT_TRUE(show(500).empty());
    EXPECT_EQ(show(500, {90, 10}), (Spans{{500, 590}}));
    EXPECT_EQ(show(500, {90, 10}, 2), (Spans{{500, 590}}));
}

TEST_F(ScrolledPictureTest, WhatWasPaintedMovesAlong)
{
    show(500);
    m_picture.pixmap().fill(Qt::black);
    QPainter(&m_picture.pixmap()).fillRect(40, 0, 1, 10, Qt::white);
    const Spans toPaint = show(510);
    ASSERT_EQ(toPaint.size(), 1u);
    EXPECT_LE(toPaint[0].from, 600);
    EXPECT_EQ(toPaint[0].to, 610);
    const QImage image = m_picture.pixmap().toImage();
    EXPECT_EQ(image.pixelColor(30, 5), QColor(Qt::white));
    EXPECT_EQ(image.pixelColor(40, 5), QColor(Qt::black));
}

TEST_F(ScrolledPictureTest, AJumpBeyondTheViewKeepsNothing)
{
    show(500);
    EXPECT_EQ(show(700), (Spans{{700, 800}}));
}

TEST_F(ScrolledPictureTest, ColumnsThatAreNoWholeDevicePixelsAreNotMoved)
{
    show(500, {100, 10}, 1.5);
    EXPECT_EQ(show(501, {100, 10}, 1.5), (Spans{{501, 601}}));
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notice_banner.h"

#include <QImage>

#include <gtest/gtest.h>

namespace {

struct NoticeBannerTest : testing::Test
{
    NoticeBannerTest()
    {
        m_banner.setTheme(widgets::darkTheme());
        m_banner.resize(600, 32);
    }
    // Whether there is a triangle before the text.
    [[nodiscard]] bool hasShape()
    {
        const QImage image = m_banner.grab(QRect(16, 0, 12, 32)).toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == m_banner.theme().warn)
                    return true;
        return false;
    }
    app::NoticeBanner m_banner;
};

TEST_F(NoticeBannerTest, AProblemComesWithATriangleASuggestionDoesNot)
{
    m_banner.show({}, true);
    EXPECT_FALSE(m_banner.text().isEmpty());
    EXPECT_FALSE(m_banner.isWrong());
    EXPECT_FALSE(hasShape());
    m_banner.setProblem(QStringLiteral("shop.toml:3:1: wrong"));
    EXPECT_TRUE(m_banner.isWrong());
    EXPECT_TRUE(hasShape());
    m_banner.setProblem(QString());
    EXPECT_FALSE(m_banner.isWrong());
    m_banner.show({"the disk is full"}, true);
    EXPECT_TRUE(m_banner.isWrong());
}

TEST_F(NoticeBannerTest, WhatWentWellHidesAProblemWhileItIsSaid)
{
    m_banner.setProblem(QStringLiteral("wrong"));
    m_banner.say(QStringLiteral("Saved"), true);
    EXPECT_EQ(m_banner.text(), QStringLiteral("Saved"));
    EXPECT_FALSE(m_banner.isWrong());
    m_banner.say(QStringLiteral("Not saved"), false);
    EXPECT_TRUE(m_banner.isWrong());
    EXPECT_TRUE(m_banner.unsay());
    EXPECT_EQ(m_banner.text(), QStringLiteral("wrong"));
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/top_bar.h"

#include "widgets/page_tabs.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using models::Status;

struct TopBarTest : testing::Test
{
    TopBarTest()
    {
        bar.tabs().setTabs({{QStringLiteral("Experience"), 1, {Status::bad, 12}},
                            {QStringLiteral("Triage"), 2, {Status::bad, 3}},
                            {QStringLiteral("Pipeline"), 6, {Status::look, 4}}});
        bar.setState(Status::normal, QStringLiteral("LIVE"), QStringLiteral("10:00:00 UTC"));
    }
    [[nodiscard]] int firstButtonLeft() const
    {
        int left = bar.width();
        for (const QPushButton *button : bar.findChildren<QPushButton *>())
            if (!button->isHidden())
                left = std::min(left, button->geometry().left());
        return left;
    }
    widgets::TopBar bar;
};

TEST_F(TopBarTest, TheTabsNeverReachTheWindowSelector)
{
    for (int width = 800; width <= 2560; width += 40) {
        bar.resize(width, bar.height());
        QTest::qWait(0); // the resize is an event of its own while the bar is hidden
        bar.setTheme(bar.theme());
        EXPECT_LT(bar.tabs().geometry().right(), firstButtonLeft()) << width;
    }
}

TEST_F(TopBarTest, TheTabsHaveTheirRoomBesideTheInstantOfAReplayToo)
{
    bar.setState(Status::look, QStringLiteral("REPLAY ×0.25"), QStringLiteral("10:00:00 CEST"),
                 true);
    for (int width = 800; width <= 1280; width += 40) {
        bar.resize(width, bar.height());
        QTest::qWait(0);
        bar.setTheme(bar.theme());
        EXPECT_LT(bar.tabs().geometry().right(), firstButtonLeft()) << width;
    }
}

TEST_F(TopBarTest, EveryTabCanBeClickedInTheNarrowestWindow)
{
    bar.resize(800, bar.height());
    bar.setTheme(bar.theme());
    QSignalSpy chosen(&bar.tabs(), &widgets::PageTabs::chosen);
    const int width = bar.tabs().width();
    for (int x = 4; x < width; x += 8)
        QTest::mouseClick(&bar.tabs(), Qt::LeftButton, {}, {x, 20});
    std::vector<int> pages;
    for (const auto &click : chosen)
        pages.push_back(click[0].toInt());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    EXPECT_EQ(pages, (std::vector<int>{0, 1, 2}));
}

TEST_F(TopBarTest, WhatIsPastFillsTheCornerWithItsColour)
{
    bar.resize(1280, bar.height());
    const auto corner = [this] { return bar.grab().toImage().pixelColor(bar.width() - 4, 4); };
    EXPECT_EQ(corner(), bar.theme().bar);
    bar.setState(Status::look, QStringLiteral("REPLAY ×0.25"), QStringLiteral("10:00:00 CEST"),
                 true);
    EXPECT_EQ(corner(), bar.theme().warn);
    EXPECT_TRUE(bar.accessibleName().contains(QStringLiteral("REPLAY ×0.25")));
    bar.setState(Status::normal, QStringLiteral("LIVE"), QStringLiteral("10:00:00 UTC"));
    EXPECT_EQ(corner(), bar.theme().bar);
}

TEST_F(TopBarTest, AWindowIsChosenByAClickAndSaysItsName)
{
    QSignalSpy chosen(&bar, &widgets::TopBar::windowChosen);
    for (QPushButton *button : bar.findChildren<QPushButton *>()) {
        EXPECT_FALSE(button->accessibleName().isEmpty());
        if (button->text() == QStringLiteral("15m"))
            button->click();
    }
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].value<ingest::Window>(), ingest::Window::fifteenMinutes);
}

} // namespace

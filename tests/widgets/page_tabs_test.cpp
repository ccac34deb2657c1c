// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page_tabs.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using models::Status;

std::vector<widgets::PageTab> twoTabs(widgets::PageStatus pipeline)
{
    return {{QStringLiteral("Experience"), 1, {Status::normal, 0}},
            {QStringLiteral("Pipeline"), 6, pipeline}};
}

struct TabsTest : testing::Test
{
    TabsTest()
    {
        tabs.setTabs(twoTabs({Status::look, 3}));
        tabs.resize(tabs.sizeHint());
    }
    widgets::PageTabs tabs;
};

TEST_F(TabsTest, AClickChoosesTheTabUnderIt)
{
    QSignalSpy chosen(&tabs, &widgets::PageTabs::chosen);
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, {5, 20});
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, {tabs.width() - 5, 20});
    ASSERT_EQ(chosen.size(), 2);
    EXPECT_EQ(chosen[0][0].toInt(), 0);
    EXPECT_EQ(chosen[1][0].toInt(), 1);
}

TEST_F(TabsTest, ArrowsMoveAndStopAtTheEnds)
{
    QSignalSpy chosen(&tabs, &widgets::PageTabs::chosen);
    QTest::keyClick(&tabs, Qt::Key_Left);
    EXPECT_EQ(chosen.size(), 0);
    QTest::keyClick(&tabs, Qt::Key_Right);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 1);
    tabs.setCurrent(1);
    QTest::keyClick(&tabs, Qt::Key_Right);
    EXPECT_EQ(chosen.size(), 1);
}

TEST_F(TabsTest, SaysStatusAndCountInWords)
{
    EXPECT_EQ(tabs.accessibleName(), QStringLiteral("Pages, Experience is open"));
    EXPECT_EQ(tabs.accessibleDescription(),
              QStringLiteral("1 Experience, normal; 6 Pipeline, look 3"));
}

TEST_F(TabsTest, NoTabMovesWhenAStatusComesWithoutACount)
{
    tabs.setTabs(twoTabs({Status::normal, 0}));
    const QSize quiet = tabs.sizeHint();
    tabs.setTabs(twoTabs({Status::unknown, 0}));
    EXPECT_EQ(tabs.sizeHint(), quiet);
}

TEST_F(TabsTest, SaysLessTheNarrowerTheWindow)
{
    const int whole = tabs.sizeHint().width();
    tabs.fit(whole - 1);
    const int titles = tabs.sizeHint().width();
    EXPECT_LT(titles, whole);
    tabs.fit(titles - 1);
    EXPECT_LT(tabs.sizeHint().width(), titles);
    tabs.fit(whole);
    EXPECT_EQ(tabs.sizeHint().width(), whole);
}

} // namespace

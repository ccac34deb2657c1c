// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facet_panel.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

struct FacetPanelTest : testing::Test
{
    FacetPanelTest()
    {
        for (const char *attribute : {"country", "device", "platform", "provider"}) {
            models::Facet facet;
            facet.attribute = QString::fromLatin1(attribute);
            facet.total = 60;
            for (const char *value : {"a", "b", "c", "d", "e"})
                facet.values.push_back({facet.attribute + QString::fromLatin1(value), 12});
            m_facets.push_back(facet);
        }
        m_panel.resize(600, 400);
        m_panel.show(m_facets);
        m_panel.setVisible(true); // else it is told of its size later
    }
    std::vector<models::Facet> m_facets;
    widgets::FacetPanel m_panel;
};

TEST_F(FacetPanelTest, SaysHowManyValuesHaveNoRoom)
{
    EXPECT_EQ(m_panel.hidden(), 0u);
    m_panel.resize(600, 100);
    EXPECT_GT(m_panel.hidden(), 0u);
    m_panel.resize(600, 10);
    EXPECT_EQ(m_panel.hidden(), 20u);
}

TEST_F(FacetPanelTest, TheLastValueCanBeReachedByKeys)
{
    m_panel.resize(600, 100);
    QSignalSpy chosen(&m_panel, &widgets::FacetPanel::chosen);
    for (int i = 0; i < 19; ++i)
        QTest::keyClick(&m_panel, Qt::Key_Down);
    EXPECT_EQ(m_panel.hidden(), 0u) << "it has been scrolled to";
    QTest::keyClick(&m_panel, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().at(1).toString(), QStringLiteral("providere"));
    for (int i = 0; i < 19; ++i)
        QTest::keyClick(&m_panel, Qt::Key_Up);
    EXPECT_GT(m_panel.hidden(), 0u);
}

TEST_F(FacetPanelTest, ScrollsNoFurtherThanThereIsSomething)
{
    m_panel.resize(600, 100);
    for (int i = 0; i < 19; ++i)
        QTest::keyClick(&m_panel, Qt::Key_Down);
    m_facets.resize(1);
    m_panel.show(m_facets);
    m_panel.resize(600, 400);
    EXPECT_EQ(m_panel.hidden(), 0u);
    QSignalSpy chosen(&m_panel, &widgets::FacetPanel::chosen);
    QTest::mouseClick(&m_panel, Qt::LeftButton, {},
                      {40, 34}); // the first value, at its place again
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().at(1).toString(), QStringLiteral("countrya"));
}

} // namespace

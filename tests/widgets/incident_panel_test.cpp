// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident_panel.h"

#include "tests/models/support/small_snapshot.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

struct IncidentPanelTest : testing::Test
{
    IncidentPanelTest()
    {
        m_panel.resize(700, m_panel.wishedHeight());
        m_card.incident.kind = ingest::IncidentKind::ratio;
        m_card.headline = QStringLiteral("Payment success: 23.1 % fail");
        m_card.sentences = {QStringLiteral("231 of 1,000 attempts failed.")};
        m_card.figures = {{QStringLiteral("lost so far"), QStringLiteral("€32.4 k")}};
    }
    widgets::IncidentPanel m_panel;
    models::IncidentCard m_card;
};

TEST_F(IncidentPanelTest, SaysEverythingToScreenReaders)
{
    m_panel.show(m_card);
    const QString said = m_panel.accessibleDescription();
    EXPECT_TRUE(said.contains(m_card.headline));
    EXPECT_TRUE(said.contains(m_card.sentences.front()));
    EXPECT_TRUE(said.contains(QStringLiteral("€32.4 k lost so far")));
}

TEST_F(IncidentPanelTest, SaysAsMuchAsFits)
{
    const QString counted = m_card.sentences.front();
    const QString all = counted + QStringLiteral(" Of the journeys that met it 96 completed all "
                                                 "the same, 404 did not.");
    m_card.sentences = {all, counted};
    m_panel.show(m_card);
    EXPECT_EQ(m_panel.shownSentence(), all);
    m_panel.resize(220, m_panel.wishedHeight());
    EXPECT_EQ(m_panel.shownSentence(), counted);
    EXPECT_TRUE(m_panel.accessibleDescription().contains(QStringLiteral("404 did not")));
}

TEST_F(IncidentPanelTest, AClickAndEnterLeadToItsEvents)
{
    m_panel.show(m_card);
    QSignalSpy chosen(&m_panel, &widgets::IncidentPanel::chosen);
    QTest::mouseClick(&m_panel, Qt::LeftButton, {}, {350, 50});
    EXPECT_EQ(chosen.count(), 1);
    QTest::keyClick(&m_panel, Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 2);
}

TEST_F(IncidentPanelTest, ASourceThatIsGoneLeadsToItselfAllTheSame)
{
    m_card.incident.kind = ingest::IncidentKind::source;
    m_panel.show(m_card);
    QSignalSpy chosen(&m_panel, &widgets::IncidentPanel::chosen);
    QTest::mouseClick(&m_panel, Qt::LeftButton, {}, {350, 50});
    QTest::keyClick(&m_panel, Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 2);
}

TEST_F(IncidentPanelTest, WithoutAnIncidentNothingIsChosen)
{
    m_panel.show(std::nullopt);
    QSignalSpy chosen(&m_panel, &widgets::IncidentPanel::chosen);
    QTest::mouseClick(&m_panel, Qt::LeftButton, {}, {350, 50});
    QTest::keyClick(&m_panel, Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 0);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tail_panel.h"

#include "widgets/table_view.h"

#include <gtest/gtest.h>

namespace {

using models::TailHold;
using models::TriageFindings;

class TailPanelTest : public testing::Test
{
protected:
    TailPanelTest() { m_panel.resize(900, 300); }

    // As the search answers: the newest `rows` events up to where the tail stands.
    void answer(const TailHold &hold, std::uint64_t newest, int rows = 20)
    {
        TriageFindings findings;
        findings.query = m_query;
        findings.tailHold = hold;
        findings.tailHold.countedTo = newest;
        if (hold.at != 0)
            findings.tailHold.newer += newest - std::max(hold.at, hold.countedTo);
        const std::uint64_t last = hold.at == 0 ? newest : hold.at;
        for (int i = 0; i < rows; ++i)
            findings.tail.emplace_back().number = last - static_cast<std::uint64_t>(i);
        m_panel.show(findings);
    }
    void turn(std::uint64_t newest, int rows = 20) { answer(m_panel.hold(m_query), newest, rows); }

    [[nodiscard]] std::uint64_t first() const
    {
        return m_panel.view()
            .model()
            ->index(0, 0)
            .data(models::EventTable::NumberRole)
            .toULongLong();
    }
    [[nodiscard]] int rows() const { return m_panel.view().model()->rowCount(); }

    widgets::TailPanel m_panel;
    models::EventQuery m_query;
};

TEST_F(TailPanelTest, followsTheNewestEvents)
{
    turn(100);
    turn(250);
    EXPECT_EQ(first(), 250u);
    EXPECT_TRUE(m_panel.note().startsWith(QStringLiteral("follows")));
}

TEST_F(TailPanelTest, standsStillAtWhatItShowedAndSaysHowManyCameSince)
{
    turn(100);
    m_panel.toggle();
    turn(900);
    turn(1304);
    EXPECT_EQ(first(), 100u);
    EXPECT_TRUE(m_panel.note().contains(QStringLiteral("+1,204 events")))
        << m_panel.note().toStdString();
    m_panel.toggle();
    turn(1400);
    EXPECT_EQ(first(), 1400u);
}

TEST_F(TailPanelTest, keepsTheRowsItShowsWhateverIsLetGoOf)
{
    turn(100);
    m_panel.toggle();
    turn(200, 0); // none of them is kept any more
    EXPECT_EQ(first(), 100u);
    EXPECT_EQ(rows(), 20);
}

TEST_F(TailPanelTest, anAnswerToAQuestionFromBeforeMovesNothing)
{
    turn(100);
    const TailHold before = m_panel.hold(m_query);
    m_panel.toggle();
    static_cast<void>(m_panel.hold(m_query));
    answer(before, 150);
    EXPECT_EQ(first(), 100u);
}

TEST_F(TailPanelTest, anotherFilterShowsItsEventsUpToWhereItStandsAndCountsAnew)
{
    turn(100);
    m_panel.toggle();
    turn(500);
    m_query.terms.emplace_back().value = "declined";
    turn(600, 3);
    EXPECT_EQ(rows(), 3);
    EXPECT_EQ(first(), 100u);
    EXPECT_TRUE(m_panel.note().contains(QStringLiteral("+500 events")))
        << m_panel.note().toStdString();
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// The Triage page under pointer and keys: filtering, completing, where the focus is.
#include "widgets/triage_page.h"

#include "models/event_table.h"
#include "tests/support/paid_triage_page.h"
#include "widgets/facet_panel.h"
#include "widgets/filter_bar.h"
#include "widgets/tail_panel.h"
#include "widgets/what_changed_panel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>

namespace {

class TriageInputTest : public samples::PaidTriagePage
{
};

TEST_F(TriageInputTest, theFilterNarrowsSamplesAndTail)
{
    showNewest();
    const int all = table("Sample events")->model()->rowCount();
    part<widgets::FilterBar>()->setText(QStringLiteral("country:DE"));
    settle();
    const auto *samples = table("Sample events")->model();
    EXPECT_LT(samples->rowCount(), all);
    EXPECT_GT(samples->rowCount(), 0);
    const auto *tail = table("Live tail")->model();
    for (int row = 0; row < tail->rowCount(); ++row)
        EXPECT_TRUE(tail->index(row, models::EventTable::Attributes)
                        .data()
                        .toString()
                        .contains(QStringLiteral("country=DE")));
    EXPECT_TRUE(m_page.closeOverlay()); // Esc takes the filter away first
    EXPECT_TRUE(part<widgets::FilterBar>()->text().isEmpty());
}

TEST_F(TriageInputTest, aWrongFilterLeavesTheOneBeforeInEffect)
{
    auto *filter = part<widgets::FilterBar>();
    filter->setText(QStringLiteral("country:DE"));
    const auto before = filter->query();
    filter->setText(QStringLiteral("country:DE amount>many"));
    EXPECT_EQ(filter->query(), before);
}

TEST_F(TriageInputTest, aFacetFiltersByItsValueAndTakesItBack)
{
    showNewest();
    auto *filter = part<widgets::FilterBar>();
    Q_EMIT part<widgets::FacetPanel>()->chosen(QStringLiteral("country"), QStringLiteral("DE"));
    EXPECT_EQ(filter->text(), QStringLiteral("country:DE"));
    Q_EMIT part<widgets::FacetPanel>()->chosen(QStringLiteral("country"), QStringLiteral("DE"));
    EXPECT_TRUE(filter->text().isEmpty());
}

TEST_F(TriageInputTest, aRowOfWhatChangedFiltersByItsTraitsAndTakesThemBack)
{
    showNewest();
    auto *changed = part<widgets::WhatChangedPanel>();
    const auto *filter = part<widgets::FilterBar>();
    const QPoint first(60, 58 + 14); // below its heads
    QTest::mouseClick(changed, Qt::LeftButton, {}, first);
    EXPECT_EQ(filter->text(), QStringLiteral("provider:acme"));
    settle();
    QTest::keyClick(changed, Qt::Key_Return);
    EXPECT_TRUE(filter->text().isEmpty());
}

TEST_F(TriageInputTest, lettersWorkWhereverTheFocusIs)
{
    showNewest();
    ASSERT_TRUE(read(*table("Sample events")));
    QSignalSpy acknowledged(&m_page, &widgets::TriagePage::acknowledged);
    QTest::keyClick(table("Sample events"), Qt::Key_A);
    ASSERT_EQ(acknowledged.count(), 1);
    EXPECT_EQ(acknowledged[0][0].toString(), QStringLiteral("timeout"));
    auto *tail = part<widgets::TailPanel>();
    QTest::keyClick(table("Sample events"), Qt::Key_F);
    settle();
    EXPECT_TRUE(tail->note().startsWith(QStringLiteral("stands still")));
}

TEST_F(TriageInputTest, EnterAndEscapeGiveTheKeysBackToTheWindow)
{
    showNewest();
    auto *edit = part<widgets::FilterBar>()->findChild<QLineEdit *>();
    m_page.activateWindow();
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("zzz"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_FALSE(edit->hasFocus());
    EXPECT_EQ(edit->text(), QStringLiteral("zzz"));
    edit->setFocus();
    EXPECT_TRUE(m_page.closeOverlay());
    EXPECT_TRUE(edit->text().isEmpty());
    EXPECT_TRUE(edit->hasFocus()) << "to write another";
    EXPECT_TRUE(m_page.closeOverlay());
    EXPECT_FALSE(edit->hasFocus());
    EXPECT_FALSE(m_page.closeOverlay());
}

TEST_F(TriageInputTest, theFilterCompletesFieldsThenTheirValues)
{
    showNewest();
    auto *filter = part<widgets::FilterBar>();
    auto *edit = filter->findChild<QLineEdit *>();
    auto *completer = filter->findChild<QCompleter *>();
    edit->setFocus();
    const auto offered = [completer](int row) {
        return completer->popup()->model()->index(row, 0).data().toString();
    };
    QTest::keyClicks(edit, QStringLiteral("provi"));
    ASSERT_TRUE(completer->popup()->isVisible());
    EXPECT_EQ(offered(0), QStringLiteral("provider:"));
    Q_EMIT completer->activated(QStringLiteral("provider:"));
    EXPECT_EQ(filter->text(), QStringLiteral("provider:"));
    completer->popup()->hide();
    ASSERT_TRUE(QTest::qWaitFor([&] { return completer->popup()->isVisible(); }));
    EXPECT_EQ(offered(0), QStringLiteral("provider:acme")) << "not what is written already";
    Q_EMIT completer->activated(QStringLiteral("provider:acme pay"));
    EXPECT_EQ(filter->text(), QStringLiteral("provider:\"acme pay\""));
    settle();
    EXPECT_EQ(m_page.findings().matching, 0u);
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral("type:x approv")); // a value, by what is in it
    ASSERT_TRUE(completer->popup()->isVisible());
    EXPECT_EQ(offered(0), QStringLiteral("type:payment.approved"));
}

// The share of the pixels that the focus changes.
double changedByFocus(QWidget &widget)
{
    const auto paint = [&widget] {
        return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    };
    widget.clearFocus();
    const QImage without = paint();
    widget.setFocus(Qt::TabFocusReason);
    const QImage with = paint();
    qint64 changed = 0;
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0; x < with.width(); ++x)
            changed += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
    return double(changed) / (double(with.width()) * with.height());
}

TEST_F(TriageInputTest, theFocusIsSeenOnEveryPanelAndHidesNothing)
{
    showNewest();
    m_page.activateWindow();
    for (QWidget *zone : m_page.zones()) {
        if (zone->focusPolicy() == Qt::NoFocus)
            continue; // the bar; its field has the focus
        const double changed = changedByFocus(*zone);
        const std::string name = zone->accessibleName().toStdString();
        EXPECT_GT(changed, 0.001) << name;
        EXPECT_LT(changed, 0.25) << name;
    }
}

TEST_F(TriageInputTest, theTailStandsStillWhileItHasTheFocus)
{
    showNewest();
    auto *tail = table("Live tail");
    ASSERT_TRUE(read(*tail));
    showNewest();
    const QString first = tail->model()->index(0, 0).data().toString();
    for (int i = 3 * 700; i < 3 * 710; ++i)
        pay(i);
    showNewest();
    EXPECT_EQ(tail->model()->index(0, 0).data().toString(), first);
}

} // namespace

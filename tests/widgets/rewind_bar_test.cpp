// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rewind_bar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>

#include <gtest/gtest.h>

namespace {

struct RewindBarTest : testing::Test
{
    QPushButton *named(const QString &name)
    {
        for (QPushButton *button : bar.findChildren<QPushButton *>())
            if (button->accessibleName() == name)
                return button;
        return nullptr;
    }
    widgets::RewindBar bar;
};

TEST_F(RewindBarTest, WithoutARecordingThereIsNothingToGoBackTo)
{
    EXPECT_TRUE(bar.text().contains(QStringLiteral("not kept")));
    EXPECT_FALSE(named(QStringLiteral("Go back to what was recorded"))->isEnabled());
    QSignalSpy record(&bar, &widgets::RewindBar::recordWanted);
    named(QStringLiteral("Record every message"))->click();
    ASSERT_EQ(record.size(), 1);
    EXPECT_TRUE(record[0][0].toBool());
}

TEST_F(RewindBarTest, SaysWhereItRecordsSinceWhenAndStops)
{
    bar.setRecording(QStringLiteral("/var/incident"), QStringLiteral("14:02"));
    EXPECT_EQ(bar.text(), QStringLiteral("Recording to /var/incident since 14:02"));
    QSignalSpy rewind(&bar, &widgets::RewindBar::rewindWanted);
    named(QStringLiteral("Go back to what was recorded"))->click();
    EXPECT_EQ(rewind.size(), 1);
    QSignalSpy record(&bar, &widgets::RewindBar::recordWanted);
    named(QStringLiteral("Stop recording"))->click();
    ASSERT_EQ(record.size(), 1);
    EXPECT_FALSE(record[0][0].toBool());
}

// As the window does at its start: the theme is known before anything is shown.
TEST_F(RewindBarTest, ItsButtonsTakeTheThemeGivenBeforeItIsShown)
{
    bar.resize(600, 30);
    for (QWidget *part : bar.findChildren<QWidget *>()) // as who asks for its size does
        part->style()->pixelMetric(QStyle::PM_ButtonMargin, nullptr, part);
    bar.setTheme(widgets::lightTheme());
    bar.show();
    const QPushButton *rewind = named(QStringLiteral("Go back to what was recorded"));
    const QPoint inside = rewind->geometry().topLeft() + QPoint(3, 3);
    EXPECT_EQ(bar.grab().toImage().pixelColor(inside).name(), widgets::lightTheme().bar.name());
}

} // namespace

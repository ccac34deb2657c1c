// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport_bar.h"

#include "widgets/transport_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

class TransportBarTest : public testing::Test
{
protected:
    TransportBarTest()
    {
        bar.resize(1900, 44);
        view.fromMs = 1.8e12;
        view.toMs = view.fromMs + 3'600'000;
        view.atMs = view.toMs - 1'348'000;
        bar.show(view);
    }
    QPushButton *named(const QString &name)
    {
        for (QPushButton *button : bar.findChildren<QPushButton *>())
            if (button->accessibleName() == name || button->text() == name)
                return button;
        return nullptr;
    }
    [[nodiscard]] QString labels() const
    {
        QStringList texts;
        for (const QLabel *label : bar.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char('|'));
    }

    widgets::TransportBar bar;
    models::ScrubberView view;
};

TEST_F(TransportBarTest, SpeedsGoUpAndDownWithinTheirBounds)
{
    using widgets::TransportBar;
    EXPECT_EQ(TransportBar::nextSpeed(1, 1), 10);
    EXPECT_EQ(TransportBar::nextSpeed(60, 1), 60);
    EXPECT_EQ(TransportBar::nextSpeed(0.25, -1), 0.25);
    EXPECT_EQ(TransportBar::nextSpeed(10, -1), 1);
}

TEST_F(TransportBarTest, TheButtonOfTheSpeedIsDown)
{
    view.speed = 10;
    bar.show(view);
    EXPECT_TRUE(named(QStringLiteral("×10"))->isChecked());
    EXPECT_FALSE(named(QStringLiteral("×1"))->isChecked());
    QSignalSpy wanted(&bar, &widgets::TransportBar::speedWanted);
    named(QStringLiteral("×60"))->click();
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted[0][0].toDouble(), 60);
}

TEST_F(TransportBarTest, PlayBecomesPause)
{
    QSignalSpy wanted(&bar, &widgets::TransportBar::playWanted);
    named(QStringLiteral("Play"))->click();
    view.playing = true;
    bar.show(view);
    named(QStringLiteral("Pause"))->click();
    ASSERT_EQ(wanted.size(), 2);
    EXPECT_TRUE(wanted[0][0].toBool());
    EXPECT_FALSE(wanted[1][0].toBool());
}

TEST_F(TransportBarTest, SaysHowFarItIsAndWhenItCatchesUp)
{
    EXPECT_TRUE(labels().contains(QStringLiteral("before the end")));
    view.live = view.playing = true;
    view.speed = 10;
    bar.show(view);
    EXPECT_TRUE(labels().contains(QStringLiteral("behind live")));
    EXPECT_TRUE(labels().contains(QStringLiteral("catches up in")));
    view.busy = true;
    view.reachedMs = view.fromMs + 1000;
    bar.show(view);
    EXPECT_TRUE(labels().contains(QStringLiteral("working it out, at")));
}

TEST_F(TransportBarTest, WhatIsBeingTypedIsNotTypedOver)
{
    bar.QWidget::show();
    auto *moment = bar.findChild<QLineEdit *>();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&bar));
    moment->setFocus();
    moment->setText(QStringLiteral("14:0"));
    bar.show(view);
    EXPECT_EQ(moment->text(), QStringLiteral("14:0"));
    QSignalSpy typed(&bar, &widgets::TransportBar::momentTyped);
    QTest::keyClicks(moment, QStringLiteral("9"));
    QTest::keyClick(moment, Qt::Key_Return);
    ASSERT_EQ(typed.size(), 1);
    EXPECT_EQ(typed[0][0].toString(), QStringLiteral("14:09"));
    EXPECT_NE(moment->text(), QStringLiteral("14:09")); // until it is there, what is shown
}

} // namespace

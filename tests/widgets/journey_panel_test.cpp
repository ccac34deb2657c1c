// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

TEST(JourneyPanel, aButtonCopiesTheTraceIdWhereThereIsOne)
{
    widgets::JourneyPanel panel;
    auto *button = panel.findChild<QPushButton *>();
    models::JourneyLine line;
    panel.show(line);
    EXPECT_TRUE(button->isHidden());
    line.traceId = QStringLiteral("4bf92f3577b34da6a3ce929d0e0e4736");
    panel.show(line);
    ASSERT_FALSE(button->isHidden());
    button->click();
    EXPECT_EQ(QApplication::clipboard()->text(), line.traceId);
}

models::JourneyLine threeEvents()
{
    models::JourneyLine line;
    line.seconds = 10;
    line.services = {QStringLiteral("/web"), QStringLiteral("/pay")};
    for (int i = 0; i < 3; ++i) {
        models::JourneyLine::Dot dot;
        dot.seconds = 5 * i;
        dot.row = i % 2;
        dot.number = static_cast<std::uint64_t>(40 + i);
        dot.type = QStringLiteral("event %1").arg(i);
        line.dots.push_back(dot);
    }
    return line;
}

TEST(JourneyPanel, arrowsGoFromEventToEventAndStopAtTheEnds)
{
    widgets::JourneyPanel panel;
    panel.resize(800, 240);
    std::vector<std::uint64_t> chosen;
    QObject::connect(&panel, &widgets::JourneyPanel::chosen, &panel,
                     [&](const models::JourneyLine::Dot &dot) { chosen.push_back(dot.number); });
    QTest::keyClick(&panel, Qt::Key_Right); // of nothing
    panel.show(threeEvents());
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Left, Qt::Key_Right, Qt::Key_Right})
        QTest::keyClick(&panel, key);
    EXPECT_EQ(chosen, (std::vector<std::uint64_t>{42, 41, 42, 42}));
}

TEST(JourneyPanel, aClickChoosesTheEventUnderItAndNoneBeside)
{
    widgets::JourneyPanel panel;
    panel.resize(800, 240);
    panel.show(threeEvents());
    QSignalSpy chosen(&panel, &widgets::JourneyPanel::chosen);
    QTest::mouseClick(&panel, Qt::LeftButton, {}, QPoint(300, 20));
    EXPECT_TRUE(chosen.isEmpty());
    // Wherever its middle lies: the first stands at the left end of the upper row.
    for (int y = 40; y < 220 && chosen.isEmpty(); y += 8)
        QTest::mouseClick(&panel, Qt::LeftButton, {}, QPoint(16 + 134, y));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<models::JourneyLine::Dot>().number, 40u);
}

} // namespace

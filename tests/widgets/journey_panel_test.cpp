// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

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

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the widget tests off-screen, with the shipped fonts.
#include "widgets/fonts.h"

#include <QApplication>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    if (!widgets::loadFonts())
        return 1;
    return RUN_ALL_TESTS();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the window's tests off-screen, with settings of their own.
#include "widgets/fonts.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QTemporaryDir settings;
    QApplication::setOrganizationName(QStringLiteral("Bellwether tests"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    if (!settings.isValid() || !widgets::loadFonts())
        return 1;
    return RUN_ALL_TESTS();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the model tests: Qt Core alone, in English and without a screen.
#include <QCoreApplication>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication app(argc, argv);
    return RUN_ALL_TESTS();
}

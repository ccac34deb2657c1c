// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/notice_banner.h"
#include "app/desktop/window_frame.h"
#include "app/desktop/window_keys.h"
#include "widgets/exhibit_export.h"
#include "widgets/explanation_overlay.h"
#include "widgets/keys_overlay.h"
#include "widgets/page_stack.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace {

class MainWindowKeysTest : public testing::Test
{
protected:
    void SetUp() override { QSettings().clear(); }

    // Without sources: nothing is bound.
    static std::unique_ptr<app::MainWindow> open()
    {
        auto window = std::make_unique<app::MainWindow>(app::DesktopOptions{});
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
        EXPECT_TRUE(QTest::qWaitFor([&] { return window->feed().shown() != nullptr; }));
        return window;
    }
    static QString overlay(app::MainWindow &window)
    {
        QTest::keyClick(&window, Qt::Key_F1);
        const auto *sheet = window.findChild<widgets::KeysOverlay *>();
        const QString keys = sheet->isVisible() ? sheet->accessibleDescription() : QString();
        QTest::keyClick(&window, Qt::Key_F1);
        return keys;
    }
};

TEST_F(MainWindowKeysTest, TextsGrowAndShrinkByKeyAndStaySoTheNextTime)
{
    {
        const auto window = open();
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(window.get(), Qt::Key_Plus, Qt::ControlModifier);
        EXPECT_EQ(window->theme().textScale, 1.5);
        QTest::keyClick(window.get(), Qt::Key_Minus, Qt::ControlModifier);
        EXPECT_EQ(window->theme().textScale, 1.25);
    }
    const auto window = open();
    EXPECT_EQ(window->theme().textScale, 1.25);
    QTest::keyClick(window.get(), Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(window->theme().textScale, 1.0);
}

TEST_F(MainWindowKeysTest, SwitchedOffLettersDoNothingAndAreNotListed)
{
    const auto window = open();
    EXPECT_TRUE(overlay(*window).contains(QStringLiteral("2: ")));
    app::Settings settings = window->settings();
    settings.letterKeys = false;
    window->apply(settings);
    const QString page = window->frame().pages().current()->key();
    QTest::keyClick(window.get(), Qt::Key_2);
    EXPECT_EQ(window->frame().pages().current()->key(), page);
    const QString listed = overlay(*window);
    EXPECT_FALSE(listed.isEmpty());
    EXPECT_FALSE(listed.contains(QStringLiteral("2: ")));
    EXPECT_FALSE(listed.contains(QStringLiteral("E: ")));
    EXPECT_TRUE(listed.contains(QStringLiteral("F11: ")));
    settings.letterKeys = true;
    window->apply(settings);
    QTest::keyClick(window.get(), Qt::Key_2);
    EXPECT_EQ(window->frame().pages().current()->key(), QStringLiteral("triage"));
}

TEST_F(MainWindowKeysTest, SlashLeadsIntoTheFilterFromAnywhereButOnlyOnItsPage)
{
    const auto window = open();
    const auto isInFilter = [] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); };
    QTest::keyClick(window.get(), Qt::Key_Slash);
    EXPECT_FALSE(isInFilter());
    QTest::keyClick(window.get(), Qt::Key_2);
    QTest::keyClick(window.get(), Qt::Key_Slash);
    EXPECT_TRUE(isInFilter());
}

TEST_F(MainWindowKeysTest, EExplainsAndClosesAgain)
{
    const auto window = open();
    const auto *sheet = window->findChild<widgets::ExplanationOverlay *>();
    QTest::keyClick(window.get(), Qt::Key_E);
    EXPECT_TRUE(sheet->isVisible());
    EXPECT_FALSE(sheet->explanation().lines.empty());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_FALSE(sheet->isVisible());
}

TEST_F(MainWindowKeysTest, SavingSaysWhatBecameOfItUntilEscape)
{
    const auto window = open();
    const QTemporaryDir folder;
    QString name = folder.filePath(QStringLiteral("figures.csv"));
    window->frame().exports().setAskName([&](const QString &, const QString &) { return name; });
    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(QFile::exists(name));
    EXPECT_TRUE(window->frame().banner().text().contains(name));
    name = QStringLiteral("/dev/null/figures.csv");
    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(window->frame().banner().text().contains(name));
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_FALSE(window->frame().banner().text().contains(name));
}

TEST_F(MainWindowKeysTest, WithoutIncidentsItIsSaidThatThereIsNone)
{
    const auto window = open();
    QTest::keyClick(window.get(), Qt::Key_P);
    EXPECT_FALSE(window->frame().banner().text().isEmpty());
}

} // namespace

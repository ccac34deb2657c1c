// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/pages.h"
#include "app/desktop/window_frame.h"
#include "widgets/experience_page.h"
#include "widgets/keys_overlay.h"
#include "widgets/page_stack.h"

#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace {

class MainWindowTest : public testing::Test
{
protected:
    void SetUp() override { QSettings().clear(); }

    // Without sources: nothing is bound.
    static std::unique_ptr<app::MainWindow> open(const app::DesktopOptions &options = {})
    {
        auto window = std::make_unique<app::MainWindow>(options);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
        return window;
    }
    static QString page(app::MainWindow &window) { return window.frame().pages().current()->key(); }
    static bool waitForSnapshot(app::MainWindow &window)
    {
        return QTest::qWaitFor([&window] { return window.feed().shown() != nullptr; });
    }
};

TEST_F(MainWindowTest, EveryNamedPageExistsAndOpensByItsDigit)
{
    const auto window = open();
    QStringList names;
    for (const widgets::Page *each : window->frame().pages().pages())
        names.append(each->key());
    EXPECT_EQ(names, app::pageNames());
    for (const widgets::Page *each : window->frame().pages().pages()) {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_0 + each->digit()));
        EXPECT_EQ(page(*window), each->key());
    }
}

TEST_F(MainWindowTest, ThePageAskedForOpens)
{
    app::DesktopOptions options;
    options.page = app::pageNames().back();
    EXPECT_EQ(page(*open(options)), options.page);
}

TEST_F(MainWindowTest, TheTitleSaysWhereToItRecords)
{
    const QTemporaryDir folder;
    app::DesktopOptions options;
    options.record.folder = folder.path().toStdString();
    EXPECT_TRUE(open(options)->windowTitle().contains(folder.path()));
    EXPECT_EQ(open()->windowTitle(), QStringLiteral("Bellwether"));
}

TEST_F(MainWindowTest, ThePageIsRememberedForTheNextTime)
{
    {
        const auto window = open();
        window->frame().pages().open(app::pageNames().back());
    }
    EXPECT_EQ(page(*open()), app::pageNames().back());
}

TEST_F(MainWindowTest, APageThatIsGoneIsForgotten)
{
    QSettings().setValue(QStringLiteral("page"), QStringLiteral("launch"));
    EXPECT_EQ(page(*open()), app::pageNames().front());
}

TEST_F(MainWindowTest, SpacePausesAndEscapeGoesLive)
{
    const auto window = open();
    ASSERT_TRUE(waitForSnapshot(*window));
    QTest::keyClick(window.get(), Qt::Key_Space);
    EXPECT_TRUE(window->feed().paused());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_FALSE(window->feed().paused());
}

TEST_F(MainWindowTest, EscapeClosesTheListOfKeysBeforeItGoesLive)
{
    const auto window = open();
    ASSERT_TRUE(waitForSnapshot(*window));
    QTest::keyClick(window.get(), Qt::Key_Space);
    QTest::keyClick(window.get(), Qt::Key_Question);
    const auto *keys = window->findChild<widgets::KeysOverlay *>();
    ASSERT_TRUE(keys->isVisible());
    EXPECT_TRUE(keys->accessibleDescription().contains(QStringLiteral("F6")));
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_FALSE(keys->isVisible());
    EXPECT_TRUE(window->feed().paused());
}

TEST_F(MainWindowTest, F6GoesRoundTheZonesAndShiftF6Back)
{
    const auto window = open();
    QList<QWidget *> visited;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(window.get(), Qt::Key_F6);
        visited.append(QApplication::focusWidget());
    }
    ASSERT_NE(visited.front(), nullptr);
    const auto again = visited.indexOf(visited.front(), 1);
    EXPECT_GE(again, 4); // bar, strip and at least two panels
    QTest::keyClick(window.get(), Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::focusWidget(), visited[10]);
}

TEST_F(MainWindowTest, AnIncidentOfASourceLeadsToTheSources)
{
    const auto window = open();
    ingest::Incident incident;
    incident.kind = ingest::IncidentKind::source;
    Q_EMIT window->findChild<widgets::ExperiencePage *>()->incidentChosen(incident);
    EXPECT_EQ(page(*window), QStringLiteral("pipeline"));
}

TEST_F(MainWindowTest, CopyPutsTheFiguresOnTheClipboard)
{
    const auto window = open();
    ASSERT_TRUE(waitForSnapshot(*window));
    QTest::keyClick(window.get(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text().count(QLatin1Char('\n')), 1 + 6);
}

} // namespace

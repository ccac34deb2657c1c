// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/time_travel.h"

#include "app/desktop/main_window.h"
#include "app/desktop/notice_banner.h"
#include "app/desktop/window_frame.h"
#include "ingest/record/line_writer.h"
#include "ingest/record/segment_writer.h"
#include "ingest/report/report.h"
#include "widgets/data_strip.h"
#include "widgets/density_strip.h"
#include "widgets/page_stack.h"
#include "widgets/rewind_bar.h"
#include "widgets/scrubber.h"
#include "widgets/top_bar.h"
#include "widgets/transport_bar.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <functional>

namespace {

using ingest::Second;
using ingest::Seconds;

constexpr Second kRecorded{Seconds{1'763'640'000}}; // 2025-11-20, noon in UTC
constexpr int kSpan = 300;

// For what must come in the end, however busy the machine is.
constexpr int kPatienceMs = 60'000;
bool comes(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatienceMs);
}

// A payment a second for five minutes, every tenth refused.
class TimeTravelTest : public testing::Test
{
protected:
    void SetUp() override
    {
        QSettings().clear();
        ingest::config::RecordConfiguration configuration;
        configuration.folder = m_folder.path().toStdString();
        ingest::record::SegmentWriter writer(configuration, kRecorded);
        writer.endBlock(kRecorded);
        for (int second = 1; second <= kSpan; ++second) {
            const std::string payload = std::string(R"({"type":"payment.)") +
                                        (second % 10 == 0 ? "failed" : "approved") +
                                        R"(","session":"s)" + std::to_string(second) + "\"}";
            ingest::wire::Frame frame;
            frame.payload = payload;
            frame.endpoint = "tcp://shop:5556";
            frame.arrival = at(second);
            writer.put(frame);
            writer.endBlock(*frame.arrival);
        }
    }
    static Second at(int second) { return kRecorded + Seconds{second}; }

    std::unique_ptr<app::MainWindow> openRecording(std::optional<Second> to = {})
    {
        app::DesktopOptions options;
        options.opened = m_folder.path();
        options.openedAt = to;
        auto window = std::make_unique<app::MainWindow>(options);
        window->resize(1280, 720);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get(), kPatienceMs));
        return window;
    }
    static bool shows(app::MainWindow &window, Second asOf)
    {
        return comes([&] {
            const auto shown = window.feed().shown();
            return shown && shown->asOf == asOf;
        });
    }
    // The strip is there once the recording has been read.
    static bool knowsItAll(app::MainWindow &window)
    {
        return comes([&] {
            const auto &view = window.frame().scrubber().view();
            return !view.empty() && !view.reading && !view.busy;
        });
    }

    QTemporaryDir m_folder;
};

TEST_F(TimeTravelTest, ARecordingOpensAtItsEndAndSaysThatItIsThePast)
{
    const auto window = openRecording();
    ASSERT_TRUE(shows(*window, at(kSpan)));
    EXPECT_EQ(window->feed().shown()->ledger.accepted, std::uint64_t(kSpan));
    EXPECT_TRUE(window->feed().shown()->sockets.empty());
    EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("replaying")));
    EXPECT_TRUE(window->frame().scrubber().isVisible());
    EXPECT_FALSE(window->frame().rewindBar().isVisible());
    EXPECT_TRUE(window->frame().bar().accessibleName().contains(QStringLiteral("REPLAY ×1")));
    const auto *strip = window->findChild<widgets::DataStrip *>();
    EXPECT_EQ(strip->honesty().headline, QStringLiteral("Replaying a recording"));
}

TEST_F(TimeTravelTest, EveryPageShowsTheInstantAskedFor)
{
    const auto window = openRecording(at(100));
    ASSERT_TRUE(shows(*window, at(100)));
    for (const widgets::Page *page : window->frame().pages().pages()) {
        window->frame().pages().open(page->key());
        EXPECT_NE(window->report().find("\"received\": 100,"), std::string::npos);
    }
}

TEST_F(TimeTravelTest, KeysStepPlayAndGoToTheEnd)
{
    const auto window = openRecording(at(100));
    ASSERT_TRUE(shows(*window, at(100)));
    ASSERT_TRUE(knowsItAll(*window));
    QTest::keyClick(window.get(), Qt::Key_BracketLeft);
    EXPECT_TRUE(shows(*window, at(90)));
    QTest::keyClick(window.get(), Qt::Key_BracketRight, Qt::ShiftModifier);
    EXPECT_TRUE(shows(*window, at(150)));
    QTest::keyClick(window.get(), Qt::Key_Plus);
    EXPECT_EQ(window->travel().pace()->speed, 10);
    QTest::keyClick(window.get(), Qt::Key_Plus);
    QTest::keyClick(window.get(), Qt::Key_Plus);
    EXPECT_EQ(window->travel().pace()->speed, 60);
    QTest::keyClick(window.get(), Qt::Key_Space);
    EXPECT_TRUE(shows(*window, at(kSpan))); // 150 s at 60 times
    EXPECT_TRUE(comes([&] { return !window->travel().pace()->plays; }));
    QTest::keyClick(window.get(), Qt::Key_BracketLeft);
    EXPECT_TRUE(shows(*window, at(kSpan - 10)));
    QTest::keyClick(window.get(), Qt::Key_End);
    EXPECT_TRUE(shows(*window, at(kSpan)));
    QTest::keyClick(window.get(), Qt::Key_Escape); // there is nothing live to go to
    EXPECT_TRUE(window->travel().isReplaying());
}

TEST_F(TimeTravelTest, AClickOnTheStripGoesThereAndADragFollows)
{
    const auto window = openRecording();
    ASSERT_TRUE(shows(*window, at(kSpan)));
    ASSERT_TRUE(knowsItAll(*window));
    auto &strip = window->frame().scrubber().strip();
    const auto point = [&](int second) {
        const double ms = double(at(second).time_since_epoch().count()) * 1000;
        return QPoint(qRound(strip.xOf(ms)), qRound(strip.plot().center().y()));
    };
    QTest::mousePress(&strip, Qt::LeftButton, {}, point(60));
    const auto pressed = window->travel().pace();
    ASSERT_TRUE(pressed);
    const auto near = [&](int second) {
        return comes([&] {
            const auto shown = window->feed().shown();
            return shown && std::chrono::abs(shown->asOf - at(second)) <= Seconds{1};
        });
    };
    EXPECT_TRUE(near(60));
    QTest::mouseMove(&strip, point(200));
    EXPECT_TRUE(near(200));
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, point(200));
    strip.setFocus();
    const Second before = window->feed().shown()->asOf;
    QTest::keyClick(&strip, Qt::Key_Left);
    EXPECT_TRUE(shows(*window, before - Seconds{10}));
    QTest::keyClick(&strip, Qt::Key_Home);
    EXPECT_TRUE(shows(*window, at(0)));
}

TEST_F(TimeTravelTest, ATypedTimeIsGoneToAndAWrongOneSaid)
{
    const auto window = openRecording();
    ASSERT_TRUE(shows(*window, at(kSpan)));
    ASSERT_TRUE(knowsItAll(*window));
    auto *moment = window->frame().scrubber().transport().findChild<QLineEdit *>();
    const auto type = [&](const QString &text) {
        moment->setFocus();
        moment->setText(text);
        QTest::keyClick(moment, Qt::Key_Return);
    };
    type(QStringLiteral("2025-11-20T12:02:03Z"));
    EXPECT_TRUE(shows(*window, at(123)));
    type(QStringLiteral("teatime"));
    EXPECT_TRUE(window->frame().banner().text().contains(QStringLiteral("teatime")));
    type(QStringLiteral("2024-11-20 12:00"));
    EXPECT_TRUE(window->frame().banner().text().contains(QStringLiteral("not in it")));
    EXPECT_TRUE(shows(*window, at(123)));
}

TEST_F(TimeTravelTest, ACapsuleOfWhatIsInViewOpensElsewhere)
{
    const auto window = openRecording(at(200));
    ASSERT_TRUE(shows(*window, at(200)));
    ASSERT_TRUE(knowsItAll(*window));
    window->choose(ingest::Window::oneMinute);
    ASSERT_TRUE(comes([&] { return window->frame().scrubber().view().spanMs == 60'000; }));
    const QTemporaryDir elsewhere;
    const QString file = elsewhere.filePath(QStringLiteral("incident.bwcap"));
    window->travel().setAskName([&](const QString &) { return file; });
    window->travel().saveCapsule();
    ASSERT_TRUE(comes(
        [&] { return window->frame().banner().text().contains(QStringLiteral("60 messages")); }));
    app::DesktopOptions options;
    options.opened = file;
    app::MainWindow other(options);
    other.show();
    ASSERT_TRUE(shows(other, at(200)));
    EXPECT_EQ(other.feed().shown()->ledger.accepted, 60u);
}

TEST_F(TimeTravelTest, AShortRecordingOpensInAWindowThatItFills)
{
    const auto window = openRecording();
    ASSERT_TRUE(knowsItAll(*window));
    EXPECT_TRUE(comes([&] {
        return window->feed().shown() &&
               window->feed().shown()->window == ingest::Window::fiveMinutes;
    }));
    EXPECT_EQ(QSettings().value(QStringLiteral("window")), QStringLiteral("1h"))
        << "it is no habit";
}

TEST_F(TimeTravelTest, AChosenWindowStays)
{
    const auto window = openRecording();
    window->choose(ingest::Window::oneDay);
    ASSERT_TRUE(shows(*window, at(kSpan)));
    ASSERT_TRUE(knowsItAll(*window));
    QTest::qWait(300); // some snapshots more: none of them may choose another
    EXPECT_EQ(window->feed().shown()->window, ingest::Window::oneDay);
}

class RewindTest : public TimeTravelTest
{
protected:
    static std::unique_ptr<app::MainWindow> openLive(const QString &folder)
    {
        app::DesktopOptions options;
        options.record.folder = folder.toStdString();
        auto window = std::make_unique<app::MainWindow>(options);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get(), kPatienceMs));
        EXPECT_TRUE(comes([&] { return window->feed().shown() != nullptr; }));
        return window;
    }
    QTemporaryDir m_live;
};

TEST_F(RewindTest, WithoutARecordingItIsSaidHowToKeepEvents)
{
    const auto window = openLive({});
    EXPECT_TRUE(window->frame().rewindBar().isVisible());
    EXPECT_TRUE(window->frame().rewindBar().text().contains(QStringLiteral("not kept")));
    QTest::keyClick(window.get(), Qt::Key_BracketLeft);
    EXPECT_FALSE(window->travel().isReplaying());
    EXPECT_TRUE(window->frame().banner().text().contains(QStringLiteral("--record")));
}

TEST_F(RewindTest, GoesBackWhileTheLiveLoopGoesOnAndEscapeIsLiveAgain)
{
    const auto window = openLive(m_live.path());
    EXPECT_TRUE(window->frame().rewindBar().text().contains(m_live.path()));
    // Something to go back to.
    ASSERT_TRUE(comes([&, from = window->feed().shown()->asOf] {
        return window->feed().shown()->asOf >= from + Seconds{4};
    }));
    QTest::keyClick(window.get(), Qt::Key_BracketLeft);
    ASSERT_TRUE(window->travel().isReplaying());
    // The scrubber may know that it is there a little before the feed has looked.
    ASSERT_TRUE(comes([&] {
        return !window->frame().scrubber().view().busy &&
               window->feed().shown() == window->travel().snapshots().latest();
    }));
    const Second rewound = window->feed().shown()->asOf;
    const auto live = window->snapshots().latest();
    EXPECT_LT(rewound, live->asOf);
    EXPECT_TRUE(comes([&] { return window->snapshots().latest()->asOf > live->asOf; }));
    EXPECT_EQ(window->feed().shown()->asOf, rewound); // it stands still meanwhile
    QTest::keyClick(window.get(), Qt::Key_Escape);
    EXPECT_FALSE(window->travel().isReplaying());
    EXPECT_TRUE(comes([&] { return window->feed().shown()->asOf > rewound; }));
    EXPECT_FALSE(window->frame().scrubber().isVisible());
    EXPECT_TRUE(window->frame().bar().accessibleName().contains(QStringLiteral("WAITING")));
}

} // namespace

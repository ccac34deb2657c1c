// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pipeline_page.h"

#include "tests/support/sample_snapshot.h"
#include "widgets/engine_panel.h"
#include "widgets/ledger_flow_panel.h"
#include "widgets/sources_panel.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QMouseEvent>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

namespace {

std::shared_ptr<const ingest::Snapshot> snapshotWithABadFrame()
{
    auto snapshot =
        std::make_shared<ingest::Snapshot>(*samples::sampleSnapshot(samples::Sample::incident));
    snapshot->sources[2].lastBad =
        ingest::BadFrame{ingest::wire::Reason::notJson, snapshot->engineTime, "{oops"};
    snapshot->sources[2].malformed = 1;
    return snapshot;
}

struct PipelinePageTest : testing::Test
{
    PipelinePageTest()
    {
        page.resize(1280, 640);
        page.setVisible(true);
        page.show(snapshotWithABadFrame());
        view = page.findChild<QTableView *>();
        panel = page.findChild<widgets::SourcesPanel *>();
    }
    widgets::PipelinePage page;
    QTableView *view = nullptr;
    widgets::SourcesPanel *panel = nullptr;
};

TEST_F(PipelinePageTest, ShowsALedgerThatAddsUp)
{
    const auto *flow = page.findChild<widgets::LedgerFlowPanel *>();
    EXPECT_EQ(flow->flow().size(), 6u);
    EXPECT_TRUE(flow->accessibleDescription().contains(QStringLiteral("Lost at least 8,934")));
}

TEST_F(PipelinePageTest, QOpensTheBadFrameAndEscapeWouldCloseIt)
{
    EXPECT_FALSE(page.closeOverlay());
    QTest::keyClick(view, Qt::Key_Q);
    EXPECT_TRUE(panel->badFrameOpen());
    EXPECT_TRUE(page.closeOverlay());
    EXPECT_FALSE(panel->badFrameOpen());
}

TEST_F(PipelinePageTest, SSortsByTheNextColumn)
{
    const auto before = panel->table().sortColumn();
    QTest::keyClick(view, Qt::Key_S);
    EXPECT_NE(panel->table().sortColumn(), before);
}

TEST_F(PipelinePageTest, AMutedSourceNoLongerCountsInTheTab)
{
    const auto snapshot = snapshotWithABadFrame();
    const int before = page.status(*snapshot).count;
    view->setCurrentIndex(panel->table().index(0, 0)); // the worst
    QTest::keyClick(view, Qt::Key_M);
    EXPECT_EQ(page.status(*snapshot).count, before - 1);
}

TEST_F(PipelinePageTest, ACrosshairReadsTheEngineOfThenByKeyAndByPointer)
{
    auto snapshot = std::make_shared<ingest::Snapshot>(*snapshotWithABadFrame());
    auto course = std::make_shared<std::vector<ingest::LoadPoint>>(60);
    (*course)[57].largestBurst = 77;
    (*course)[0].largestBurst = 55;
    snapshot->load.emplace().burstLimit = 512;
    snapshot->load->course = course;
    snapshot->load->last.largestBurst = 3;
    snapshot->asOf += std::chrono::seconds{1};
    page.show(snapshot);
    auto *engine = page.findChild<widgets::EnginePanel *>();
    const auto says = [&](const char *text) {
        return engine->accessibleDescription().contains(QString::fromUtf8(text));
    };
    EXPECT_TRUE(says("Waiting 3,"));
    EXPECT_TRUE(page.stepCrosshair(-2));
    EXPECT_TRUE(says("Waiting 77,")) << engine->accessibleDescription().toStdString();
    page.stepCrosshair(-1000);
    EXPECT_TRUE(says("Waiting 55,")) << "the oldest";
    const auto point = [engine](double x) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, 60), engine->mapToGlobal(QPointF(x, 60)),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(engine, &move);
    };
    point(engine->width() - 84); // the newest, before the values
    EXPECT_TRUE(says("Waiting 0,")) << engine->accessibleDescription().toStdString();
    point(20);
    EXPECT_TRUE(says("Waiting 3,")) << "beside the charts: the last second";
}

TEST_F(PipelinePageTest, TheEnginesChartsHaveATimeAxisThatEndsNow)
{
    auto snapshot = std::make_shared<ingest::Snapshot>(*snapshotWithABadFrame());
    snapshot->load.emplace().course = std::make_shared<std::vector<ingest::LoadPoint>>(60);
    snapshot->asOf += std::chrono::seconds{1};
    page.show(snapshot);
    auto *engine = page.findChild<widgets::EnginePanel *>();
    const widgets::LaneFrame frame = engine->frame();
    EXPECT_EQ(frame.axis.toMs, models::toMs(snapshot->engineTime));
    EXPECT_EQ(frame.axis.spanMs(), 359 * 10'000) << "the last hour";
    ASSERT_GE(frame.ticks.size(), 2u);
    const QImage with = engine->grab().toImage();
    snapshot = std::make_shared<ingest::Snapshot>(*snapshot);
    snapshot->engineTime += std::chrono::minutes{7};
    snapshot->asOf += std::chrono::minutes{7};
    page.show(snapshot);
    EXPECT_NE(engine->grab().toImage(), with) << "its labels are those of another time";
}

TEST_F(PipelinePageTest, ASourceAskedForIsTheOneChosen)
{
    const std::string last = panel->table().source(panel->table().rowCount() - 1).source;
    page.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    page.chooseSource(last);
    EXPECT_EQ(panel->table().source(view->currentIndex().row()).source, last);
    EXPECT_TRUE(view->hasFocus());
    page.chooseSource("no such source");
    EXPECT_EQ(panel->table().source(view->currentIndex().row()).source, last);
}

TEST_F(PipelinePageTest, TheSplitterComesBackWhereItWas)
{
    const QByteArray layout = page.saveLayout();
    widgets::PipelinePage other;
    other.restoreLayout(layout);
    EXPECT_EQ(other.saveLayout(), layout);
}

TEST_F(PipelinePageTest, PaintsAllItCovers)
{
    QDir().mkpath(QStringLiteral("renders"));
    for (const bool dark : {true, false}) {
        page.setTheme(dark ? widgets::darkTheme() : widgets::lightTheme());
        QImage image(page.size(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        page.render(&image);
        image.save(QStringLiteral("renders/pipeline-%1.png").arg(dark));
        int unpainted = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                unpainted += image.pixelColor(x, y) == QColor(Qt::magenta) ? 1 : 0;
        EXPECT_EQ(unpainted, 0);
    }
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_lanes.h"

#include "tests/support/sample_snapshot.h"
#include "widgets/change_strip.h"
#include "widgets/conversion_lane.h"
#include "widgets/failures_lane.h"
#include "widgets/lane_brush.h"
#include "widgets/latency_lane.h"
#include "widgets/revenue_lane.h"

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using samples::Sample;

constexpr double kAsOfMs = 1763645528000.0;

struct TimeLanesTest : testing::Test
{
    TimeLanesTest() { m_lanes.resize(1200, 864); }
    template <class LaneType>
    [[nodiscard]] bool shows() const
    {
        return !m_lanes.findChild<LaneType *>()->isHidden();
    }
    [[nodiscard]] QImage picture()
    {
        QImage image(m_lanes.size(), QImage::Format_RGB32);
        m_lanes.render(&image);
        return image;
    }
    void pointAt(int x)
    {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, 300), QPointF(x, 300), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&m_lanes, &move);
    }
    widgets::TimeLanes m_lanes;
};

TEST_F(TimeLanesTest, ARoleWithoutSignalLeavesItsRoomToTheOthers)
{
    auto snapshot = std::make_shared<ingest::Snapshot>(*samples::sampleSnapshot(Sample::healthy));
    m_lanes.show(snapshot);
    EXPECT_TRUE(shows<widgets::RevenueLane>());
    const int before = m_lanes.findChild<widgets::FailuresLane *>()->height();
    auto without = std::make_shared<ingest::Snapshot>(*snapshot);
    auto configuration = std::make_shared<ingest::config::Configuration>(*snapshot->configuration);
    configuration->experience.revenue.clear();
    without->configuration = configuration;
    without->asOf += std::chrono::seconds(1);
    without->window = ingest::Window::fifteenMinutes; // drawn at once
    m_lanes.show(without);
    EXPECT_FALSE(shows<widgets::RevenueLane>());
    EXPECT_TRUE(shows<widgets::ConversionLane>());
    EXPECT_TRUE(shows<widgets::LatencyLane>());
    EXPECT_GT(m_lanes.findChild<widgets::FailuresLane *>()->height(), before);
}

TEST_F(TimeLanesTest, SnapshotsInQuickSuccessionAreDrawnOnceAndTheLastOneWins)
{
    const auto first = samples::sampleSnapshot(Sample::healthy, ingest::Window::oneMinute);
    m_lanes.show(first);
    const QImage drawn = picture();
    auto last = std::make_shared<ingest::Snapshot>(
        *samples::sampleSnapshot(Sample::fewData, ingest::Window::oneMinute));
    last->asOf += std::chrono::seconds(1);
    for (int i = 0; i < 20; ++i)
        m_lanes.show(i == 19 ? last : first);
    EXPECT_EQ(picture(), drawn);
    EXPECT_TRUE(QTest::qWaitFor([&] { return picture() != drawn; }, 2000));
    const auto rows = m_lanes.findChild<widgets::ConversionLane *>()->readoutAt(kAsOfMs - 5'000);
    ASSERT_FALSE(rows.empty());
    EXPECT_TRUE(rows.front().value.startsWith(QLatin1Char('0')))
        << rows.front().value.toStdString();
}

TEST_F(TimeLanesTest, TheOpenSecondIsDrawnBeyondTheLastClosedOneAndChangesNoReadout)
{
    const auto closed = samples::sampleSnapshot(Sample::incident, ingest::Window::oneMinute);
    m_lanes.show(closed);
    const QImage before = picture();
    auto open = std::make_shared<ingest::Snapshot>(*closed);
    open->engineTime = closed->asOf + std::chrono::milliseconds(500);
    open->open.emplace().failures = 1;
    m_lanes.show(open);
    m_lanes.drawWaiting();
    const QImage half = picture();
    EXPECT_NE(half, before);
    const auto failures = m_lanes.findChild<widgets::FailuresLane *>();
    const auto rows = failures->readoutAt(models::toMs(open->asOf));
    auto later = std::make_shared<ingest::Snapshot>(*open);
    later->engineTime = closed->asOf + std::chrono::milliseconds(900);
    later->open->failures = 2;
    m_lanes.show(later);
    m_lanes.drawWaiting();
    EXPECT_NE(picture(), half) << "drawn again within the second";
    const auto same = failures->readoutAt(models::toMs(open->asOf));
    ASSERT_FALSE(rows.empty());
    ASSERT_EQ(same.size(), rows.size());
    EXPECT_EQ(same.front().value, rows.front().value);
    QTest::keyClick(&m_lanes, Qt::Key_Left);
    QTest::keyClick(&m_lanes, Qt::Key_Right);
    EXPECT_EQ(m_lanes.crosshair(), models::toMs(open->asOf)) << "no figure lies beyond";
}

TEST_F(TimeLanesTest, ArrowKeysMoveTheCrosshairByOnePointAndShiftByTen)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    QSignalSpy moved(&m_lanes, &widgets::TimeLanes::crosshairMoved);
    QTest::keyClick(&m_lanes, Qt::Key_Left);
    ASSERT_TRUE(m_lanes.crosshair());
    const double first = *m_lanes.crosshair();
    EXPECT_LT(first, kAsOfMs);
    QTest::keyClick(&m_lanes, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_DOUBLE_EQ(*m_lanes.crosshair(), first - 100'000);
    QTest::keyClick(&m_lanes, Qt::Key_Right);
    EXPECT_DOUBLE_EQ(*m_lanes.crosshair(), first - 90'000);
    EXPECT_EQ(moved.count(), 3);
    QTest::keyClick(&m_lanes, Qt::Key_Escape);
    EXPECT_FALSE(m_lanes.crosshair());
}

TEST_F(TimeLanesTest, ControlAndArrowsChooseASpanThatEnterSeesCloserAndThenAsksOf)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    QSignalSpy asked(&m_lanes, &widgets::TimeLanes::figureAsked);
    m_lanes.setCrosshair(kAsOfMs - 600'000);
    const double from = *m_lanes.crosshair();
    QTest::keyClick(&m_lanes, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&m_lanes, Qt::Key_Right, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(*m_lanes.crosshair(), from + 110'000);
    EXPECT_TRUE(m_lanes.findChild<widgets::LaneBrush *>()->isVisibleTo(&m_lanes));
    EXPECT_FALSE(m_lanes.isZoomed());
    QTest::keyClick(&m_lanes, Qt::Key_Return);
    EXPECT_TRUE(m_lanes.isZoomed());
    EXPECT_FALSE(m_lanes.findChild<widgets::LaneBrush *>()->isVisibleTo(&m_lanes));
    EXPECT_EQ(asked.count(), 0);
    QTest::keyClick(&m_lanes, Qt::Key_Return);
    ASSERT_EQ(asked.count(), 1);
    const auto figure = asked[0][0].value<models::AskedFigure>();
    EXPECT_TRUE(figure.isSpan);
    EXPECT_EQ(models::toMs(figure.figure.from), from);
    EXPECT_EQ(models::toMs(figure.figure.to), from + 110'000);
}

TEST_F(TimeLanesTest, EscapeTakesBackTheSpanThenTheCrosshairThenWhatIsSeenCloser)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    m_lanes.zoom(kAsOfMs - 600'000, kAsOfMs - 300'000, models::ChartLine::failures);
    QTest::keyClick(&m_lanes, Qt::Key_Left, Qt::ControlModifier);
    const auto *brush = m_lanes.findChild<widgets::LaneBrush *>();
    EXPECT_TRUE(brush->isVisibleTo(&m_lanes));
    EXPECT_TRUE(m_lanes.closeTopmost());
    EXPECT_FALSE(brush->isVisibleTo(&m_lanes));
    EXPECT_TRUE(m_lanes.crosshair());
    EXPECT_TRUE(m_lanes.closeTopmost());
    EXPECT_FALSE(m_lanes.crosshair());
    EXPECT_TRUE(m_lanes.isZoomed());
    EXPECT_TRUE(m_lanes.closeTopmost());
    EXPECT_FALSE(m_lanes.isZoomed());
    EXPECT_FALSE(m_lanes.closeTopmost());
}

TEST_F(TimeLanesTest, AnArrowWithoutControlAndAnotherWindowDropTheSpan)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    const auto *brush = m_lanes.findChild<widgets::LaneBrush *>();
    QTest::keyClick(&m_lanes, Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(&m_lanes, Qt::Key_Left);
    EXPECT_FALSE(brush->isVisibleTo(&m_lanes));
    QTest::keyClick(&m_lanes, Qt::Key_Left, Qt::ControlModifier);
    EXPECT_TRUE(brush->isVisibleTo(&m_lanes));
    m_lanes.show(samples::sampleSnapshot(Sample::incident, ingest::Window::fifteenMinutes));
    EXPECT_FALSE(brush->isVisibleTo(&m_lanes));
}

struct FramedLanes : widgets::TimeLanes
{
    using widgets::TimeLanes::frame;
};

TEST(TimeLanesFrameTest, TheRightEdgeIsCalledByTheInstantShownNotByTheGridOfPixels)
{
    FramedLanes lanes;
    lanes.resize(1200, 864);
    const auto snapshot = samples::sampleSnapshot(Sample::incident, ingest::Window::oneDay);
    lanes.show(snapshot);
    EXPECT_EQ(lanes.frame().endMs, models::toMs(snapshot->asOf));
    EXPECT_GT(lanes.frame().axis.toMs, lanes.frame().endMs) << "a pixel is more than a minute";
}

TEST_F(TimeLanesTest, TheCrosshairStaysWithinTheWindow)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    m_lanes.setCrosshair(kAsOfMs + 1e9);
    EXPECT_DOUBLE_EQ(*m_lanes.crosshair(), kAsOfMs);
    m_lanes.setCrosshair(0.0);
    EXPECT_NEAR(*m_lanes.crosshair(), kAsOfMs - 3'600'000, 10'000);
}

TEST_F(TimeLanesTest, ThePointerReadsTheInstantBelowItAndLeavingHidesIt)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    // Half way between the gutters of 204 and 112.
    pointAt(204 + (1200 - 204 - 112) / 2);
    ASSERT_TRUE(m_lanes.crosshair());
    EXPECT_NEAR(*m_lanes.crosshair(), kAsOfMs - 1'800'000, 10'000);
    pointAt(50); // the gutter
    EXPECT_FALSE(m_lanes.crosshair());
}

TEST_F(TimeLanesTest, TheReadoutSaysWhatTheLanesShow)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    const auto conversion = m_lanes.findChild<widgets::ConversionLane *>();
    const auto matured = conversion->readoutAt(kAsOfMs - 1'800'000);
    ASSERT_EQ(matured.size(), 2u);
    EXPECT_EQ(matured[0].label, QStringLiteral("Conversion"));
    const auto maturing = conversion->readoutAt(kAsOfMs - 60'000);
    ASSERT_EQ(maturing.size(), 2u);
    EXPECT_EQ(maturing[0].label, QStringLiteral("Conversion so far"));
    EXPECT_TRUE(conversion->readoutAt(kAsOfMs - 8e6).empty());
}

TEST_F(TimeLanesTest, TheReadoutSaysHowAPointIsWorkedOutUntilTheCrosshairGoes)
{
    EXPECT_FALSE(m_lanes.explainPoint()) << "there is no crosshair";
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    m_lanes.setVisible(true);
    m_lanes.activateWindow();
    m_lanes.setFocus();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_lanes.hasFocus(); }));
    m_lanes.stepCrosshair(-3);
    const QString before = m_lanes.accessibleDescription();
    EXPECT_FALSE(before.contains(QStringLiteral("worked out")));
    EXPECT_TRUE(m_lanes.explainPoint());
    EXPECT_TRUE(
        m_lanes.accessibleDescription().contains(QStringLiteral("How conversion is worked out")));
    EXPECT_TRUE(m_lanes.explainPoint());
    EXPECT_EQ(m_lanes.accessibleDescription(), before);
    EXPECT_TRUE(m_lanes.explainPoint());
    m_lanes.setCrosshair(std::nullopt);
    m_lanes.stepCrosshair(-3);
    EXPECT_FALSE(m_lanes.accessibleDescription().contains(QStringLiteral("worked out")));
}

TEST_F(TimeLanesTest, AMarkerStandsOverTheChartsAndTheCrosshairTellsIt)
{
    auto snapshot = std::make_shared<ingest::Snapshot>(*samples::sampleSnapshot(Sample::incident));
    const auto *first = m_lanes.findChildren<widgets::Lane *>().front();
    m_lanes.show(snapshot);
    const int before = first->y();
    snapshot = std::make_shared<ingest::Snapshot>(*snapshot);
    snapshot->asOf += ingest::Seconds{1};
    snapshot->markers = {{snapshot->asOf - ingest::Seconds{600}, ingest::config::MarkerKind::deploy,
                          "payments-gw 2.31.0"}};
    m_lanes.show(snapshot);
    m_lanes.drawWaiting();
    EXPECT_EQ(first->y(), before + m_lanes.findChild<widgets::ChangeStrip *>()->rowHeight());
    EXPECT_GT(first->y(), before);
    m_lanes.QWidget::show();
    QApplication::setActiveWindow(&m_lanes);
    m_lanes.setFocus();
    const auto toldAt = [&](int ago) {
        m_lanes.setCrosshair(models::toMs(snapshot->asOf) - ago * 1000.0);
        return m_lanes.accessibleDescription().contains(
            QStringLiteral("Deploy payments-gw 2.31.0"));
    };
    EXPECT_TRUE(toldAt(600));
    EXPECT_FALSE(toldAt(900));
}

TEST_F(TimeLanesTest, EveryLaneSaysItsStateInASentence)
{
    m_lanes.show(samples::sampleSnapshot(Sample::incident));
    for (const widgets::Lane *lane : m_lanes.findChildren<widgets::Lane *>()) {
        EXPECT_FALSE(lane->accessibleName().isEmpty());
        EXPECT_TRUE(lane->accessibleDescription().endsWith(QLatin1Char('.')))
            << lane->accessibleDescription().toStdString();
    }
}

TEST_F(TimeLanesTest, AClickOnABarLeadsToItsEvents)
{
    m_lanes.show(samples::sampleSnapshot(Sample::healthy));
    std::vector<models::AskedFigure> asked;
    QObject::connect(&m_lanes, &widgets::TimeLanes::figureAsked, &m_lanes,
                     [&](const models::AskedFigure &figure) { asked.push_back(figure); });
    const auto *revenue = m_lanes.findChild<widgets::RevenueLane *>();
    QTest::mouseClick(&m_lanes, Qt::LeftButton, {}, QPoint(600, revenue->geometry().center().y()));
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_TRUE(asked.front().amount.has_value());
    const auto *failures = m_lanes.findChild<widgets::FailuresLane *>();
    QTest::mouseClick(&m_lanes, Qt::LeftButton, {}, QPoint(600, failures->geometry().center().y()));
    ASSERT_EQ(asked.size(), 2u);
    EXPECT_TRUE(asked.back().figure.failing);
    EXPECT_FALSE(asked.back().isSpan);
    QTest::mouseClick(&m_lanes, Qt::LeftButton, {}, QPoint(20, 100)); // beside the plot
    EXPECT_EQ(asked.size(), 2u);
}

TEST_F(TimeLanesTest, ADragShowsASpanCloserAndAsksWhatChangedInItUntilUndone)
{
    m_lanes.show(samples::sampleSnapshot(Sample::healthy));
    std::optional<models::AskedFigure> asked;
    QObject::connect(&m_lanes, &widgets::TimeLanes::figureAsked, &m_lanes,
                     [&](const models::AskedFigure &figure) { asked = figure; });
    const QImage whole = picture();
    QTest::mousePress(&m_lanes, Qt::LeftButton, {}, QPoint(500, 300));
    pointAt(600);
    QTest::mouseRelease(&m_lanes, Qt::LeftButton, {}, QPoint(600, 300));
    EXPECT_TRUE(m_lanes.isZoomed());
    EXPECT_FALSE(asked.has_value()); // a drag is no click
    EXPECT_NE(picture(), whole);
    auto *button = m_lanes.findChild<QPushButton *>();
    ASSERT_FALSE(button->isHidden());
    button->click();
    ASSERT_TRUE(asked.has_value());
    EXPECT_TRUE(asked->isSpan);
    const double seconds = double((asked->figure.to - asked->figure.from).count());
    EXPECT_NEAR(seconds, 3600.0 * 100 / (1200 - 204 - 112), 25);
    EXPECT_TRUE(m_lanes.unzoom());
    EXPECT_FALSE(m_lanes.unzoom());
    m_lanes.setCrosshair(std::nullopt);
    EXPECT_EQ(picture(), whole);
}

} // namespace

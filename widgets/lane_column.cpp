// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lane_column.h"

#include "models/time_axis.h"
#include "widgets/change_strip.h"
#include "widgets/conversion_lane.h"
#include "widgets/failures_lane.h"
#include "widgets/incident_strip.h"
#include "widgets/latency_lane.h"
#include "widgets/revenue_lane.h"
#include "widgets/time_axis_strip.h"

#include <cmath>

namespace widgets {

namespace {

constexpr int kCompactColumn = 930; // px of this column: a window of less than 1500
constexpr int kLabelledTimesApart = 90;

int shareOf(models::ChartLine line)
{
    switch (line) {
    case models::ChartLine::conversion:
        return 30;
    case models::ChartLine::failures:
        return 26;
    case models::ChartLine::latency:
        return 24;
    case models::ChartLine::revenue:
        break;
    }
    return 20;
}

} // namespace

LaneColumn::LaneColumn(QWidget *parent)
    : ThemedWidget(parent), m_conversion(new ConversionLane(this)),
      m_failures(new FailuresLane(this)), m_latency(new LatencyLane(this)),
      m_revenue(new RevenueLane(this)), m_axis(new TimeAxisStrip(this)),
      m_changes(new ChangeStrip(this)), m_incidents(new IncidentStrip(this))
{
    for (Lane *lane : allLanes()) {
        lane->setAttribute(Qt::WA_TransparentForMouseEvents);
        lane->hide();
    }
    m_axis->setAttribute(Qt::WA_TransparentForMouseEvents);
}

std::vector<Lane *> LaneColumn::allLanes() const
{
    return {m_conversion, m_failures, m_latency, m_revenue};
}

std::vector<Lane *> LaneColumn::shownLanes() const
{
    std::vector<Lane *> lanes = allLanes();
    std::erase_if(lanes, [](const Lane *lane) { return lane->isHidden(); });
    return lanes;
}

void LaneColumn::setTheme(const Theme &theme)
{
    ThemedWidget::setTheme(theme);
    for (Lane *lane : allLanes())
        lane->setTheme(theme);
    m_axis->setTheme(theme);
    m_changes->setTheme(theme);
    m_incidents->setTheme(theme);
}

void LaneColumn::forgetPicture()
{
    for (Lane *lane : shownLanes())
        lane->forgetPicture();
}

void LaneColumn::forgetRanges()
{
    for (Lane *lane : allLanes())
        lane->forgetRange();
}

void LaneColumn::setModels(const ingest::Snapshot &snapshot, models::Baseline baseline)
{
    models::GhostLines ghosts = models::ghostLines(snapshot, baseline);
    m_conversion->setGhost(std::move(ghosts.conversion));
    m_failures->setGhost(std::move(ghosts.failures));
    m_latency->setGhost(std::move(ghosts.latency));
    m_revenue->setGhost(std::move(ghosts.revenue));
    auto conversion = models::conversionSeries(snapshot);
    auto latency = models::latencyBands(snapshot);
    auto revenue = models::revenueBars(snapshot);
    m_conversion->setVisible(conversion.has_value());
    m_failures->setVisible(true);
    m_latency->setVisible(latency.has_value());
    m_revenue->setVisible(revenue.has_value());
    if (conversion)
        m_conversion->setSeries(std::move(*conversion));
    m_failures->setStack(models::failureStack(snapshot));
    if (latency)
        m_latency->setBands(std::move(*latency));
    const models::TimeAxis axis = models::timeAxisOf(snapshot);
    m_changes->setMarks(models::changeMarks(snapshot.markers, axis.fromMs, axis.toMs),
                        snapshot.markersDropped == 0 || snapshot.markers.empty() ||
                            models::toMs(snapshot.markers.front().at) < axis.fromMs);
    m_incidents->setMarks(models::incidentMarks(snapshot, axis));
    if (revenue)
        m_revenue->setBars(std::move(*revenue));
}

void LaneColumn::paintAxis(QPainter &painter)
{
    m_axis->render(&painter, {}, {}, QWidget::DrawChildren);
}

int LaneColumn::axisHeight() const
{
    return theme().scaled(24);
}

void LaneColumn::arrangeLanes()
{
    const std::vector<Lane *> lanes = shownLanes();
    int shares = 0;
    for (const Lane *lane : lanes)
        shares += shareOf(lineOf(lane));
    const int first = m_changes->rowHeight() + m_incidents->rowHeight();
    const int room = height() - axisHeight() - first;
    int top = first;
    int used = 0;
    for (Lane *lane : lanes) {
        used += shareOf(lineOf(lane));
        const int bottom = first + room * used / shares;
        lane->setGeometry(0, top, width(), bottom - top);
        top = bottom;
    }
    m_axis->setGeometry(0, first + room, width(), axisHeight());
    m_changes->setGeometry(rect());
    m_incidents->setGeometry(rect().adjusted(0, m_changes->rowHeight(), 0, 0));
}

void LaneColumn::setFrames(const ingest::Snapshot &snapshot, const models::TimeAxis &axis)
{
    m_frame.compact = width() < kCompactColumn || theme().textScale >= 1.5;
    m_frame.left = theme().scaled(m_frame.compact ? 128 : 204);
    m_frame.right = theme().scaled(m_frame.compact ? 62 : 112);
    const int plot = std::max(1, width() - m_frame.left - m_frame.right);
    m_frame.axis = models::onPixelGrid(axis, plot);
    m_frame.endMs = axis.toMs;
    m_frame.past = axis.toMs < models::timeAxisOf(snapshot).toMs;
    m_frame.columns = models::pixelColumnsOf(axis, plot);
    // That of the series, which may be finer than the window's.
    const bool drawn = snapshot.metrics && !snapshot.metrics->failures.points.empty();
    const auto step =
        drawn ? snapshot.metrics->failures.step : ingest::chartStepOf(snapshot.window);
    m_frame.stepMs = double(step.count()) * 1000;
    m_frame.ticks = models::timeTicks(m_frame.axis, plot, theme().scaled(kLabelledTimesApart),
                                      QTimeZone::systemTimeZone());
    m_frame.lost = models::lostSpans(snapshot);
    m_frame.unobserved = models::unobservedSpans(snapshot);
    m_frame.first = true;
    for (Lane *lane : shownLanes()) {
        lane->setFrame(m_frame);
        m_frame.first = false;
    }
    m_axis->setFrame(m_frame);
    m_changes->setFrame(m_frame.axis, m_frame.left, width() - m_frame.right, axisHeight());
    m_incidents->setFrame(m_frame.axis, m_frame.left, width() - m_frame.right, axisHeight());
}

void LaneColumn::raiseMarks()
{
    m_incidents->raise();
    m_changes->raise();
}

std::vector<models::ChangeMark> LaneColumn::changesAt(double ms, double withinMs) const
{
    std::vector<models::ChangeMark> there = m_changes->marks();
    std::erase_if(there, [=](const models::ChangeMark &mark) {
        return mark.ms != ms && std::abs(mark.ms - ms) >= withinMs;
    });
    return there;
}

double LaneColumn::xOf(double ms) const
{
    const double plot = width() - m_frame.left - m_frame.right;
    return m_frame.left + (ms - m_frame.axis.fromMs) / m_frame.axis.spanMs() * plot;
}

std::optional<double> LaneColumn::msAt(double x) const
{
    const double share = (x - m_frame.left) / (width() - m_frame.left - m_frame.right);
    if (share < 0 || share > 1)
        return std::nullopt;
    return m_frame.axis.fromMs + share * m_frame.axis.spanMs();
}

models::ChartLine LaneColumn::lineOf(const Lane *lane) const
{
    return lane == m_conversion ? models::ChartLine::conversion
           : lane == m_failures ? models::ChartLine::failures
           : lane == m_latency  ? models::ChartLine::latency
                                : models::ChartLine::revenue;
}

models::ChartLine LaneColumn::lineAt(double y) const
{
    models::ChartLine line = models::ChartLine::failures;
    for (const Lane *lane : shownLanes()) {
        line = lineOf(lane);
        if (y < lane->geometry().bottom() + 1)
            break;
    }
    return line;
}

} // namespace widgets

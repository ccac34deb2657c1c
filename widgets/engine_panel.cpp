// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/engine_panel.h"

#include "ingest/loop_load.h"
#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/panel_tables.h"
#include "models/pipeline_text.h"
#include "models/time_axis.h"
#include "widgets/measures.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kNames = 136; // the titles' column
constexpr int kValues = 84; // the last values' column
constexpr int kLabelsApart = 64;
constexpr double kBusy = 0.8; // of a core: no room for a burst beyond it

} // namespace

EnginePanel::EnginePanel(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Engine"));
}

void EnginePanel::show(std::shared_ptr<const ingest::Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    setCrosshair(m_back && *m_back < steps() ? m_back : std::nullopt);
    describe();
    update();
}

void EnginePanel::describe()
{
    QStringList sentences;
    if (m_back)
        sentences.append(crosshairTime());
    for (const EngineLane &lane : lanes())
        sentences.append(QStringLiteral("%1 %2, %3").arg(lane.title, lane.value, lane.limitText));
    for (const QString &cap : models::capsHit(*m_snapshot))
        sentences.append(cap);
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
}

std::size_t EnginePanel::steps() const
{
    const bool known = m_snapshot && m_snapshot->load && m_snapshot->load->course;
    return known ? m_snapshot->load->course->size() : 0;
}

QString EnginePanel::crosshairTime() const
{
    const auto step = std::chrono::duration<double, std::milli>(m_snapshot->load->step).count();
    return models::clockTextSeconds(models::toMs(m_snapshot->engineTime) -
                                    static_cast<double>(*m_back) * step);
}

void EnginePanel::setCrosshair(std::optional<std::size_t> back)
{
    if (back == m_back)
        return;
    m_back = back;
    describe();
    update();
}

void EnginePanel::stepCrosshair(int by)
{
    if (steps() == 0)
        return;
    const auto back = static_cast<std::ptrdiff_t>(m_back.value_or(0)) - by;
    setCrosshair(static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(back, 0, static_cast<std::ptrdiff_t>(steps()) - 1)));
}

void EnginePanel::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    const double back = (plotRight() - x) / stepWidth();
    const bool within = x >= plotLeft() && x <= plotRight() && std::lround(back) < long(steps());
    setCrosshair(within ? std::optional(static_cast<std::size_t>(std::lround(back)))
                        : std::nullopt);
}

void EnginePanel::leaveEvent(QEvent *)
{
    setCrosshair(std::nullopt);
}

void EnginePanel::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (by == 0)
        return ThemedWidget::keyPressEvent(event);
    stepCrosshair(event->modifiers() & Qt::ShiftModifier ? 10 * by : by);
}

double EnginePanel::plotLeft() const
{
    return theme().scaled(kNames) + kPadding;
}

double EnginePanel::plotRight() const
{
    return width() - theme().scaled(kValues);
}

double EnginePanel::stepWidth() const
{
    return std::max(1.0, plotRight() - plotLeft()) /
           static_cast<double>(ingest::LoopLoad::kSteps - 1);
}

LaneFrame EnginePanel::frame() const
{
    LaneFrame frame;
    frame.left = static_cast<int>(plotLeft());
    frame.right = width() - static_cast<int>(plotRight());
    if (steps() == 0)
        return frame;
    const auto step = std::chrono::duration<double, std::milli>(m_snapshot->load->step).count();
    frame.axis.toMs = models::toMs(m_snapshot->engineTime);
    frame.endMs = frame.axis.toMs;
    frame.axis.fromMs = frame.axis.toMs - double(ingest::LoopLoad::kSteps - 1) * step;
    frame.ticks = models::timeTicks(frame.axis, width() - frame.left - frame.right,
                                    theme().scaled(kLabelsApart), QTimeZone::systemTimeZone());
    return frame;
}

std::vector<EnginePanel::EngineLane> EnginePanel::lanes() const
{
    if (!m_snapshot || !m_snapshot->load || !m_snapshot->load->course)
        return {};
    const ingest::LoadSnapshot &load = *m_snapshot->load;
    const auto budget =
        m_snapshot->configuration ? m_snapshot->configuration->limits.memoryBytes : 0;
    EngineLane busy{tr("Ingest"),
                    tr("share of one core"),
                    models::percentText(100 * load.last.busy),
                    {},
                    kBusy,
                    tr("80 %: no reserve"),
                    load.last.busy > kBusy};
    EngineLane waiting{tr("Waiting"),
                       tr("frames found at once"),
                       models::wholeCount(load.last.largestBurst),
                       {},
                       static_cast<double>(load.burstLimit),
                       tr("%1: more than one look takes").arg(models::wholeCount(load.burstLimit)),
                       load.last.largestBurst >= load.burstLimit};
    EngineLane memory{tr("Memory"),
                      tr("of the whole process"),
                      models::bytesText(load.last.residentBytes),
                      {},
                      static_cast<double>(budget),
                      tr("budget %1").arg(models::bytesText(budget)),
                      load.last.residentBytes > budget};
    for (const ingest::LoadPoint &point : *load.course) {
        busy.points.push_back(point.busy);
        waiting.points.push_back(static_cast<double>(point.largestBurst));
        memory.points.push_back(static_cast<double>(point.residentBytes));
    }
    if (m_back && *m_back < load.course->size()) { // those under the crosshair instead of the last
        const ingest::LoadPoint &then = (*load.course)[load.course->size() - 1 - *m_back];
        busy.value = models::percentText(100 * then.busy);
        waiting.value = models::wholeCount(then.largestBurst);
        memory.value = models::bytesText(then.residentBytes);
    }
    return {busy, waiting, memory};
}

models::FigureTable EnginePanel::figures() const
{
    return m_snapshot ? models::loadTable(*m_snapshot) : models::loadTable(ingest::Snapshot{});
}

} // namespace widgets

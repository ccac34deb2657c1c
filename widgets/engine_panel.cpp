// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/engine_panel.h"

#include "ingest/loop_load.h"
#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/panel_tables.h"
#include "models/pipeline_text.h"
#include "models/time_axis.h"
#include "widgets/fitted_text.h"
#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kEngineHead = 36;
constexpr int kNames = 136;    // the titles' column
constexpr int kValues = 84;    // the last values' column
constexpr int kLeastLane = 48; // px; below it title and note have no room
constexpr double kBusy = 0.8;  // of a core: no room for a burst beyond it

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

void EnginePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    const QString name = tr("Engine");
    const int wide = painter.fontMetrics().horizontalAdvance(name);
    painter.drawText(QRect(kPadding, theme().scaled(10), wide + 1, theme().scaled(18)),
                     Qt::AlignVCenter, name);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    painter.drawText(
        QRect(kPadding + wide + 12, theme().scaled(10), width() - wide, theme().scaled(18)),
        Qt::AlignVCenter, tr("this process, last hour"));
    const std::vector<EngineLane> all = lanes();
    const int count = std::max(1, static_cast<int>(all.size()));
    const int room = height() - theme().scaled(kEngineHead);
    const int facts = std::clamp(room - count * theme().scaled(kLeastLane), 0,
                                 std::max(theme().scaled(140), height() / 4));
    const int high = (room - facts) / count;
    int top = theme().scaled(kEngineHead);
    for (const EngineLane &lane : all) {
        paintLane(painter, QRect(0, top, width(), high), lane);
        top += high;
    }
    if (m_back)
        paintCrosshair(painter, top);
    if (m_snapshot)
        paintFacts(painter, QRect(0, top, width(), height() - top));
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void EnginePanel::paintLane(QPainter &painter, const QRect &box, const EngineLane &lane) const
{
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(box.topLeft(), box.topRight());
    painter.setFont(theme().font(13));
    painter.setPen(theme().text);
    painter.drawText(
        QRect(kPadding, box.top() + theme().scaled(8), theme().scaled(kNames), theme().scaled(18)),
        Qt::AlignVCenter, lane.title);
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    painter.drawText(
        QRect(kPadding, box.top() + theme().scaled(26), theme().scaled(kNames), theme().scaled(16)),
        Qt::AlignVCenter, lane.note);
    const QRectF plot(plotLeft(), box.top() + 16, plotRight() - plotLeft(), box.height() - 24);
    double most = lane.limit;
    for (const double point : lane.points)
        most = std::max(most, point);
    most *= 1.15;
    const auto y = [&](double value) { return plot.bottom() - value / most * plot.height(); };
    const double step = stepWidth();
    const double first = plot.right() - step * static_cast<double>(lane.points.size() - 1);
    if (lane.points.size() > 1) {
        QPolygonF line;
        for (std::size_t i = 0; i < lane.points.size(); ++i)
            line.append({first + step * static_cast<double>(i), y(lane.points[i])});
        QPainterPath area(QPointF(line.front().x(), plot.bottom()));
        for (const QPointF &point : line)
            area.lineTo(point);
        area.lineTo(plot.right(), plot.bottom());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(area, lane.over ? theme().warn.darker(220) : theme().ci);
        painter.setPen(QPen(lane.over ? theme().warn : theme().data, 1.4));
        painter.drawPolyline(line);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.setPen(QPen(theme().rule2, 0));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    QPen limit(lane.over ? theme().warn : theme().muted, 1);
    limit.setDashPattern({7, 4});
    painter.setPen(limit);
    painter.drawLine(QPointF(plot.left(), y(lane.limit)), QPointF(plot.right(), y(lane.limit)));
    painter.setFont(theme().font(11));
    FittedText limitText = fit(lane.limitText, painter.font(), plot.width() - 8, kSmallestText);
    if (limitText.text != lane.limitText && lane.limitText.contains(QLatin1Char(':')))
        // The number without its name, rather than either cut.
        limitText.text = lane.limitText.section(QLatin1Char(':'), 0, 0);
    painter.setFont(limitText.font);
    painter.drawText(
        QRectF(plot.left() + 4, y(lane.limit) + 2, plot.width() - 4, theme().scaled(14)),
        Qt::AlignVCenter, limitText.text);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(lane.over ? theme().warn : theme().text);
    const int tall = theme().scaled(18);
    const auto last = static_cast<int>(y(lane.points.empty() ? 0.0 : lane.points.back()));
    const int valueTop =
        std::min(std::max(box.top() + 4, last - tall / 2), box.bottom() - tall - 2);
    painter.drawText(QRect(box.right() - theme().scaled(kValues) + 10, valueTop,
                           theme().scaled(kValues) - 14, tall),
                     Qt::AlignVCenter, lane.value);
}

// One line through all lanes, its time above them; the values beside them are those of then.
void EnginePanel::paintCrosshair(QPainter &painter, int bottom) const
{
    const double x = std::floor(plotRight() - static_cast<double>(*m_back) * stepWidth()) + 0.5;
    painter.setPen(QPen(theme().text, 1));
    painter.drawLine(QPointF(x, theme().scaled(kEngineHead)), QPointF(x, bottom));
    painter.setFont(theme().font(11, QFont::DemiBold));
    const QString time = crosshairTime();
    const double wide = painter.fontMetrics().horizontalAdvance(time) + 12;
    QRectF chip(x - wide / 2, theme().scaled(kEngineHead - 20), wide, theme().scaled(18));
    chip.moveRight(std::min(chip.right(), double(width() - 4)));
    painter.fillRect(chip, theme().raised);
    painter.drawText(chip, Qt::AlignCenter, time);
}

void EnginePanel::paintFacts(QPainter &painter, const QRect &box) const
{
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(box.topLeft(), box.topRight());
    int top = box.top() + 8;
    const auto line = [&](models::Status status, const QString &text, const QColor &ink) {
        if (top + theme().scaled(20) > box.bottom())
            return;
        drawStatusShape(painter, QRectF(kPadding, top + theme().scaled(10) - 6, 12, 12), status,
                        theme());
        painter.setFont(theme().font(12));
        painter.setPen(ink);
        const int room = box.width() - 2 * kPadding - 20;
        const FittedText fact = fit(text, painter.font(), room, kSmallestText);
        painter.setFont(fact.font);
        painter.drawText(QRect(kPadding + 20, top, room, theme().scaled(20)), Qt::AlignVCenter,
                         fact.text);
        top += theme().scaled(22);
    };
    const std::vector<QString> caps = models::capsHit(*m_snapshot);
    if (caps.empty())
        line(models::Status::normal, tr("No cap hit: everything received is counted by name"),
             theme().text2);
    for (const QString &cap : caps)
        line(models::Status::look, cap, theme().text);
    if (!m_snapshot->load) // of a replay
        line(models::Status::unknown, tr("Threads, queues and memory are in no recording"),
             theme().text2);
    for (const ingest::SocketSnapshot &socket : m_snapshot->sockets) {
        const QString state = !socket.error.empty() ? QString::fromStdString(socket.error)
                              : socket.up           ? tr("%1 peers, %2 frames, %3, %4 reconnects")
                                                .arg(socket.peers)
                                                .arg(models::wholeCount(socket.frames),
                                                     models::bytesText(socket.bytes))
                                                .arg(socket.reconnects)
                                          : tr("no peer");
        line(!socket.error.empty() ? models::Status::bad
             : socket.up           ? models::Status::normal
                                   : models::Status::unknown,
             QString::fromStdString(socket.endpoint) + QStringLiteral("  ") + state, theme().text2);
    }
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine's panel is painted: its head, a lane for each course, what is hit and connected.
#include "widgets/engine_panel.h"

#include "models/axis_text.h"
#include "models/pipeline_text.h"
#include "widgets/fitted_text.h"
#include "widgets/measures.h"
#include "widgets/status_shape.h"
#include "widgets/time_axis_strip.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kEngineHead = 36;
constexpr int kEngineAxis = 20;
constexpr int kLeastLane = 48; // px; below it title and note have no room

// The y of a value in a plot from zero to a little more than the greatest value and the limit.
class LaneScale
{
public:
    LaneScale(const QRectF &plot, const std::vector<double> &points, double limit)
        : m_plot(plot), m_most(limit)
    {
        for (const double point : points)
            m_most = std::max(m_most, point);
        m_most *= 1.15;
    }
    [[nodiscard]] double y(double value) const
    {
        return m_plot.bottom() - value / m_most * m_plot.height();
    }

private:
    QRectF m_plot;
    double m_most;
};

} // namespace

void EnginePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    paintHead(painter);
    const std::vector<EngineLane> all = lanes();
    const int count = std::max(1, static_cast<int>(all.size()));
    const int axis = all.empty() ? 0 : theme().scaled(kEngineAxis);
    const int room = height() - theme().scaled(kEngineHead) - axis;
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
    if (!all.empty())
        paintTimeAxis(painter, QRect(0, top, width(), axis), frame(), theme());
    top += axis;
    if (m_snapshot)
        paintFacts(painter, QRect(0, top, width(), height() - top));
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void EnginePanel::paintHead(QPainter &painter) const
{
    const int top = theme().scaled(10);
    const int tall = theme().scaled(18);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    const QString name = tr("Engine");
    const int wide = painter.fontMetrics().horizontalAdvance(name);
    painter.drawText(QRect(kPadding, top, wide + 1, tall), Qt::AlignVCenter, name);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    painter.drawText(QRect(kPadding + wide + 12, top, width() - wide, tall), Qt::AlignVCenter,
                     tr("this process, last hour"));
}

void EnginePanel::paintLane(QPainter &painter, const QRect &box, const EngineLane &lane) const
{
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(box.topLeft(), box.topRight());
    const auto name = [&](int top, int tall, const QString &text) {
        painter.drawText(QRectF(kPadding, box.top() + theme().scaled(top), plotLeft() - kPadding,
                                theme().scaled(tall)),
                         Qt::AlignVCenter, text);
    };
    painter.setFont(theme().font(13));
    painter.setPen(theme().text);
    name(8, 18, lane.title);
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    name(26, 16, lane.note);
    const QRectF plot(plotLeft(), box.top() + 16, plotRight() - plotLeft(), box.height() - 24);
    const LaneScale scale(plot, lane.points, lane.limit);
    QPolygonF line;
    const double first = plot.right() - stepWidth() * (double(lane.points.size()) - 1);
    for (std::size_t i = 0; i < lane.points.size(); ++i)
        line.append({first + stepWidth() * double(i), scale.y(lane.points[i])});
    if (line.size() > 1)
        paintCourse(painter, plot, line, lane.over);
    painter.setPen(QPen(theme().rule2, 0));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    paintLimit(painter, plot, scale.y(lane.limit), lane);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(lane.over ? theme().warn : theme().text);
    const int tall = theme().scaled(18);
    const int last = static_cast<int>(line.empty() ? scale.y(0) : line.back().y());
    const int top = std::min(std::max(box.top() + 4, last - tall / 2), box.bottom() - tall - 2);
    painter.drawText(QRectF(plotRight() + 9, top, width() - plotRight() - 14, tall),
                     Qt::AlignVCenter, lane.value);
}

void EnginePanel::paintCourse(QPainter &painter, const QRectF &plot, const QPolygonF &line,
                              bool over) const
{
    QPainterPath area(QPointF(line.front().x(), plot.bottom()));
    for (const QPointF &point : line)
        area.lineTo(point);
    area.lineTo(plot.right(), plot.bottom());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(area, over ? theme().warn.darker(220) : theme().ci);
    painter.setPen(QPen(over ? theme().warn : theme().data, 1.4));
    painter.drawPolyline(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void EnginePanel::paintLimit(QPainter &painter, const QRectF &plot, double y,
                             const EngineLane &lane) const
{
    QPen limit(lane.over ? theme().warn : theme().muted, 1);
    limit.setDashPattern({7, 4});
    painter.setPen(limit);
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.setFont(theme().font(11));
    FittedText text = fit(lane.limitText, painter.font(), plot.width() - 8, kSmallestText);
    if (text.text != lane.limitText && lane.limitText.contains(QLatin1Char(':')))
        // The number without its name, rather than either cut.
        text.text = lane.limitText.section(QLatin1Char(':'), 0, 0);
    painter.setFont(text.font);
    painter.drawText(QRectF(plot.left() + 4, y + 2, plot.width() - 4, theme().scaled(14)),
                     Qt::AlignVCenter, text.text);
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

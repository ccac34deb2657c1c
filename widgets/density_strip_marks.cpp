// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the bars of the strip: incidents and markers above, times below, and the
// playhead.
#include "widgets/density_strip.h"

#include "models/clock_text.h"
#include "models/time_axis.h"
#include "widgets/change_flags.h"
#include "widgets/status_shape.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kChangeSide = 14;
constexpr int kIncidentBar = 4;
constexpr int kTickApart = 110;

} // namespace

QRectF DensityStrip::changeBox(const models::ChangeMark &change) const
{
    const double side = theme().scaled(kChangeSide);
    return {std::floor(xOf(change.ms) - side / 2), 2, side, side};
}

// The first place from `left` on where something so wide meets no letter.
double DensityStrip::clearOfChanges(double left, double wide) const
{
    for (const models::ChangeMark &change : m_view.changes)
        if (const QRectF box = changeBox(change);
            left < box.right() + 4 && left + wide > box.left() - 4)
            left = box.right() + 4;
    return left;
}

// What is still to come is as grey as its events.
void DensityStrip::paintChanges(QPainter &painter)
{
    const QRectF plotted = plot();
    double free = 0;
    for (const models::ChangeMark &change : m_view.changes) {
        const QRectF box = changeBox(change);
        const QColor colour = change.ms <= m_view.atMs ? theme().text2 : theme().muted;
        drawChangeLine(painter, box.center().x(), box.bottom(), plotted.bottom(), colour);
        if (box.left() < free)
            continue;
        painter.fillRect(box, colour);
        painter.setFont(theme().font(10, QFont::Bold));
        painter.setPen(theme().bar);
        painter.drawText(box, Qt::AlignCenter, QString(change.letter));
        free = box.right() + 1;
    }
}

void DensityStrip::paintIncidents(QPainter &painter)
{
    const QRectF box = plot();
    painter.setFont(theme().font(11, QFont::DemiBold));
    double free = box.left();
    for (const models::StripIncident &mark : m_view.marks) {
        if (mark.toMs < m_view.fromMs || mark.fromMs > m_view.toMs)
            continue;
        const QColor colour = mark.status == models::Status::bad ? theme().crit : theme().warn;
        const double left = std::max(box.left(), xOf(mark.fromMs));
        const double right = std::max(left + 3, std::min(box.right(), xOf(mark.toMs)));
        painter.fillRect(QRectF(left, box.top() - kIncidentBar - 1, right - left, kIncidentBar),
                         colour);
        const double room = box.right() - std::max(left, free);
        const QString text = painter.fontMetrics().elidedText(
            mark.title, Qt::ElideRight,
            static_cast<int>(std::min(room - 18, double(theme().scaled(220)))));
        if (left < free || room < theme().scaled(60))
            continue;
        const double wide = 16 + painter.fontMetrics().horizontalAdvance(text);
        const double from = clearOfChanges(left, wide);
        if (from + wide > width())
            continue;
        const double high = box.top() - kIncidentBar - 2;
        drawStatusShape(painter, QRectF(from, high / 2 - 5, 11, 11), mark.status, theme());
        painter.setPen(colour);
        painter.drawText(QRectF(from + 16, 0, room, high), Qt::AlignVCenter, text);
        free = from + wide + 12;
    }
}

void DensityStrip::paintSpanName(QPainter &painter)
{
    const QRectF box = plot();
    const double left = std::max(box.left(), xOf(m_view.atMs - m_view.spanMs));
    const QString text = tr("%1 in view").arg(m_view.window);
    painter.setFont(theme().font(11, QFont::DemiBold));
    const double wide = painter.fontMetrics().horizontalAdvance(text) + 10;
    if (xOf(m_view.atMs) - left < wide)
        return;
    const double high = theme().scaled(16);
    const QRectF label(left, box.bottom() - high, wide, high);
    painter.fillRect(label, theme().sel);
    painter.setPen(theme().text);
    painter.drawText(label, Qt::AlignCenter, text);
}

void DensityStrip::paintPlayhead(QPainter &painter)
{
    const QRectF box = plot();
    const double x = xOf(m_view.atMs);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.fillRect(QRectF(x - 1, box.top() - 2, 2, box.height() + 4), theme().warn);
    const double top = box.top() - 14;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().warn);
    painter.drawPolygon(
        QPolygonF{{x - 6, top}, {x + 6, top}, {x + 6, top + 8}, {x, top + 14}, {x - 6, top + 8}});
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void DensityStrip::paintAxis(QPainter &painter)
{
    const QRectF box = plot();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const models::TimeAxis axis{m_view.fromMs, m_view.toMs, m_view.fromMs};
    const bool seconds = axis.spanMs() <= 30 * 60'000;
    const QRectF row(0, box.bottom() + 2, width(), height() - box.bottom() - 2);
    const auto place = [&](double x, const QString &text) {
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 4;
        return QRectF(std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide)), row.top(), wide,
                      row.height());
    };
    painter.setFont(theme().font(11));
    const QString first = models::clockText(axis.fromMs, seconds, zone);
    const QString last = (m_view.live ? tr("live %1") : tr("end %1"))
                             .arg(models::clockText(axis.toMs, seconds, zone));
    const QRectF begin = place(box.left(), first);
    const QRectF end = place(box.right(), last);
    painter.setPen(theme().muted);
    painter.drawText(begin, Qt::AlignCenter, first);
    for (const models::TimeTick &tick :
         models::timeTicks(axis, static_cast<int>(box.width()), theme().scaled(kTickApart), zone)) {
        const QRectF label = place(xOf(tick.ms), tick.label);
        if (label.left() > begin.right() + 24 && label.right() < end.left() - 16)
            painter.drawText(label, Qt::AlignCenter, tick.label);
    }
    painter.setFont(theme().font(11, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(end, Qt::AlignCenter, last);
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident_strip.h"

#include "widgets/status_shape.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kBarThick = 2;
constexpr int kTitleShape = 11;
constexpr double kLineStrength = 0.7;

} // namespace

IncidentStrip::IncidentStrip(QWidget *parent) : MarkRow(parent) {}

void IncidentStrip::setMarks(std::vector<models::IncidentMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    update();
}

double IncidentStrip::clampedX(double ms) const
{
    return xOf(std::clamp(ms, axis().fromMs, axis().toMs));
}

QColor IncidentStrip::colourOf(models::Status status) const
{
    return status == models::Status::bad ? theme().crit : theme().warn;
}

void IncidentStrip::paintEvent(QPaintEvent *)
{
    if (m_marks.empty())
        return;
    QPainter painter(this);
    paintRow(painter, tr("Incidents"));
    paintBars(painter);
    paintTitles(painter);
}

// The worst last, so that it lies on top.
void IncidentStrip::paintBars(QPainter &painter) const
{
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        const double from = clampedX(mark->fromMs);
        QColor colour = colourOf(mark->status);
        painter.fillRect(QRectF(from, rowHeight() - kBarThick,
                                std::max(2.0, clampedX(mark->toMs) - from), kBarThick),
                         colour);
        if (!mark->begins)
            continue;
        colour.setAlphaF(static_cast<float>(kLineStrength));
        painter.fillRect(QRectF(from, rowHeight(), 1, chartsEnd() - rowHeight()), colour);
    }
}

// The worst first; one that would run into another's stays without.
void IncidentStrip::paintTitles(QPainter &painter) const
{
    std::vector<QRectF> taken;
    const double free = rowHeight() - kBarThick;
    for (const models::IncidentMark &mark : m_marks) {
        painter.setFont(theme().font(12, QFont::DemiBold));
        const double title = painter.fontMetrics().horizontalAdvance(mark.title);
        painter.setFont(theme().font(12));
        const double note = painter.fontMetrics().horizontalAdvance(mark.note);
        const double wide = kTitleShape + 6 + title + 10 + note;
        const double left = std::min(clampedX(mark.fromMs) + 4, plotRight() - wide);
        const QRectF box(left, 0, wide, free);
        const auto meets = [&box](const QRectF &other) {
            return other.adjusted(-10, 0, 10, 0).intersects(box);
        };
        if (left < plotLeft() || std::ranges::any_of(taken, meets))
            continue;
        taken.push_back(box);
        drawStatusShape(painter, QRectF(left, (free - kTitleShape) / 2, kTitleShape, kTitleShape),
                        mark.status, theme());
        painter.setPen(theme().muted);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, mark.note);
        painter.setFont(theme().font(12, QFont::DemiBold));
        painter.setPen(colourOf(mark.status));
        painter.drawText(box.adjusted(kTitleShape + 6, 0, 0, 0), Qt::AlignVCenter, mark.title);
    }
}

} // namespace widgets

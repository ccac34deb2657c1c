// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident_strip.h"

#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kStripRow = 24;
constexpr int kBarThick = 2;
constexpr int kTitleShape = 11;
constexpr double kLineStrength = 0.7;

} // namespace

IncidentStrip::IncidentStrip(QWidget *parent) : ThemedWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void IncidentStrip::setMarks(std::vector<models::IncidentMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    update();
}

void IncidentStrip::setFrame(const models::TimeAxis &axis, int left, int right, int below)
{
    if (axis.fromMs == m_axis.fromMs && axis.toMs == m_axis.toMs && left == m_left &&
        right == m_right && below == m_below)
        return;
    m_axis = axis;
    m_left = left;
    m_right = right;
    m_below = below;
    if (!m_marks.empty())
        update();
}

int IncidentStrip::rowHeight() const
{
    return m_marks.empty() ? 0 : theme().scaled(kStripRow);
}

double IncidentStrip::xOf(double ms) const
{
    const double share = (ms - m_axis.fromMs) / m_axis.spanMs();
    return std::floor(m_left + std::clamp(share, 0.0, 1.0) * (m_right - m_left));
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
    const QRect row(0, 0, width(), rowHeight());
    painter.fillRect(row, theme().panel);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    painter.drawText(row.adjusted(kPadding, 0, 0, 0), Qt::AlignVCenter, tr("Incidents"));
    paintBars(painter);
    paintTitles(painter);
}

// The worst last, so that it lies on top.
void IncidentStrip::paintBars(QPainter &painter) const
{
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        const double from = xOf(mark->fromMs);
        QColor colour = colourOf(mark->status);
        painter.fillRect(
            QRectF(from, rowHeight() - kBarThick, std::max(2.0, xOf(mark->toMs) - from), kBarThick),
            colour);
        if (!mark->begins)
            continue;
        colour.setAlphaF(static_cast<float>(kLineStrength));
        painter.fillRect(QRectF(from, rowHeight(), 1, height() - m_below - rowHeight()), colour);
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
        const double left = std::min(xOf(mark.fromMs) + 4, m_right - wide);
        const QRectF box(left, 0, wide, free);
        const auto meets = [&box](const QRectF &other) {
            return other.adjusted(-10, 0, 10, 0).intersects(box);
        };
        if (left < m_left || std::ranges::any_of(taken, meets))
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

// SPDX-License-Identifier: GPL-3.0-or-later
// What a lane shows besides its series: the line it is compared with, when Bellwether was not
// there, and what is not complete yet.
#include "widgets/hatch.h"
#include "widgets/lane.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kGhostGapMs = 180'000; // history has a point a minute at best

} // namespace

void Lane::setGhost(models::GhostLine ghost)
{
    m_ghost = std::move(ghost);
}

// The axis shows the whole of it, unless that would flatten what is now.
models::ValueRange Lane::rangeWithGhost() const
{
    models::ValueRange range = wantedRange();
    if (isEmpty())
        return range;
    const double most = range.height();
    for (const QPointF &point : m_ghost.points)
        if (point.y() > range.low - most && point.y() < range.high + most)
            range = {std::min(range.low, point.y()), std::max(range.high, point.y())};
    return range;
}

void Lane::drawGhost(QPainter &painter) const
{
    if (m_ghost.points.empty() || isEmpty())
        return;
    QPen pen(theme().base, 1.25);
    pen.setDashPattern({4, 2.4}); // 5-3 in units of the width
    painter.setPen(pen);
    QPolygonF run;
    for (std::size_t i = 0; i < m_ghost.points.size(); ++i) {
        const QPointF &point = m_ghost.points[i];
        const bool ends = i + 1 == m_ghost.points.size() ||
                          m_ghost.points[i + 1].x() - point.x() > kGhostGapMs + 3 * m_frame.stepMs;
        run.append(QPointF(xOf(point.x()), yOf(point.y())));
        if (!ends)
            continue;
        painter.drawPolyline(run);
        run.clear();
    }
}

void Lane::drawOpen(QPainter &painter, const QPointF &last, const QPointF &open) const
{
    QPen pen(theme().data, 1.6);
    pen.setDashPattern({1.25, 1.9}); // 2-3 in units of the width
    painter.setPen(pen);
    painter.drawLine(QPointF(xOf(last.x()), yOf(last.y())), QPointF(xOf(open.x()), yOf(open.y())));
}

// Over whatever the chart drew there: nothing was counted, which is no zero.
void Lane::drawUnobserved(QPainter &painter) const
{
    const QRectF area = plotArea();
    for (const models::UnobservedMs &span : m_frame.unobserved) {
        const double left = std::floor(xOf(span.fromMs));
        const double right = std::max(left + 2, std::ceil(xOf(span.toMs)));
        const QRectF box(left, area.top(), right - left, area.height());
        if (!box.intersects(area))
            continue;
        painter.fillRect(box, theme().panel);
        fillHatched(painter, box, theme().muted, devicePixelRatioF());
        painter.fillRect(QRectF(left, area.top(), 1, area.height()), theme().muted);
        painter.fillRect(QRectF(right - 1, area.top(), 1, area.height()), theme().muted);
        if (m_frame.first)
            drawUnobservedLabel(painter, box);
    }
}

void Lane::drawUnobservedLabel(QPainter &painter, const QRectF &box) const
{
    const QString text = tr("not observed");
    const double wide = QFontMetricsF(theme().font(11, QFont::Medium)).horizontalAdvance(text) + 8;
    if (wide + 8 <= box.width())
        drawPlotLabel(painter, {box.center().x() - wide / 2, box.top() + theme().scaled(32)}, text,
                      theme().text2);
}

std::vector<EndLabel> Lane::allEndLabels() const
{
    if (m_frame.past)
        return {};
    std::vector<EndLabel> labels = endLabels();
    if (m_ghost.points.empty() || isEmpty())
        return labels;
    EndLabel label;
    label.y = yOf(m_ghost.points.back().y());
    label.brief = valueText(m_ghost.points.back().y());
    label.text =
        m_frame.compact ? label.brief : QStringLiteral("%1 %2").arg(label.brief, m_ghost.name);
    label.font = theme().font(11);
    label.colour = theme().base;
    labels.push_back(std::move(label));
    return labels;
}

} // namespace widgets

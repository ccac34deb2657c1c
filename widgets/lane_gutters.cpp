// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a lane: title and ticks to its left, the line ends to its right.
#include "widgets/lane.h"

#include "widgets/measures.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kTickGap = 8;  // between a tick's label and the plot
constexpr double kMayTouch = 4; // lines of text have as much air

} // namespace

QRectF Lane::tickBox(const ValueTick &tick) const
{
    const QRectF area = plotArea();
    const QFontMetricsF metrics(theme().font(11));
    const double line = metrics.height();
    const double top = std::clamp(yOf(tick.value) - line / 2, area.top() + 2,
                                  std::max(area.top() + 2, area.bottom() - line - 2));
    const double wide = metrics.horizontalAdvance(tick.label);
    return {area.left() - kTickGap - wide, top, wide, line};
}

QRectF Lane::titleBox() const
{
    const QFontMetricsF metrics(theme().font(13, QFont::DemiBold));
    const double wide =
        std::min(metrics.horizontalAdvance(title()), double(m_frame.left - kPadding - kTickGap));
    return {double(kPadding), double(theme().scaled(10)), wide, metrics.height()};
}

double Lane::textWidth(double top, double bottom) const
{
    double right = m_frame.left - kTickGap;
    for (const ValueTick &tick : m_ticks) {
        const QRectF box = tickBox(tick);
        if (box.bottom() > top + kMayTouch && box.top() < bottom - kMayTouch)
            right = std::min(right, box.left() - kTickGap / 2);
    }
    return right - kPadding;
}

void Lane::drawGutters(QPainter &painter) const
{
    const QRectF area = plotArea();
    painter.save();
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const QRectF name = titleBox();
    for (const ValueTick &tick : m_ticks) {
        const QRectF box = tickBox(tick);
        if (!box.adjusted(-kTickGap / 2, kMayTouch, 0, -kMayTouch).intersects(name))
            painter.drawText(box.adjusted(-2, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                             tick.label);
    }
    drawTitle(painter);
    const double gap = m_frame.compact ? 6 : 8;
    const QRectF gutter(area.right() + gap, area.top() + 4, m_frame.right - gap - 2,
                        area.height() - 8);
    drawEndLabels(painter, gutter, allEndLabels(), theme());
    painter.fillRect(QRectF(0, height() - 1, width(), 1), theme().rule);
    painter.restore();
}

void Lane::drawTitle(QPainter &painter) const
{
    const QFont bold = theme().font(13, QFont::DemiBold);
    const QRectF name = titleBox();
    painter.setFont(bold);
    painter.setPen(theme().text);
    painter.drawText(name.adjusted(0, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(title(), Qt::ElideRight, name.width() + 0.5));
    if (m_frame.compact)
        return;
    double y = name.bottom() + theme().scaled(3);
    const double row = theme().scaled(16);
    for (const std::vector<TextRun> &runs : subtitle()) {
        if (y + row > height() - 2)
            return;
        double x = kPadding;
        const double width = textWidth(y, y + row);
        for (const TextRun &run : runs) {
            const QFontMetricsF metrics(run.font);
            painter.setFont(run.font);
            painter.setPen(run.colour);
            const double room = kPadding + width - x;
            const QString text = metrics.elidedText(run.text, Qt::ElideRight, room);
            painter.drawText(QRectF(x, y, room + 1, row), Qt::AlignLeft | Qt::AlignVCenter, text);
            x += metrics.horizontalAdvance(text);
        }
        y += row;
    }
}

} // namespace widgets

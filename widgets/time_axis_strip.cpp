// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_axis_strip.h"

#include <QFontMetricsF>
#include <QPainter>

namespace widgets {

TimeAxisStrip::TimeAxisStrip(QWidget *parent) : ThemedWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void TimeAxisStrip::setFrame(const LaneFrame &frame)
{
    m_frame = frame;
    update();
}

void TimeAxisStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    paintTimeAxis(painter, rect(), m_frame, theme());
}

void paintTimeAxis(QPainter &painter, const QRect &box, const LaneFrame &frame, const Theme &theme)
{
    const double plot = box.width() - frame.left - frame.right;
    if (plot <= 0)
        return;
    const bool seconds = frame.axis.spanMs() <= 5 * 60'000;
    const QString now = models::clockText(frame.endMs, seconds, QTimeZone::systemTimeZone());
    const auto place = [&](double x, const QFont &font, const QString &text) {
        const double wide = QFontMetricsF(font).horizontalAdvance(text);
        return QRectF(box.left() + x - wide / 2 - 1, box.top(), wide + 2, box.height());
    };
    const QFont bold = theme.font(11, QFont::DemiBold);
    const QRectF nowPlace = place(box.width() - frame.right, bold, now);
    painter.setFont(theme.font(11));
    painter.setPen(theme.muted);
    for (const models::TimeTick &tick : frame.ticks) {
        const double x = frame.left + (tick.ms - frame.axis.fromMs) / frame.axis.spanMs() * plot;
        const QRectF label = place(x, painter.font(), tick.label);
        if (label.right() + 12 < nowPlace.left())
            painter.drawText(label, Qt::AlignCenter, tick.label);
    }
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(nowPlace, Qt::AlignCenter, now);
}

} // namespace widgets

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
    const double plot = width() - m_frame.left - m_frame.right;
    if (plot <= 0)
        return;
    const bool seconds = m_frame.axis.spanMs() <= 5 * 60'000;
    const QString now = models::clockText(m_frame.axis.toMs, seconds, QTimeZone::systemTimeZone());
    const auto box = [&](double x, const QFont &font, const QString &text) {
        const double wide = QFontMetricsF(font).horizontalAdvance(text);
        return QRectF(x - wide / 2 - 1, 0, wide + 2, height());
    };
    const QFont bold = theme().font(11, QFont::DemiBold);
    const QRectF nowBox = box(width() - m_frame.right, bold, now);
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    for (const models::TimeTick &tick : m_frame.ticks) {
        const double x =
            m_frame.left + (tick.ms - m_frame.axis.fromMs) / m_frame.axis.spanMs() * plot;
        const QRectF place = box(x, painter.font(), tick.label);
        if (place.right() + 12 < nowBox.left())
            painter.drawText(place, Qt::AlignCenter, tick.label);
    }
    painter.setFont(bold);
    painter.setPen(theme().text);
    painter.drawText(nowBox, Qt::AlignCenter, now);
}

} // namespace widgets

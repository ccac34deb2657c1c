// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport_button.h"

#include <QPainter>

namespace widgets {

namespace {

// Points right where `direction` is 1, left where it is -1; a bar stands at its tip.
void drawStep(QPainter &painter, const QPointF &centre, int direction)
{
    const double x = centre.x();
    const double y = centre.y();
    painter.drawPolygon(
        QPolygonF{{x - 5 * direction, y - 5}, {x + 3 * direction, y}, {x - 5 * direction, y + 5}});
    painter.drawRect(QRectF(direction > 0 ? x + 3 : x - 5, y - 5, 2, 10));
}

} // namespace

TransportButton::TransportButton(TransportSign sign, QWidget *parent)
    : QPushButton(parent), m_sign(sign)
{
}

void TransportButton::setTheme(const Theme &theme)
{
    m_ink = theme.text;
    m_recording = theme.crit;
    setFont(theme.font(12));
    update();
}

void TransportButton::setSign(TransportSign sign)
{
    if (sign == m_sign)
        return;
    m_sign = sign;
    update();
}

void TransportButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_sign == TransportSign::record ? m_recording : m_ink);
    const QPointF centre = QRectF(rect()).center();
    switch (m_sign) {
    case TransportSign::back:
        return drawStep(painter, centre, -1);
    case TransportSign::forward:
        return drawStep(painter, centre, 1);
    case TransportSign::play:
        painter.drawPolygon(
            QPolygonF{centre + QPointF(-4, -6), centre + QPointF(6, 0), centre + QPointF(-4, 6)});
        return;
    case TransportSign::pause:
        painter.drawRect(QRectF(centre.x() - 5, centre.y() - 5, 3, 10));
        painter.drawRect(QRectF(centre.x() + 2, centre.y() - 5, 3, 10));
        return;
    case TransportSign::record:
        painter.drawEllipse(centre, 5, 5);
        return;
    }
}

} // namespace widgets

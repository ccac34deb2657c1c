// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/crosshair.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kBeside = 12; // between the line and the readout
constexpr double kReadoutPadding = 12;
constexpr double kReadoutDot = 4;
constexpr double kReadoutIndent = 12;

} // namespace

Crosshair::Crosshair(QWidget *parent) : ThemedWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void Crosshair::show(const std::optional<CrosshairPicture> &picture)
{
    if (!picture && !m_picture)
        return;
    m_picture = picture;
    update();
}

void Crosshair::setFocusRing(bool visible)
{
    m_focusRing = visible;
    update();
}

void Crosshair::drawChip(QPainter &painter) const
{
    painter.setFont(theme().font(11, QFont::DemiBold));
    const double wide = QFontMetricsF(painter.font()).horizontalAdvance(m_picture->time) + 12;
    const double tall = theme().scaled(18);
    QRectF chip(m_picture->x - wide / 2,
                height() - m_picture->axisHeight + (m_picture->axisHeight - tall) / 2, wide, tall);
    chip.moveLeft(std::clamp(chip.left(), 0.0, std::max(0.0, width() - wide)));
    painter.fillRect(chip, theme().text);
    painter.setPen(theme().panel);
    painter.drawText(chip, Qt::AlignCenter, m_picture->time);
}

void Crosshair::drawReadout(QPainter &painter) const
{
    if (m_picture->rows.empty())
        return;
    const QFont label = theme().font(12);
    const QFont value = theme().font(12, QFont::DemiBold);
    const double row = theme().scaled(18);
    const double head = theme().scaled(28);
    double labels =
        QFontMetricsF(theme().font(13, QFont::DemiBold)).horizontalAdvance(m_picture->time);
    double values = 0;
    for (const ReadoutRow &line : m_picture->rows) {
        const double indent = line.indented ? kReadoutIndent : 0;
        labels = std::max(labels, indent + QFontMetricsF(label).horizontalAdvance(line.label));
        values = std::max(values, QFontMetricsF(value).horizontalAdvance(line.value));
    }
    labels = std::min(labels, double(theme().scaled(220)));
    double inside = labels + values + 24;
    for (const QString &line : m_picture->workedOut)
        inside = std::max(inside, QFontMetricsF(value).horizontalAdvance(line) + kReadoutIndent);
    const double wide = inside + 2 * kReadoutPadding;
    const double rowsHigh = head + row * double(m_picture->rows.size()) + 10;
    const double workedHigh =
        m_picture->workedOut.empty() ? 0 : row * double(m_picture->workedOut.size()) + 12;
    QRectF box(m_picture->x + kBeside, 12, wide, rowsHigh + workedHigh);
    if (box.right() > m_picture->plotRight)
        box.moveRight(m_picture->x - kBeside);
    box.moveLeft(std::max(4.0, box.left()));
    painter.fillRect(box, theme().raised);
    painter.setPen(QPen(theme().rule2, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    const QRectF inner = box.adjusted(kReadoutPadding, 0, -kReadoutPadding, 0);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(QRectF(inner.left(), box.top(), inner.width(), head),
                     Qt::AlignLeft | Qt::AlignVCenter, m_picture->time);
    painter.fillRect(QRectF(box.left(), box.top() + head, box.width(), 1), theme().rule2);
    double y = box.top() + head + 5;
    for (const ReadoutRow &line : m_picture->rows) {
        const double indent = line.indented ? kReadoutIndent : 0;
        painter.setFont(label);
        painter.setPen(line.indented ? theme().muted : theme().text2);
        painter.drawText(
            QRectF(inner.left() + indent, y, labels - indent + 1, row),
            Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(label).elidedText(line.label, Qt::ElideRight, labels - indent + 1));
        painter.setFont(line.indented ? label : value);
        painter.setPen(line.colour.isValid() ? line.colour : theme().text);
        painter.drawText(QRectF(inner.left(), y, inner.width(), row),
                         Qt::AlignRight | Qt::AlignVCenter, line.value);
        y += row;
    }
    if (!m_picture->workedOut.empty())
        drawWorkedOut(painter, box.adjusted(0, rowsHigh, 0, 0));
}

void Crosshair::drawWorkedOut(QPainter &painter, const QRectF &box) const
{
    const double row = theme().scaled(18);
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), theme().rule2);
    double y = box.top() + 6;
    double indent = 0;
    for (const QString &line : m_picture->workedOut) {
        painter.setFont(theme().font(12, indent == 0 ? QFont::DemiBold : QFont::Normal));
        painter.setPen(indent == 0 ? theme().text : theme().text2);
        painter.drawText(QRectF(box.left() + kReadoutPadding + indent, y, box.width(), row),
                         Qt::AlignLeft | Qt::AlignVCenter, line);
        indent = kReadoutIndent;
        y += row;
    }
}

void Crosshair::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_focusRing) {
        painter.setPen(QPen(theme().accent, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    if (!m_picture)
        return;
    painter.fillRect(QRectF(m_picture->x, 0, 1, height() - m_picture->axisHeight), theme().text);
    if (!m_picture->chosen.isEmpty())
        painter.fillRect(
            QRectF(m_picture->x - 1, m_picture->chosen.top(), 3, m_picture->chosen.height()),
            theme().accent);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QPointF &dot : m_picture->dots) {
        painter.setPen(QPen(theme().panel, 1.5));
        painter.setBrush(theme().text);
        painter.drawEllipse(dot, kReadoutDot, kReadoutDot);
    }
    drawChip(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawReadout(painter);
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mark_row.h"

#include "widgets/measures.h"

#include <QPainter>

#include <cmath>

namespace widgets {

namespace {

constexpr int kMarkRow = 24;

} // namespace

MarkRow::MarkRow(QWidget *parent) : ThemedWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void MarkRow::setFrame(const models::TimeAxis &axis, int left, int right, int below)
{
    if (axis.fromMs == m_axis.fromMs && axis.toMs == m_axis.toMs && left == m_left &&
        right == m_right && below == m_below)
        return;
    m_axis = axis;
    m_left = left;
    m_right = right;
    m_below = below;
    if (!isEmpty())
        update();
}

int MarkRow::rowHeight() const
{
    return isEmpty() ? 0 : theme().scaled(kMarkRow);
}

double MarkRow::xOf(double ms) const
{
    return std::floor(m_left + (ms - m_axis.fromMs) / m_axis.spanMs() * (m_right - m_left));
}

void MarkRow::paintRow(QPainter &painter, const QString &title) const
{
    const QRect row(0, 0, width(), rowHeight());
    painter.fillRect(row, theme().panel);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    painter.drawText(row.adjusted(kPadding, 0, 0, 0), Qt::AlignVCenter, title);
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lane_brush.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kDrag = 6; // px; less is a click
constexpr float kOpacity = 0.22F;

} // namespace

LaneBrush::LaneBrush(QWidget *parent) : ThemedWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void LaneBrush::press(double x)
{
    m_pressed = x;
    m_x = x;
    m_drags = false;
}

bool LaneBrush::move(double x)
{
    if (!m_pressed)
        return false;
    m_x = x;
    m_drags = m_drags || std::abs(x - *m_pressed) >= kDrag;
    setVisible(m_drags);
    update();
    return m_drags;
}

void LaneBrush::lay(double from, double to)
{
    press(from);
    m_x = to;
    m_drags = true;
    show();
    update();
}

std::optional<std::pair<double, double>> LaneBrush::release()
{
    const bool drags = m_pressed && m_drags;
    const double from = m_pressed.value_or(m_x);
    const std::pair stretch(std::min(from, m_x), std::max(from, m_x));
    m_pressed.reset();
    m_drags = false;
    hide();
    if (!drags)
        return std::nullopt;
    return stretch;
}

void LaneBrush::paintEvent(QPaintEvent *)
{
    if (!m_pressed)
        return;
    QPainter painter(this);
    const double left = std::min(*m_pressed, m_x);
    const double wide = std::abs(m_x - *m_pressed);
    const QRectF box(std::floor(left), 0, std::max(1.0, std::floor(wide)), height());
    QColor fill = theme().accent;
    fill.setAlphaF(kOpacity);
    painter.fillRect(box, fill);
    painter.fillRect(QRectF(box.left(), 0, 1, height()), theme().accent);
    painter.fillRect(QRectF(box.right(), 0, 1, height()), theme().accent);
}

} // namespace widgets

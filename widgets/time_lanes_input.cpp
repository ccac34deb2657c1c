// SPDX-License-Identifier: GPL-3.0-or-later
// The charts over time under pointer and keys: crosshair, brush, and the figure asked for.
#include "widgets/time_lanes.h"

#include "models/time_axis.h"
#include "widgets/crosshair.h"
#include "widgets/lane_brush.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace widgets {

void TimeLanes::chooseLine(int by)
{
    const auto lanes = static_cast<int>(shownLanes().size());
    m_line = static_cast<std::size_t>(
        std::clamp(static_cast<int>(m_line) + by, 0, std::max(0, lanes - 1)));
    drawCrosshair();
}

bool TimeLanes::closeTopmost()
{
    if (dropSpan())
        return true;
    if (!m_crosshairMs || m_crosshairByMouse)
        return unzoom();
    setCrosshair(std::nullopt);
    return true;
}

void TimeLanes::takeEnter()
{
    if (m_spanFromMs && m_crosshairMs)
        zoomSpan();
    else if (m_zoom.isSet() && !m_crosshairMs)
        askSpan();
    else if (!shownLanes().empty())
        ask(models::askedPoint(*m_snapshot, lineOf(shownLanes()[m_line]), crosshairOrNewest()));
}

void TimeLanes::mousePressEvent(QMouseEvent *event)
{
    dropSpan();
    if (event->button() == Qt::LeftButton && m_snapshot && msAt(event->position().x()))
        m_brush->press(event->position().x());
}

void TimeLanes::mouseMoveEvent(QMouseEvent *event)
{
    const double right = width() - frame().right;
    if (m_brush->isPressed())
        m_brush->move(std::clamp(event->position().x(), double(frame().left), right));
    const std::optional<double> ms = msAt(event->position().x());
    if (!m_snapshot || !ms) {
        leaveEvent(nullptr);
        return;
    }
    m_crosshairByMouse = true;
    setCrosshair(ms);
}

void TimeLanes::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_brush->isPressed())
        return;
    const models::ChartLine line = lineAt(event->position().y());
    const auto stretch = m_brush->release();
    const std::optional<double> ms = msAt(event->position().x());
    if (stretch)
        zoom(*msAt(stretch->first), *msAt(stretch->second), line);
    else if (ms) {
        setCrosshair(ms);
        ask(models::askedPoint(*m_snapshot, line, m_crosshairMs.value_or(*ms)));
    }
}

void TimeLanes::leaveEvent(QEvent *)
{
    if (m_crosshairByMouse)
        setCrosshair(std::nullopt);
    m_crosshairByMouse = false;
}

void TimeLanes::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && closeTopmost())
        return;
    if (!m_snapshot) {
        LaneColumn::keyPressEvent(event);
        return;
    }
    const int steps = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int by = event->key() == Qt::Key_Left ? -steps : steps;
        if (event->modifiers() & Qt::ControlModifier)
            return stretchSpan(by);
        dropSpan();
        return stepCrosshair(by);
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        chooseLine(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return takeEnter();
    default:
        LaneColumn::keyPressEvent(event);
    }
}

void TimeLanes::focusInEvent(QFocusEvent *event)
{
    const bool byKey = event->reason() != Qt::MouseFocusReason;
    m_crosshair->setFocusRing(byKey);
    LaneColumn::focusInEvent(event);
}

void TimeLanes::focusOutEvent(QFocusEvent *event)
{
    m_crosshair->setFocusRing(false);
    LaneColumn::focusOutEvent(event);
}

} // namespace widgets

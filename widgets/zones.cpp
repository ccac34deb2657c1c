// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/zones.h"

#include <QApplication>
#include <QWidget>

namespace widgets {

namespace {

QWidget *firstFocusable(QWidget *zone)
{
    if (!zone->isVisible())
        return nullptr;
    if ((zone->focusPolicy() & Qt::TabFocus) != 0)
        return zone;
    for (QWidget *child : zone->findChildren<QWidget *>())
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0)
            return child;
    return nullptr;
}

} // namespace

void focusNextZone(const std::vector<QWidget *> &zones, bool backwards)
{
    const int count = static_cast<int>(zones.size());
    const QWidget *focus = QApplication::focusWidget();
    int now = backwards ? 0 : -1;
    for (int i = 0; focus != nullptr && i < count; ++i) {
        const QWidget *zone = zones[static_cast<std::size_t>(i)];
        if (zone == focus || zone->isAncestorOf(focus))
            now = i;
    }
    for (int step = 1; step <= count; ++step) {
        const int index = (now + (backwards ? count - step : step)) % count;
        if (QWidget *target = firstFocusable(zones[static_cast<std::size_t>(index)])) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible_figures.h"

#include "widgets/accessible_table.h"
#include "widgets/exhibit.h"

#include <QAbstractItemView>

namespace widgets {

namespace {

QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    // Item views bring their own table.
    if (widget == nullptr || qobject_cast<QAbstractItemView *>(widget) != nullptr)
        return nullptr;
    auto *figures = dynamic_cast<FigureSource *>(widget);
    return figures == nullptr ? nullptr : new AccessibleTable(*widget, *figures);
}

} // namespace

void installAccessibleFigures()
{
    QAccessible::installFactory(interfaceOf);
}

} // namespace widgets

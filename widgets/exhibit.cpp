// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exhibit.h"

#include <QWidget>

namespace widgets {

Exhibit *exhibitAround(QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget())
        if (auto *exhibit = dynamic_cast<Exhibit *>(widget))
            return exhibit;
    return nullptr;
}

QWidget *widgetOf(Exhibit *exhibit)
{
    return dynamic_cast<QWidget *>(exhibit);
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/window_text.h"

#include "models/signs.h"

#include <QCoreApplication>

namespace models {

QString windowText(ingest::Window window)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(ingest::spanOf(window));
    if (minutes.count() == 0)
        return QCoreApplication::translate("WindowText", "since the start");
    if (ingest::isLong(window))
        return QString::number(minutes.count() / (24 * 60)) + kNarrow + QLatin1Char('d');
    if (minutes.count() < 60)
        return QString::number(minutes.count()) + kNarrow + QStringLiteral("min");
    return QString::number(minutes.count() / 60) + kNarrow + QLatin1Char('h');
}

} // namespace models

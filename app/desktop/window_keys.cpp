// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_keys.h"

#include <QShortcut>

namespace app {

void WindowKeys::add(const std::vector<QKeySequence> &keys, const QString &does,
                     const std::function<void()> &act)
{
    QStringList names;
    for (const QKeySequence &sequence : keys) {
        QObject::connect(new QShortcut(sequence, m_window), &QShortcut::activated, m_window, act);
        names.append(sequence.toString(QKeySequence::NativeText));
    }
    if (!does.isEmpty())
        list(names.join(QStringLiteral(", ")), does);
}

} // namespace app

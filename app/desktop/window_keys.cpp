// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_keys.h"

#include <QShortcut>

namespace app {

void WindowKeys::add(const std::vector<QKeySequence> &keys, const QString &does,
                     const std::function<void()> &act)
{
    Row row{{}, {}, does};
    for (const QKeySequence &sequence : keys) {
        auto *shortcut = new QShortcut(sequence, m_window);
        QObject::connect(shortcut, &QShortcut::activated, m_window, act);
        row.shortcuts.push_back(shortcut);
    }
    m_rows.push_back(std::move(row));
}

void WindowKeys::setLetterKeys(bool on)
{
    for (const Row &row : m_rows)
        for (QShortcut *shortcut : row.shortcuts)
            if (widgets::isLetterKey(shortcut->key().toString()))
                shortcut->setEnabled(on);
}

std::vector<widgets::PageKey> WindowKeys::listed() const
{
    std::vector<widgets::PageKey> listed;
    for (const Row &row : m_rows) {
        QStringList names;
        for (const QShortcut *shortcut : row.shortcuts)
            if (shortcut->isEnabled())
                names.append(shortcut->key().toString(QKeySequence::NativeText));
        const QString keys = row.shortcuts.empty() ? row.keys : names.join(QStringLiteral(", "));
        if (!keys.isEmpty() && !row.does.isEmpty())
            listed.push_back({keys, row.does});
    }
    return listed;
}

} // namespace app

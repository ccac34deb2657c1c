// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page.h"

#include <QShortcut>

namespace widgets {

bool isLetterKey(const QString &keys)
{
    return keys.size() == 1 && keys.front().unicode() > 0x20 && keys.front().unicode() < 0x7f;
}

void Page::setLetterKeys(bool on)
{
    for (QShortcut *shortcut : findChildren<QShortcut *>())
        if (isLetterKey(shortcut->key().toString()))
            shortcut->setEnabled(on);
}

} // namespace widgets

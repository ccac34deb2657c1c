// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: a translation compiled into the executable, and Qt's own for its
// dialogs where that is installed. GUI thread; lives as long as the windows.
#pragma once

#include <QStringList>
#include <QTranslator>

namespace app {

// "en" and every language there is a translation for.
[[nodiscard]] QStringList languages();

class Language
{
public:
    // One of languages(); empty: the system's, where there is a translation.
    explicit Language(const QString &name);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace app

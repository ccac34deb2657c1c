// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace app {

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

Language::Language(const QString &name)
{
    const QString wanted =
        name.isEmpty() ? QLocale::system().name().section(QLatin1Char('_'), 0, 0) : name;
    const bool known = languages().contains(wanted);
    const QString spoken = known ? wanted : QStringLiteral("en");
    // Names of days and months; numbers look the same in every language.
    QLocale::setDefault(QLocale(spoken));
    if (!m_own.load(QStringLiteral(":/translations/bellwether_") + spoken))
        return;
    QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(QStringLiteral("qtbase_") + spoken,
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace app

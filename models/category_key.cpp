// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_key.h"

#include "ingest/snapshot_signals.h"

namespace models {

QString categoryLetter(std::uint32_t ordinal)
{
    if (ordinal >= ingest::kUnmetCategories)
        return QStringLiteral("\u00b7"); // of history only: it gets its letter when it comes again
    QString letters;
    for (std::uint64_t rest = std::uint64_t{ordinal} + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return letters;
}

QString categoryName(const std::string &category)
{
    QString name = QString::fromStdString(category);
    name.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace models

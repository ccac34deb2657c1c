// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_key.h"

namespace models {

QString categoryLetter(std::uint32_t ordinal)
{
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

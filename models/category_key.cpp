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

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
// The square with a category's key letter, beside its name in tables and at its band in charts.
// GUI thread.
#pragma once

#include <cstdint>
#include <optional>

class QPainter;
class QRectF;

namespace widgets {

struct Theme;

// Without an ordinal: the swatch of "(other)", with a dot for a letter.
void drawCategorySwatch(QPainter &painter, const QRectF &box, std::optional<std::uint32_t> ordinal,
                        const Theme &theme);

} // namespace widgets

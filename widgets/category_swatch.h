// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of a category: the square with its key letter, beside its name in tables and at its
// band in charts, and the badge that says that it is new. GUI thread.
#pragma once

#include "ingest/snapshot_signals.h"

#include <cstdint>
#include <optional>

class QPainter;
class QRectF;
class QString;

namespace widgets {

struct Theme;

// Without an ordinal: the swatch of "(other)", with a dot for a letter.
void drawCategorySwatch(QPainter &painter, const QRectF &box, std::optional<std::uint32_t> ordinal,
                        const Theme &theme);

// The word of a new or regressed category, filled or outlined, from (left, middle) to the right;
// gives its width in px.
int drawStateBadge(QPainter &painter, int left, int middle, const QString &word,
                   ingest::CategoryState state, const Theme &theme);

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// Diagonal hatches that stay sharp and equally dense at every scale factor; Qt's own pattern
// brushes do not scale. GUI thread.
#pragma once

#include <QBrush>

class QPainter;
class QRectF;

namespace widgets {

// Lines at 45 degrees, `pitch` logical pixels apart; one texture per colour, pitch and ratio.
[[nodiscard]] QBrush hatchBrush(const QColor &colour, double devicePixelRatio, int pitch = 6);

// The same over a box; as lines where a drawing is saved, which knows no textures.
void fillHatched(QPainter &painter, const QRectF &box, const QColor &colour,
                 double devicePixelRatio, int pitch = 6);

} // namespace widgets

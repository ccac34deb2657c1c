// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of a status: disc, triangle, diamond or ring of five dashes, in its colour. Painted,
// because font glyphs differ in size and baseline. GUI thread.
#pragma once

#include "models/status.h"

class QColor;
class QPainter;
class QRectF;

namespace widgets {

struct Theme;

// Fills the square in the middle of `box`; 11 to 13 px beside text.
void drawStatusShape(QPainter &painter, const QRectF &box, models::Status status,
                     const Theme &theme);
// The same in a colour of its own, for shapes on a filled band.
void drawStatusShape(QPainter &painter, const QRectF &box, models::Status status,
                     const QColor &colour);

// Up where `direction` is positive, else down: which way a figure went, not whether that is good.
void drawDeltaArrow(QPainter &painter, const QRectF &box, int direction, const QColor &colour);

} // namespace widgets

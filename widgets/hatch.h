// SPDX-License-Identifier: GPL-3.0-or-later
// Diagonal hatches that stay sharp and equally dense at every scale factor; Qt's own pattern
// brushes do not scale. GUI thread.
#pragma once

#include <QBrush>

namespace widgets {

// Lines at 45 degrees, `pitch` logical pixels apart; one texture per colour, pitch and ratio.
[[nodiscard]] QBrush hatchBrush(const QColor &colour, double devicePixelRatio, int pitch = 6);

} // namespace widgets

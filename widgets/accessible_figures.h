// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the figures behind painted charts and panels a table for screen readers. GUI thread.
#pragma once

namespace widgets {

// Once, before the first window. Widgets that are a FigureSource are found by it.
void installAccessibleFigures();

} // namespace widgets

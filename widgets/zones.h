// SPDX-License-Identifier: GPL-3.0-or-later
// F6: the focus jumps between the parts of a window. GUI thread.
#pragma once

#include <vector>

class QWidget;

namespace widgets {

// Gives the focus to the zone after (or before) the one that has it now, else to the first; hidden
// zones, and those in which nothing takes the focus, are passed over.
void focusNextZone(const std::vector<QWidget *> &zones, bool backwards);

} // namespace widgets

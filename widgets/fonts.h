// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the fonts compiled into the executable known to Qt. GUI thread, once, after QApplication.
#pragma once

namespace widgets {

// False when a font could not be read, which then falls back to the system's.
bool loadFonts();

} // namespace widgets

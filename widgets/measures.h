// SPDX-License-Identifier: GPL-3.0-or-later
// The measures that panels share, in logical pixels (VISUAL.md, section 6). What is one widget's
// alone stays in its file, under a name of its own.
#pragma once

namespace widgets {

inline constexpr int kPadding = 16;         // from a panel's rule to what it holds
inline constexpr int kTableRow = 28;        // the least height of a table's row
inline constexpr int kBarHeight = 44;       // the top bar and a page's toolbar
inline constexpr int kSmallestText = 11;    // px, to which texts shrink before they are cut
inline constexpr int kCompactWindow = 1500; // below this width words and columns give way

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// The signs that figures are written with (VISUAL.md, section 9).
#pragma once

#include <QChar>

namespace models {

inline constexpr QChar kNarrow(0x202f); // the narrow no-break space before a unit
inline constexpr QChar kDash(0x2013);   // where there is no figure
inline constexpr QChar kMinus(0x2212);

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
// Whether figures can be read from where people stand: the angle a letter is seen under.
// Plain functions; any thread.
#pragma once

#include <QString>

#include <optional>

namespace models {

inline constexpr double kReadableArcMinutes = 20;
inline constexpr double kCapHeightOfFont = 0.727; // em, of the shipped typeface

// Of a capital letter of a font of `fontPx`, on a panel with pixels of `pixelMm`.
[[nodiscard]] double arcMinutes(double fontPx, double pixelMm, double distanceMm);

// "5m", "4.5 m", "350cm"; in millimetres. Empty where it is not a distance from 0.3 m to 100 m.
[[nodiscard]] std::optional<double> distanceFrom(const QString &text);

// Empty where everything of at least `fontPx` can be read; else what is too small and what would
// help. `pixelMm` of zero or less: the screen does not tell its size.
[[nodiscard]] QString tooSmall(double fontPx, double pixelMm, double distanceMm);

} // namespace models

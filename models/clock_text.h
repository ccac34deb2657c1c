// SPDX-License-Identifier: GPL-3.0-or-later
// Times of day and ages as the pages write them. Plain functions; any thread.
#pragma once

#include <QString>

#include <chrono>

namespace models {

// "14:27" in local time; `ms` since 1970.
[[nodiscard]] QString clockText(double ms);
// "14:27:08".
[[nodiscard]] QString clockTextSeconds(double ms);
// "0:42", "4:12", "2 h 11 min", "6 d".
[[nodiscard]] QString ageText(double seconds);
// "0.2 s", "29 min", "2 h 11 min", "6 d".
[[nodiscard]] QString spanText(double seconds);
// "30 s", "5 min": of a span that was chosen, not measured.
[[nodiscard]] QString wholeSpanText(std::chrono::seconds span);

} // namespace models

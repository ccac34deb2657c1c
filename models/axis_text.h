// SPDX-License-Identifier: GPL-3.0-or-later
// The short texts at charts' ticks and line ends: two or three significant digits, a narrow space
// before the unit. Plain functions; any thread.
#pragma once

#include <QString>

#include <cstdint>

namespace models {

// "3.30 %": two decimals below 10 %, one above.
[[nodiscard]] QString percentText(double percent);
// That of a part in a whole; 0 % of nothing.
[[nodiscard]] QString shareText(std::uint64_t part, std::uint64_t whole);
// "3.5 %": as many decimals as ticks `step` apart need.
[[nodiscard]] QString percentTick(double percent, double step);

// "84 ms", "2.17 s", "3.4 min".
[[nodiscard]] QString durationText(double ms);
// "84 ms", "0.6 s", "2.2 s", "15 s": two digits, where there is hardly any room.
[[nodiscard]] QString durationBrief(double ms);
// "500 ms", "2 s", "15 min": no more digits than a round value has.
[[nodiscard]] QString durationTick(double ms);

// "92", "1,082", "38.9 k", "4.1 M"; one decimal below 10 unless whole.
[[nodiscard]] QString shortCount(double count);

// "284,900": every digit, for tables.
[[nodiscard]] QString wholeCount(std::uint64_t count);

// "€9.7 k", "€87", "9.7 k CHF" where the currency has no sign of its own; plain for "XXX".
[[nodiscard]] QString shortMoney(double amount, const QString &currency);
// "€1,234.50": every digit.
[[nodiscard]] QString wholeMoney(double amount, int decimals, const QString &currency);

} // namespace models

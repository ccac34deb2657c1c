// SPDX-License-Identifier: GPL-3.0-or-later
// The rolling spans a view can show, and the step at which their charts are drawn.
// Plain values; any thread.
#pragma once

#include "ingest/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ingest {

// `all` is everything since the engine started.
enum class Window : std::uint8_t {
    all,
    oneMinute,
    fiveMinutes,
    fifteenMinutes,
    oneHour,
    oneDay,
    sevenDays,
    thirtyDays
};

// Those the engine keeps.
inline constexpr std::array<Window, 6> kWindows{Window::all,         Window::oneMinute,
                                                Window::fiveMinutes, Window::fifteenMinutes,
                                                Window::oneHour,     Window::oneDay};

// Those that only history can answer.
inline constexpr std::array<Window, 2> kLongWindows{Window::sevenDays, Window::thirtyDays};
[[nodiscard]] constexpr bool isLong(Window window)
{
    return window == Window::sevenDays || window == Window::thirtyDays;
}

// "all", "1m", "5m", "15m", "1h", "24h", "7d", "30d".
[[nodiscard]] std::string_view nameOf(Window window);
[[nodiscard]] std::optional<Window> windowNamed(std::string_view name);

// Length of the window; zero for `all`.
[[nodiscard]] Seconds spanOf(Window window);

// The shortest rolling window that holds as much; a day where none does.
[[nodiscard]] Window windowHolding(Seconds span);

// Width of one chart point: 1 s, 5 s, 5 s, 10 s, 300 s, 1 h, 4 h; `all` charts like one hour.
[[nodiscard]] Seconds chartStepOf(Window window);

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/window.h"

#include <algorithm>

namespace ingest {

namespace {

struct Row
{
    Window window;
    std::string_view name;
    Seconds span;
    Seconds chartStep;
};

using namespace std::chrono_literals;

constexpr std::array<Row, 8> kRows{{
    {Window::all, "all", 0s, 10s},
    {Window::oneMinute, "1m", 60s, 1s},
    {Window::fiveMinutes, "5m", 300s, 5s},
    {Window::fifteenMinutes, "15m", 900s, 5s},
    {Window::oneHour, "1h", 3600s, 10s},
    {Window::oneDay, "24h", 86400s, 300s},
    {Window::sevenDays, "7d", 7 * 86400s, 3600s},
    {Window::thirtyDays, "30d", 30 * 86400s, 4 * 3600s},
}};

const Row &rowOf(Window window)
{
    return kRows[static_cast<std::size_t>(window)];
}

} // namespace

std::string_view nameOf(Window window)
{
    return rowOf(window).name;
}

std::optional<Window> windowNamed(std::string_view name)
{
    const auto *row = std::ranges::find(kRows, name, &Row::name);
    if (row == kRows.end())
        return std::nullopt;
    return row->window;
}

Seconds spanOf(Window window)
{
    return rowOf(window).span;
}

Window windowHolding(Seconds span)
{
    const auto *const found = std::ranges::find_if(kWindows, [span](Window window) {
        return window != Window::all && spanOf(window) >= span;
    });
    return found == kWindows.end() ? Window::oneDay : *found;
}

Seconds chartStepOf(Window window)
{
    return rowOf(window).chartStep;
}

} // namespace ingest

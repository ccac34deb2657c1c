// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/units.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace ingest::config {

namespace {

struct Unit
{
    std::string_view name;
    std::int64_t size;
};

constexpr std::array<Unit, 5> kTimes{
    {{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1'000}, {"ms", 1}}};
constexpr std::array<Unit, 4> kSizes{
    {{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"B", 1}}};

template <std::size_t N>
std::optional<std::int64_t> parse(std::string_view text, const std::array<Unit, N> &units,
                                  std::int64_t most)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0)
        return std::nullopt;
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    for (const Unit &known : units)
        if (known.name == unit)
            return number <= most / known.size ? std::optional(number * known.size) : std::nullopt;
    return std::nullopt;
}

// In the largest unit that divides it.
template <std::size_t N>
std::string text(std::int64_t value, const std::array<Unit, N> &units)
{
    for (const Unit &unit : units)
        if (value % unit.size == 0 && (value != 0 || unit.size == 1))
            return std::to_string(value / unit.size) + std::string(unit.name);
    return std::to_string(value);
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(std::string_view from)
{
    const auto value = parse(from, kTimes, 10'000 * kTimes[0].size);
    return value ? std::optional(std::chrono::milliseconds(*value)) : std::nullopt;
}

std::string durationText(std::chrono::milliseconds duration)
{
    return text(duration.count(), kTimes);
}

std::optional<std::size_t> parseBytes(std::string_view from)
{
    const auto value = parse(from, kSizes, std::int64_t{1} << 50);
    return value ? std::optional(static_cast<std::size_t>(*value)) : std::nullopt;
}

std::string bytesText(std::size_t bytes)
{
    return text(static_cast<std::int64_t>(bytes), kSizes);
}

} // namespace ingest::config

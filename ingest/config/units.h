// SPDX-License-Identifier: GPL-3.0-or-later
// Durations and sizes as the configuration writes them. Pure functions.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ingest::config {

// A whole number and one of ms, s, m, h, d. Empty where it is anything else or over 10,000 days.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(std::string_view text);
[[nodiscard]] std::string durationText(std::chrono::milliseconds duration);

// A whole number and one of B, KiB, MiB, GiB.
[[nodiscard]] std::optional<std::size_t> parseBytes(std::string_view text);
[[nodiscard]] std::string bytesText(std::size_t bytes);

} // namespace ingest::config

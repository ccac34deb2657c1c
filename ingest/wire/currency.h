// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 4217: which codes are currencies' and how many decimals their minor unit stands for.
#pragma once

#include "ingest/wire/event.h"

#include <optional>
#include <string_view>

namespace ingest::wire {

// 0 for JPY, 3 for KWD, 2 for EUR and for every code that is not in the table of exceptions.
[[nodiscard]] int exponentOf(CurrencyCode currency);

// Three ASCII letters of either case, as a code in upper case.
[[nodiscard]] std::optional<CurrencyCode> parseCurrency(std::string_view text);

} // namespace ingest::wire

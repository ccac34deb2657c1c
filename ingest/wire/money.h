// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the amounts of money that events carry, exactly as they were written. Pure.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/members.h"

#include <optional>

namespace ingest::wire {

// A number, or a text that is one, in minor units of the currency, a half rounded away from zero.
// Empty where it is neither or beyond 64 bits.
[[nodiscard]] std::optional<Money> moneyOf(const Attribute &amount, CurrencyCode currency);

} // namespace ingest::wire

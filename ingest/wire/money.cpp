// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/money.h"

#include "ingest/wire/currency.h"
#include "ingest/wire/decimal.h"

namespace ingest::wire {

std::optional<Money> moneyOf(const Attribute &amount, CurrencyCode currency)
{
    if (amount.kind != ValueKind::number && amount.kind != ValueKind::string)
        return std::nullopt;
    const std::optional<Decimal> decimal = parseDecimal(amount.text);
    if (!decimal)
        return std::nullopt;
    const auto minor = decimal->scaled(exponentOf(currency), Rounding::halfAwayFromZero);
    if (!minor)
        return std::nullopt;
    return Money{*minor, currency};
}

} // namespace ingest::wire

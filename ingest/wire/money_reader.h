// SPDX-License-Identifier: GPL-3.0-or-later
// Reads amount after amount of money, quicker where the currency is the one of the amount before:
// it mostly is. One per user.
#pragma once

#include "ingest/wire/currency.h"
#include "ingest/wire/decimal.h"
#include "ingest/wire/event.h"

#include <cstring>
#include <limits>
#include <optional>
#include <string_view>

namespace ingest::wire {

class MoneyReader
{
public:
    // The currency of the amounts that follow, as the event has it; none where it is empty.
    void setCurrency(std::string_view text)
    {
        if (text.size() == m_text.size() && std::memcmp(text.data(), m_text.data(), 3) == 0)
            return;
        m_currency = parseCurrency(text).value_or(CurrencyCode{});
        m_exponent = exponentOf(m_currency);
        m_text = {};
        if (text.size() == m_text.size())
            std::memcpy(m_text.data(), text.data(), m_text.size());
    }

    [[nodiscard]] CurrencyCode currency() const { return m_currency; }

    // In minor units of the currency; empty beyond 64 bits.
    [[nodiscard]] std::optional<std::int64_t> minorOf(const Decimal &amount) const
    {
        constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
        if (amount.exponent + m_exponent != 0 || amount.digits > kMost)
            return amount.scaled(m_exponent, Rounding::halfAwayFromZero);
        const auto minor = static_cast<std::int64_t>(amount.digits);
        return amount.negative ? -minor : minor;
    }

private:
    std::array<char, 3> m_text{}; // of the currency; zeros where it has another size
    CurrencyCode m_currency;
    int m_exponent = 2;
};

} // namespace ingest::wire

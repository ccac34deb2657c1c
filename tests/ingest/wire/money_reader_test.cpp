// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/money_reader.h"

#include "ingest/wire/money.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace ingest::wire;

TEST(MoneyReader, ReadsAsIfEachAmountWereTheFirst)
{
    MoneyReader reader;
    const char *const amounts[] = {"59.90",
                                   "500",
                                   "1.005",
                                   "-3.20",
                                   "0",
                                   "-0",
                                   "1e3",
                                   "0.5",
                                   "9223372036854775807",
                                   "9223372036854775808",
                                   "1e30"};
    // Each after each other.
    const char *const currencies[] = {"EUR", "JPY", "", "eur", "KWD", "EURO", "XX", "CLF", "€"};
    for (const char *before : currencies)
        for (const char *currency : currencies)
            for (const char *amount : amounts) {
                reader.setCurrency(before);
                reader.setCurrency(currency);
                const auto wanted = moneyOf({"amount", amount, 0, ValueKind::number},
                                            parseCurrency(currency).value_or(CurrencyCode{}));
                const auto minor = reader.minorOf(parseDecimal(amount).value());
                EXPECT_EQ(minor, wanted ? std::optional(wanted->minor) : std::nullopt)
                    << amount << ' ' << currency << " after " << before;
                if (wanted) {
                    EXPECT_EQ(reader.currency(), wanted->currency)
                        << currency << " after " << before;
                }
            }
}

} // namespace

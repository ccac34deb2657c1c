// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/money.h"

#include "ingest/wire/currency.h"

#include <gtest/gtest.h>

#include <optional>

namespace {

using namespace ingest::wire;

struct MoneyRow
{
    const char *name;
    const char *amount;
    const char *currency;
    std::optional<std::int64_t> minor; // empty: no money
};

class Money : public testing::TestWithParam<MoneyRow>
{
};

TEST_P(Money, IsReadFromItsDigits)
{
    const Attribute amount{"amount", GetParam().amount, 0, ValueKind::string};
    const auto money = moneyOf(amount, parseCurrency(GetParam().currency).value_or(CurrencyCode{}));
    EXPECT_EQ(money ? std::optional(money->minor) : std::nullopt, GetParam().minor);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Money,
    testing::Values(
        MoneyRow{"euro", "59.90", "EUR", 5990}, MoneyRow{"yen", "500", "JPY", 500},
        MoneyRow{"dinar", "1.5", "KWD", 1500}, MoneyRow{"unidadDeFomento", "1", "CLF", 10'000},
        MoneyRow{"noCurrency", "1.5", "", 150}, MoneyRow{"unknownCurrency", "1", "ZZZ", 100},
        MoneyRow{"lowerCase", "500", "jpy", 500},
        // 1.005 as a double is less than it; its digits are not.
        MoneyRow{"halfUpFromTheDigits", "1.005", "EUR", 101},
        MoneyRow{"halfAwayFromZero", "-2.675", "EUR", -268},
        MoneyRow{"belowHalf", "1.00499999999999999999", "EUR", 100},
        MoneyRow{"yenRounds", "0.5", "JPY", 1}, MoneyRow{"tiny", "1e-400", "EUR", 0},
        MoneyRow{"exponent", "1.5E2", "EUR", 15'000}, MoneyRow{"zero", "-0.00", "EUR", 0},
        MoneyRow{"largest", "92233720368547758.07", "EUR", INT64_MAX},
        MoneyRow{"tooLarge", "92233720368547758.08", "EUR", {}},
        MoneyRow{"farTooLarge", "1e400", "EUR", {}}, MoneyRow{"word", "free", "EUR", {}},
        MoneyRow{"thousands", "1,000.00", "EUR", {}}, MoneyRow{"withSymbol", "5 EUR", "EUR", {}},
        MoneyRow{"empty", "", "EUR", {}}),
    [](const auto &row) { return std::string(row.param.name); });

TEST(Currency, KnowsTheMinorUnits)
{
    const auto exponent = [](std::string_view code) { return exponentOf(*parseCurrency(code)); };
    EXPECT_EQ(exponent("EUR"), 2);
    EXPECT_EQ(exponent("jpy"), 0);
    EXPECT_EQ(exponent("KWD"), 3);
    EXPECT_EQ(exponent("CLF"), 4);
    EXPECT_EQ(exponentOf(CurrencyCode{}), 2);
}

TEST(Currency, IsThreeLetters)
{
    for (const char *text : {"", "EU", "EURO", "E1R", "E\xc3\xa4", "[[[", "12@"})
        EXPECT_EQ(parseCurrency(text), std::nullopt) << text;
    EXPECT_EQ(parseCurrency("eUr")->view(), "EUR");
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/category_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace {

using namespace ingest;
using metrics::CategoryTable;

constexpr Timestamp kCategoryTableStart{std::chrono::seconds(1'790'000'000)};

std::uint32_t fail(CategoryTable &table, std::string_view category, std::string_view message,
                   Timestamp time = kCategoryTableStart)
{
    wire::Event event;
    event.type = "payment.failed";
    event.failure = wire::Failure{category, message};
    return table.observe(event, time);
}

TEST(CategoryTable, TakesTheGivenCategoryElseTheFingerprintElseTheType)
{
    CategoryTable table(10, 1);
    EXPECT_EQ(fail(table, "declined", "card 1 was declined"), 0u);
    EXPECT_EQ(fail(table, "", "card 17 expired"), 1u);
    EXPECT_EQ(fail(table, "", "card 4 expired"), 1u);
    EXPECT_EQ(fail(table, "", ""), 2u);
    EXPECT_EQ(table.categories()[0].fingerprint, "card <num> was declined");
    EXPECT_EQ(table.categories()[1].name, "card <num> expired");
    EXPECT_EQ(table.categories()[2].name, "payment.failed");
}

TEST(CategoryTable, AnEventIsNamedAsItIsCounted)
{
    CategoryTable table(10, 1);
    const std::string overlong(5000, 'x');
    for (const wire::Failure &failure :
         {wire::Failure{"declined", "card 1 was declined"}, wire::Failure{"", "card 17 expired"},
          wire::Failure{"", ""}, wire::Failure{overlong, ""}, wire::Failure{"", overlong}}) {
        wire::Event event;
        event.type = "payment.failed";
        event.failure = failure;
        const std::uint32_t id = table.observe(event, kCategoryTableStart);
        EXPECT_EQ(metrics::categoryNameOf(event), table.categories()[id].name);
    }
}

TEST(CategoryTable, PutsWhatIsBeyondItsCapUnderOther)
{
    CategoryTable table(2, 1);
    fail(table, "a", "");
    fail(table, "b", "");
    EXPECT_EQ(fail(table, "c", ""), 2u);
    EXPECT_EQ(fail(table, "d", ""), 2u);
    EXPECT_EQ(fail(table, "a", ""), 0u);
    EXPECT_EQ(table.categories()[2].name, "(other)");
    EXPECT_EQ(table.categories()[2].count, 2u);
    EXPECT_EQ(table.overflow(), 2u);
}

TEST(CategoryTable, KeepsOverlongNamesShortAndWhole)
{
    CategoryTable table(2, 1);
    std::string euros;
    while (euros.size() < 900'000)
        euros += "\xe2\x82\xac";
    wire::Event event;
    event.type = euros;
    event.failure = wire::Failure{euros, euros};
    table.observe(event, kCategoryTableStart);
    const CategoryTable::Category &category = table.categories()[0];
    EXPECT_EQ(category.name, euros.substr(0, 198)) << "no part of a character";
    EXPECT_LE(category.type.size(), 256u);
    EXPECT_LE(category.fingerprint.size(), 200u);
}

TEST(CategoryTable, KnowsWhenItWasSeenWhateverTheOrder)
{
    CategoryTable table(2, 1);
    fail(table, "a", "second", kCategoryTableStart + std::chrono::seconds(5));
    fail(table, "a", "first", kCategoryTableStart);
    const CategoryTable::Category &category = table.categories()[0];
    EXPECT_EQ(category.seen.first(), kCategoryTableStart);
    EXPECT_EQ(category.seen.last(), kCategoryTableStart + std::chrono::seconds(5));
    EXPECT_EQ(category.fingerprint, "second");
}

TEST(CategoryTable, NamesOfOneInstantTheSameEventWhateverTheOrder)
{
    struct Origin
    {
        const char *type;
        const char *source;
        const char *message;
    };
    constexpr std::array<Origin, 4> kOrigins{{{"payment.failed", "/shop/app", "declined"},
                                              {"checkout.failed", "/shop/web", "declined"},
                                              {"checkout.failed", "/shop/pay", "declined"},
                                              {"checkout.failed", "/shop/app", "refused"}}};
    std::array<std::size_t, 4> order{0, 1, 2, 3};
    do {
        CategoryTable table(2, 1);
        for (const std::size_t i : order) {
            wire::Event event;
            event.type = kOrigins[i].type;
            event.source = kOrigins[i].source;
            event.failure = wire::Failure{"a", kOrigins[i].message};
            table.observe(event, kCategoryTableStart);
        }
        const CategoryTable::Category &category = table.categories()[0];
        EXPECT_EQ(category.fingerprint, "declined");
        EXPECT_EQ(category.type, "checkout.failed");
        EXPECT_EQ(category.source, "/shop/pay");
    } while (std::ranges::next_permutation(order).found);
}

} // namespace

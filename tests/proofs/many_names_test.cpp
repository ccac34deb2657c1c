// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers can name without end - journeys, values, types, sources, messages - takes bounded
// memory in the whole engine: totals stay exact, estimates say so, the ledger says what went over.
#include "tests/proofs/support/attack.h"
#include "tests/proofs/support/seed.h"

#include <random>

namespace {

using namespace ingest;
using test::Attack;

// Counted exactly; a sanitizer is too slow to pass it everywhere.
constexpr std::uint64_t kUniques = 100'000;

std::string number(const char *before, std::uint64_t count)
{
    return before + std::to_string(count);
}

class ManyNames : public Attack
{
};

TEST_F(ManyNames, TenMillionDistinctJourneys)
{
    keepHistory();
    const std::uint64_t journeys = many(10'000'000);
    for (std::uint64_t i = 0; i < journeys; ++i)
        send(R"("type":"session.started","source":"/s","session":)" + number("\"j", i) + '"');
    const auto all = snapshot();
    const auto &funnel = valueOf<FunnelSnapshot>(*all, "checkout");
    EXPECT_EQ(funnel.steps.front().journeys, journeys);
    EXPECT_EQ(valueOf<RateSnapshot>(*all, "sessions").count, journeys);
    const auto &active = valueOf<UniquesSnapshot>(*all, "active_journeys");
    EXPECT_FALSE(active.exact);
    EXPECT_NEAR(static_cast<double>(active.count), static_cast<double>(journeys),
                static_cast<double>(journeys) * 0.016 * 4);
    if (!test::sanitized()) {
        EXPECT_TRUE(funnel.bounded);
        EXPECT_GE(all->ledger.evictedJourneys, journeys - 1'000'000);
    }
    EXPECT_EQ(valueOf<RateSnapshot>(*snapshot(Window::oneMinute), "sessions").count,
              std::min<std::uint64_t>(journeys, 60 * 100'000));
    EXPECT_GT(endHistory(), 0u);
    expectHeld(journeys);
}

std::uint64_t countOf(const SignalValue &value)
{
    if (const auto *rate = std::get_if<RateSnapshot>(&value))
        return rate->count;
    if (const auto *latency = std::get_if<LatencySnapshot>(&value))
        return latency->count;
    if (const auto *sum = std::get_if<SumSnapshot>(&value))
        return sum->count;
    const auto &ratio = std::get<RatioSnapshot>(value).value;
    return ratio.good + ratio.bad;
}

TEST_F(ManyNames, AMillionDistinctValuesOfOneAttribute)
{
    keepHistory();
    const std::uint64_t values = many(1'000'000);
    setRate(20'000);
    std::uint64_t sent = 0;
    for (const int round : {0, 1})
        for (std::uint64_t i = 0; i < values; ++i, ++sent)
            send(R"("type":"page.loaded","source":"/s","session":)" + number("\"j", i) +
                 R"(","data":{"amount":1.5,"x_ms":)" + number("", (i + sent) % 900) +
                 number(R"(,"round":)", static_cast<std::uint64_t>(round)) + R"(,"sku":)" +
                 number("\"s", i) + "\"}");
    for (const Window window : {Window::all, Window::oneHour}) {
        const auto shown = snapshot(window);
        for (const char *name : {"every_rate", "every_ratio", "every_latency", "every_sum"}) {
            SCOPED_TRACE(name);
            const Breakdown &rows = by(*shown, name);
            EXPECT_LE(rows.rows.size(), 21u);
            EXPECT_EQ(rows.rows.back().value, "(other)");
            std::uint64_t total = 0;
            for (const BreakdownRow &row : rows.rows)
                total += countOf(row.signal);
            EXPECT_EQ(total, sent);
        }
        EXPECT_EQ(valueOf<RateSnapshot>(*shown, "every_rate").count, sent);
        EXPECT_EQ(valueOf<SumSnapshot>(*shown, "every_sum").sums.at(0).minor,
                  static_cast<std::int64_t>(sent * 150));
        for (const BreakdownRow &row : by(*shown, "every_uniques").rows)
            EXPECT_TRUE(values <= kUniques || !std::get<UniquesSnapshot>(row.signal).exact);
    }
    EXPECT_GE(snapshot()->ledger.overflow, values - 10'000);
    EXPECT_GT(endHistory(), 0u);
    expectHeld(sent);
}

TEST_F(ManyNames, AHundredThousandValuesInOneJourney)
{
    const std::uint64_t values = many(100'000);
    setRate(1'000);
    for (std::uint64_t i = 0; i < values; ++i)
        send(R"("type":"page.viewed","source":"/s","session":"j","sku":)" + number("\"s", i) + '"');
    const auto all = snapshot();
    EXPECT_EQ(valueOf<FunnelSnapshot>(*all, "every_funnel").steps.front().journeys, 1u);
    EXPECT_LE(by(*all, "every_funnel").rows.size(), 21u);
    EXPECT_EQ(by(*all, "every_funnel").rows.back().value, "(other)");
    EXPECT_FALSE(valueOf<FunnelSnapshot>(*all, "every_funnel").bounded) << "all but the values";
    if (values > 10'000) {
        EXPECT_GE(all->ledger.overflow, 2 * values - 10'000 - 16) << "here and in other signals";
    }
    expectHeld(values);
}

// At most two million are remembered: each time there are so many, those that came last stay.
TEST_F(ManyNames, TenMillionDistinctIdsAndManyOfThemAgain)
{
    const std::uint64_t ids = many(10'000'000);
    const std::uint64_t again = many(300'000);
    const std::uint64_t same = many(1'000'000);
    const auto sendId = [this](std::uint64_t id) {
        send(R"("type":"page.viewed","source":"/s","session":"j","event_id":)" + number("\"e", id) +
             '"');
    };
    for (std::uint64_t i = 0; i < ids; ++i)
        sendId(i);
    for (std::uint64_t i = ids - again; i < ids; ++i)
        sendId(i);
    for (std::uint64_t i = 0; i < same; ++i)
        sendId(ids - 1);
    const auto all = snapshot();
    EXPECT_EQ(all->ledger.accepted, ids);
    EXPECT_EQ(all->ledger.duplicate, again + same);
    EXPECT_EQ(valueOf<RateSnapshot>(*all, "every_rate").count, ids);
    const std::uint64_t cap = config::Limits{}.duplicateIds;
    EXPECT_GE(all->ledger.overflow, (ids - 1) / cap) << "each time the memory was cut short";
    EXPECT_EQ(all->ledger.overflow > 0, ids > cap);
    expectHeld(ids + again + same);
}

TEST_F(ManyNames, AMillionEventTypes)
{
    const std::uint64_t types = many(1'000'000);
    for (std::uint64_t i = 0; i < types; ++i)
        send(R"("source":"/s","session":"j","type":)" + number("\"t", i) + '"');
    const auto all = snapshot();
    EXPECT_EQ(valueOf<RateSnapshot>(*all, "every_rate").count, types);
    EXPECT_EQ(all->types.front().type, "(other)");
    EXPECT_EQ(all->types.front().count, types - 2'000);
    EXPECT_EQ(all->ledger.overflow, types - 2'000);
    expectHeld(types);
}

TEST_F(ManyNames, AHundredThousandSources)
{
    const std::uint64_t sources = many(100'000);
    constexpr std::uint64_t kEach = 5;
    for (std::uint64_t round = 1; round <= kEach; ++round)
        for (std::uint64_t i = 0; i < sources; ++i)
            send(R"("type":"page.viewed","sequence":)" + number("", round * 2) + R"(,"source":)" +
                 number("\"/s/", i) + '"');
    const auto all = snapshot();
    EXPECT_EQ(all->ledger.accepted, sources * kEach);
    EXPECT_EQ(all->ledger.overflow, (sources - 2'000) * kEach);
    EXPECT_FALSE(all->ledger.lossKnown) << "of the sources without an account";
    EXPECT_EQ(all->ledger.lost, 2'000 * (kEach - 1)) << "of those with one";
    EXPECT_EQ(all->sourcesTotal, 2'000u);
    ASSERT_LE(all->sources.size(), 200u);
    EXPECT_EQ(all->sources.front().source, "(other)");
    EXPECT_EQ(all->sources.front().received, (sources - 2'000) * kEach);
    EXPECT_FALSE(all->sources.front().lost.has_value());
    expectHeld(sources * kEach);
}

TEST_F(ManyNames, AMillionMessagesFromAMillionWords)
{
    const std::uint64_t messages = many(1'000'000);
    std::mt19937_64 random(test::firstSeed());
    const auto word = [&random] {
        std::string letters(1, ' ');
        for (std::uint64_t left = random() % 1'000'000 + 26; left > 0; left /= 26)
            letters += static_cast<char>('a' + left % 26);
        return letters;
    };
    for (std::uint64_t i = 0; i < messages; ++i) {
        std::string message;
        for (int words = 0; words < 8; ++words)
            message += word();
        send(R"("type":"payment.failed","source":"/s","session":)" + number("\"j", i) +
             R"(","data":{"message":")" + message + "\"}");
    }
    const auto all = snapshot();
    EXPECT_EQ(all->metrics->failuresCount, messages);
    EXPECT_LE(all->metrics->categories.size(), 501u);
    EXPECT_EQ(all->metrics->categories.front().category, "(other)");
    EXPECT_TRUE(messages <= kUniques || !all->metrics->categories.front().journeysExact);
    EXPECT_GE(all->ledger.overflow, messages - 501);
    std::uint64_t total = 0;
    for (const CategorySnapshot &category : all->metrics->categories)
        total += category.count;
    EXPECT_EQ(total, messages);
    expectHeld(messages);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// What failures cost, against an oracle that looks at every event again.
#include "ingest/incidents/affected_journeys.h"

#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using incidents::AffectedJourneys;
using incidents::Subject;

Second second(int n)
{
    return std::chrono::floor<Seconds>(test::at(n));
}

wire::Money euros(std::int64_t minor)
{
    return {minor, {{'E', 'U', 'R'}}};
}

struct Happening
{
    bool completes = false;
    std::uint32_t subject = 0;
    std::uint64_t journey = 0;
    Second at{};
    std::optional<wire::Money> worth;
};

// For each journey: its latest failure of the subject, and what came of it.
Cost oracle(const std::vector<Happening> &all, std::uint32_t subject, Second from, Second to,
            Second asOf, Seconds maturing)
{
    Cost cost;
    std::map<wire::CurrencyCode, std::int64_t> lost;
    std::map<wire::CurrencyCode, std::int64_t> atRisk;
    for (std::uint64_t journey = 1; journey <= 40; ++journey) {
        std::optional<Second> latest;
        std::optional<std::tuple<Second, std::int64_t, wire::CurrencyCode>> worth;
        std::optional<Second> completed;
        for (const Happening &one : all) {
            if (one.journey != journey)
                continue;
            if (one.completes)
                completed = std::max(completed.value_or(one.at), one.at);
            else if (one.subject == subject) {
                latest = std::max(latest.value_or(one.at), one.at);
                if (one.worth)
                    worth = std::max(
                        worth.value_or(std::tuple(one.at, one.worth->minor, one.worth->currency)),
                        std::tuple(one.at, one.worth->minor, one.worth->currency));
            }
        }
        if (!latest || *latest <= from || *latest > to)
            continue;
        ++cost.met;
        if (completed && *completed >= *latest && *completed <= asOf) {
            ++cost.completed;
            continue;
        }
        const bool gone = asOf - *latest > maturing;
        ++(gone ? cost.lost : cost.atRisk);
        if (!worth)
            ++cost.unpriced;
        else
            (gone ? lost : atRisk)[std::get<2>(*worth)] += std::get<1>(*worth);
    }
    for (const auto &[currency, minor] : lost)
        cost.lostSums.push_back({currency, minor, 2});
    for (const auto &[currency, minor] : atRisk)
        cost.atRiskSums.push_back({currency, minor, 2});
    return cost;
}

void expectEqual(const Cost &expected, const Cost &cost)
{
    EXPECT_EQ(expected.met, cost.met);
    EXPECT_EQ(expected.completed, cost.completed);
    EXPECT_EQ(expected.lost, cost.lost);
    EXPECT_EQ(expected.atRisk, cost.atRisk);
    EXPECT_EQ(expected.unpriced, cost.unpriced);
    EXPECT_EQ(cost.met, cost.completed + cost.lost + cost.atRisk);
    EXPECT_FALSE(cost.bounded);
    const auto sums = [](const std::vector<SumValue> &values) {
        std::map<std::string, std::int64_t> out;
        for (const SumValue &value : values)
            out[std::string(value.currency.view())] = value.minor;
        return out;
    };
    EXPECT_EQ(sums(expected.lostSums), sums(cost.lostSums));
    EXPECT_EQ(sums(expected.atRiskSums), sums(cost.atRiskSums));
}

std::vector<Happening> randomHappenings(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto below = [&](std::uint64_t end) { return random() % end; };
    std::vector<Happening> all;
    for (int i = 0; i < 300; ++i) {
        Happening one;
        one.completes = below(4) == 0;
        one.subject = static_cast<std::uint32_t>(below(3));
        one.journey = 1 + below(40);
        one.at = second(static_cast<int>(below(2000)));
        if (below(3) != 0)
            one.worth = wire::Money{static_cast<std::int64_t>(below(10'000)),
                                    {{'E', 'U', below(5) == 0 ? 'X' : 'R'}}};
        all.push_back(one);
    }
    return all;
}

TEST(AffectedJourneys, costsWhatTheOracleSaysWhateverTheOrderOfArrival)
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::vector<Happening> all = randomHappenings(seed);
        std::mt19937_64 random(seed);
        std::ranges::shuffle(all, random);
        AffectedJourneys journeys(7);
        for (const Happening &one : all) {
            if (one.completes)
                journeys.complete(one.journey, one.at);
            else
                journeys.fail({one.subject}, one.journey, one.at, one.worth);
        }
        const Second asOf = second(1500 + static_cast<int>(seed % 600));
        for (std::uint32_t subject = 0; subject < 3; ++subject)
            expectEqual(
                oracle(all, subject, second(200), std::min(asOf, second(1400)), asOf, 300s),
                journeys.cost({subject}, second(200), std::min(asOf, second(1400)), asOf, 300s));
        const auto costs = journeys.categoryCosts(2, second(200), asOf, 300s);
        expectEqual(oracle(all, 0, second(200), asOf, asOf, 300s), costs[0]);
        expectEqual(oracle(all, 2, second(200), asOf, asOf, 300s), costs[1]);
    }
}

TEST(AffectedJourneys, aLaterCompletionRefundsTheCost)
{
    AffectedJourneys journeys(7);
    journeys.fail(Subject::category(0), 1, second(100), euros(5990));
    const auto cost = [&](int asOf) {
        return journeys.cost(Subject::category(0), second(0), second(asOf), second(asOf), 60s);
    };
    EXPECT_EQ(cost(150).atRiskSums.at(0).minor, 5990);
    EXPECT_TRUE(cost(150).lostSums.empty());
    EXPECT_EQ(cost(161).lostSums.at(0).minor, 5990);
    journeys.complete(1, second(400));
    EXPECT_EQ(cost(399).lost, 1u); // not yet
    EXPECT_EQ(cost(400).lost, 0u);
    EXPECT_EQ(cost(400).completed, 1u);
    EXPECT_TRUE(cost(400).lostSums.empty());
}

TEST(AffectedJourneys, whatNoFailureHasPricedIsUnpricedAndNotZero)
{
    AffectedJourneys journeys(7);
    journeys.fail(Subject::ratio(0), 1, second(100), std::nullopt);
    journeys.fail(Subject::ratio(0), 2, second(100), euros(0));
    const Cost cost = journeys.cost(Subject::ratio(0), second(0), second(110), second(110), 60s);
    EXPECT_EQ(cost.unpriced, 1u);
    ASSERT_EQ(cost.atRiskSums.size(), 1u);
    EXPECT_EQ(cost.atRiskSums[0].minor, 0);
}

TEST(AffectedJourneys, letsGoOfWhatFailedOverADayAgoAndSaysSo)
{
    AffectedJourneys journeys(7);
    for (int hour = 0; hour < 30; ++hour)
        journeys.fail(Subject::category(0), static_cast<std::uint64_t>(hour) + 1,
                      second(3600 * hour), std::nullopt);
    journeys.advanceTo(second(3600 * 24));
    const auto from = [&](int start) {
        return journeys.cost(Subject::category(0), second(start), second(3600 * 30),
                             second(3600 * 30), 60s);
    };
    EXPECT_FALSE(from(-1).bounded);
    EXPECT_EQ(from(-1).met, 30u);
    journeys.advanceTo(second(3600 * 30));
    EXPECT_TRUE(from(-1).bounded);
    EXPECT_FALSE(from(3600 * 6).bounded) << "a day is whole";
    EXPECT_EQ(from(3600 * 6).met, 23u);
}

// In whatever order they come: the failure of today, that of two days ago, which names an amount,
// one of another journey then, and the hour in which both are let go of.
TEST(AffectedJourneys, whatIsTooOldCountsTheSameHoweverLateItComes)
{
    std::array<int, 4> order{0, 1, 2, 3};
    do {
        AffectedJourneys journeys(7);
        for (const int step : order) {
            if (step == 0)
                journeys.fail(Subject::category(0), 1, second(3600 * 40), std::nullopt);
            else if (step == 1)
                journeys.fail(Subject::category(0), 1, second(3600 * 2), euros(5990));
            else if (step == 2)
                journeys.fail(Subject::category(0), 2, second(3600 * 2), euros(100));
            else
                journeys.advanceTo(second(3600 * 40));
        }
        const Cost cost = journeys.cost(Subject::category(0), second(0), second(3600 * 40),
                                        second(3600 * 40), 60s);
        EXPECT_EQ(cost.met, 1u);
        EXPECT_EQ(cost.unpriced, 1u);
        EXPECT_TRUE(cost.bounded);
    } while (std::ranges::next_permutation(order).found);
}

TEST(AffectedJourneys, letsTheOldestGoAndSaysSo)
{
    AffectedJourneys journeys(7, 100);
    for (std::uint64_t i = 1; i <= 250; ++i)
        journeys.fail(Subject::category(0), i, second(static_cast<int>(i)), std::nullopt);
    const auto from = [&](int start) {
        return journeys.cost(Subject::category(0), second(start), second(250), second(250), 60s);
    };
    EXPECT_TRUE(from(0).bounded);
    EXPECT_LE(from(0).met, 100u);
    EXPECT_FALSE(from(220).bounded);
    EXPECT_EQ(from(220).met, 30u);
}

} // namespace

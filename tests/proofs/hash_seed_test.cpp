// SPDX-License-Identifier: GPL-3.0-or-later
// The hash tables that strangers feed are seeded, and no figure shows it: one log under several
// seeds, above every cap as below, gives the same report byte for byte.
#include "ingest/engine.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/proofs/support/seed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace {

using namespace ingest;

std::string reportsOf(const std::vector<test::RawEvent> &events, Engine engine)
{
    std::string reports;
    test::EventView view;
    for (std::size_t i = 0; i < events.size(); ++i) {
        engine.accept(view.of(events[i]));
        if (i % (events.size() / 4) == 0)
            for (const Window window : kWindows)
                reports += report::toJson(*engine.snapshot(window), true);
    }
    return reports;
}

class HashSeed : public testing::TestWithParam<config::Limits>
{
};

TEST_P(HashSeed, ChangesNoByteOfAnyReport)
{
    config::Configuration configuration = test::everySignal();
    configuration.limits = GetParam();
    const auto shared = std::make_shared<const config::Configuration>(configuration);
    const std::uint64_t first = test::firstSeed();
    for (std::uint64_t seed = first; seed < first + test::streams(8); ++seed) {
        SCOPED_TRACE("stream " + std::to_string(seed));
        const auto events =
            test::randomStream(seed, {2000, seed % 2 == 0 ? 300.0 : 20'000.0, true});
        const std::string one = reportsOf(events, Engine(shared, 1));
        ASSERT_EQ(one, reportsOf(events, Engine(shared, ~seed)));
        ASSERT_EQ(one, reportsOf(events, Engine(shared))) << "with a seed of its own";
    }
}

config::Limits tight()
{
    config::Limits limits;
    limits.types = limits.sources = 2;
    limits.attributeValues = limits.categories = 3;
    limits.journeys = 20;
    limits.duplicateIds = 64;
    limits.journeyEvents = 4;
    limits.uniques = 16;
    return limits;
}

INSTANTIATE_TEST_SUITE_P(Limits, HashSeed, testing::Values(config::Limits{}, tight()),
                         [](const auto &limits) {
                             return limits.param.types > 2 ? "BelowEveryCap" : "AboveEveryCap";
                         });

// Of places in a table: keys that all belong to one of them under a seed.
constexpr std::uint64_t kPlaces = 256;
constexpr std::uint64_t kCollidingKeys = 100'000;

// How many of the keys that share place 0 under seed 1 share the fullest one under another.
template <class HashOf>
std::uint64_t fullestUnder(std::uint64_t seed, HashOf hashOf)
{
    std::array<std::uint64_t, kPlaces> places{};
    std::uint64_t found = 0;
    for (std::uint64_t key = 1; found < kCollidingKeys; ++key)
        if (hashOf(key, 1) % kPlaces == 0) {
            ++found;
            ++places[hashOf(key, seed) % kPlaces];
        }
    return *std::ranges::max_element(places);
}

// Twice what is each place's share is more than 19 standard deviations away.
constexpr std::uint64_t kSpread = 2 * kCollidingKeys / kPlaces;

TEST(CollidingKeys, OfTheTablesOfHashesSpreadUnderAnotherSeed)
{
    EXPECT_EQ(fullestUnder(1, metrics::combineHashes), kCollidingKeys);
    EXPECT_LT(fullestUnder(metrics::freshSeed(), metrics::combineHashes), kSpread);
}

TEST(CollidingKeys, OfTheTablesOfNamesSpreadUnderAnotherSeed)
{
    const auto hashOfName = [](std::uint64_t key, std::uint64_t seed) {
        return metrics::seededHash("j" + std::to_string(key), seed);
    };
    EXPECT_EQ(fullestUnder(1, hashOfName), kCollidingKeys);
    EXPECT_LT(fullestUnder(metrics::freshSeed(), hashOfName), kSpread);
}

TEST(FreshSeed, IsAnotherEachTime)
{
    EXPECT_NE(metrics::freshSeed(), metrics::freshSeed());
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// Any order of arrival gives the identical snapshot, facts about arrival apart: all signal kinds at
// once, every window, under hash seeds that differ, compared as the report's JSON with its series,
// and what that leaves out of categories and types.
#include "ingest/engine.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/proofs/support/permuted_stream.h"
#include "tests/proofs/support/seed.h"

#include <gtest/gtest.h>

#include <array>
#include <malloc.h>
#include <sstream>

namespace {

using namespace ingest;

constexpr std::uint64_t kShards = 10;
constexpr std::uint64_t kStreams = 1000;

void put(std::ostream &text, const std::vector<SumValue> &sums)
{
    for (const SumValue &sum : sums)
        text << ' ' << sum.currency.view() << sum.minor;
}

// What the report does not say of a category; its ordinal is of its arrival.
void put(std::ostream &text, const CategorySnapshot &category)
{
    const Cost &cost = category.cost;
    text << '\n'
         << category.category << " of " << category.source << ", " << category.owner.name
         << " state " << static_cast<int>(category.state) << " growth "
         << category.growth.value_or(-1) << " seen "
         << category.firstSeen.time_since_epoch().count() << ' '
         << category.lastSeen.time_since_epoch().count() << " met " << cost.met << ' '
         << cost.completed << ' ' << cost.lost << ' ' << cost.atRisk << ' ' << cost.unpriced
         << (cost.bounded ? " bounded" : "");
    put(text << " lost", cost.lostSums);
    put(text << " at risk", cost.atRiskSums);
}

std::string withoutArrival(const Snapshot &snapshot)
{
    Snapshot facts = snapshot;
    facts.ledger.late = facts.ledger.revised = 0;
    auto metrics = std::make_shared<Metrics>(*snapshot.metrics);
    LedgerSnapshot &window = metrics->windowLedger;
    window.late = window.revised = 0;
    window.received = window.duplicate = 0; // a copy counts in the window it arrives in
    facts.metrics = std::move(metrics);
    for (SourceSnapshot &source : facts.sources) {
        source.epoch.clear(); // of its latest word
        source.state = SourceState::up;
        source.late = 0;
        source.skewMs = source.lagP99Ms = 0;
        source.lastSeen = {};
    }
    std::ostringstream text;
    text.precision(17);
    text << report::toJson(facts, true) << window.lost;
    for (const std::uint64_t lost : snapshot.metrics->lost.points)
        text << ' ' << lost;
    for (const CategorySnapshot &category : snapshot.metrics->categories)
        put(text, category);
    for (const TypeSnapshot &type : snapshot.types)
        text << '\n' << type.type << ' ' << type.count;
    return text.str();
}

// All signal kinds, an owner for every source and a funnel that says who completed.
std::shared_ptr<const config::Configuration> everyFact()
{
    config::Configuration all = test::everySignal();
    all.experience.conversion = "checkout";
    for (const char *source : {"/shop/web", "/shop/pay", "/shop/legacy"}) {
        config::OwnerRule &rule = all.owners.emplace_back();
        rule.name = std::string("owner of ") + source;
        rule.sources = {source};
    }
    return std::make_shared<const config::Configuration>(std::move(all));
}

Engine engineAfter(test::PermutedStream &stream, test::Arrival way, std::uint64_t hashSeed,
                   const std::shared_ptr<const config::Configuration> &configuration)
{
    Engine engine(configuration, hashSeed);
    engine.advanceTo(stream.start());
    test::EventView view;
    for (const test::RawEvent *event : stream.arriving(way))
        engine.accept(view.of(*event));
    engine.advanceTo(stream.end());
    return engine;
}

class Disorder : public testing::TestWithParam<std::uint64_t>
{
protected:
    // Thousands of engines one after another: their memory is kept, not returned each time.
    static void SetUpTestSuite()
    {
        mallopt(M_MMAP_THRESHOLD, 1 << 30);
        mallopt(M_TRIM_THRESHOLD, 1 << 30);
    }
};

TEST_P(Disorder, AnyOrderOfArrivalGivesTheIdenticalSnapshotOfAllSignalKinds)
{
    const std::uint64_t first = test::firstSeed() + GetParam() * kStreams;
    const auto configuration = everyFact();
    for (std::uint64_t seed = first; seed < first + test::streams(kStreams / kShards); ++seed) {
        SCOPED_TRACE("stream " + std::to_string(seed));
        test::PermutedStream stream(seed);
        Engine onTime = engineAfter(stream, test::Arrival::onTime, seed, configuration);
        std::array<std::string, kWindows.size()> expected;
        for (std::size_t i = 0; i < kWindows.size(); ++i)
            expected[i] = withoutArrival(*onTime.snapshot(kWindows[i]));
        for (std::size_t way = 1; way < test::kArrivals; ++way) {
            Engine other =
                engineAfter(stream, static_cast<test::Arrival>(way), ~seed, configuration);
            for (std::size_t i = 0; i < kWindows.size(); ++i)
                ASSERT_EQ(expected[i], withoutArrival(*other.snapshot(kWindows[i])))
                    << "way " << way << " window " << nameOf(kWindows[i]);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AThousandStreams, Disorder, testing::Range(std::uint64_t{0}, kShards));

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// Any order of arrival gives the identical snapshot, facts about arrival apart: all signal kinds at
// once, every window, under hash seeds that differ, compared as the report's JSON with its series.
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
    text << report::toJson(facts, true) << window.lost;
    for (const std::uint64_t lost : snapshot.metrics->lost.points)
        text << ' ' << lost;
    return text.str();
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
    const auto configuration = std::make_shared<const config::Configuration>(test::everySignal());
    for (std::uint64_t seed = first; seed < first + test::streams(kStreams / kShards); ++seed) {
        SCOPED_TRACE("stream " + std::to_string(seed));
        test::PermutedStream stream(seed);
        Engine onTime = engineAfter(stream, test::Arrival::onTime, seed, configuration);
        std::array<std::string, kWindows.size()> expected;
        for (std::size_t i = 0; i < kWindows.size(); ++i)
            expected[i] = withoutArrival(*onTime.snapshot(kWindows[i]));
        // All that is counted lies behind every window; each way is asked for two of the six.
        for (std::size_t way = 1; way < test::kArrivals; ++way) {
            Engine other =
                engineAfter(stream, static_cast<test::Arrival>(way), ~seed, configuration);
            for (std::size_t i = (way + seed) % 3; i < kWindows.size(); i += 3)
                ASSERT_EQ(expected[i], withoutArrival(*other.snapshot(kWindows[i])))
                    << "way " << way << " window " << nameOf(kWindows[i]);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AThousandStreams, Disorder, testing::Range(std::uint64_t{0}, kShards));

} // namespace

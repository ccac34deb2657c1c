// SPDX-License-Identifier: GPL-3.0-or-later
// Funnels against their definition, on random streams, at random instants.
#include "ingest/metrics/funnels.h"
#include "tests/ingest/oracle/funnel_agreement.h"
#include "tests/ingest/oracle/funnel_oracle.h"
#include "tests/ingest/support/funnel_stream.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace {

using ingest::FunnelSnapshot;
using ingest::Second;
using ingest::Seconds;
using ingest::Timestamp;
using ingest::Window;
using ingest::metrics::Funnels;
using support::FunnelStream;
using support::kNanoseconds;

constexpr std::size_t kStreamsOfAnOrder = test::kSanitized ? 80 : 340;

void expectBreakdown(Funnels &funnels, const oracle::FunnelRule &rule,
                     const std::vector<oracle::FunnelJourney> &journeys, Window window,
                     std::int64_t asOf)
{
    const auto rows = funnels.breakdown(0, 0, window, Second{Seconds{asOf}});
    for (const std::uint32_t value : {0u, 1u}) {
        const auto expected =
            oracle::funnelRowsOf(rule, journeys, value, oracle::coarseFunnelStart(window, asOf));
        const auto found = std::ranges::find(rows, value, &Funnels::ValueSnapshot::value);
        ASSERT_EQ(found != rows.end(), expected.front() != 0);
        for (std::size_t k = 0; found != rows.end() && k < rule.steps; ++k)
            EXPECT_EQ(found->funnel.steps[k].journeys, expected[k]) << value << " row " << k + 1;
    }
}

void expectAgreement(Funnels &funnels, const oracle::FunnelRule &rule,
                     const std::vector<oracle::FunnelEvent> &events, std::int64_t asOf)
{
    const auto journeys = oracle::funnelJourneys(rule, events, asOf * kNanoseconds);
    for (const Window window : ingest::kWindows) {
        SCOPED_TRACE(testing::Message() << nameOf(window) << " at " << asOf);
        const FunnelSnapshot got = funnels.snapshot(0, window, Second{Seconds{asOf}});
        oracle::expectFunnelFigures(got, rule, journeys, window, asOf);
        oracle::expectFunnelSeries(got, journeys, asOf);
        expectBreakdown(funnels, rule, journeys, window, asOf);
    }
    oracle::expectFunnelSeries(
        funnels.snapshot(0, Window::fiveMinutes, Second{Seconds{asOf}}, Seconds{1}), journeys,
        asOf);
    oracle::expectFunnelSeries(
        funnels.snapshot(0, Window::oneHour, Second{Seconds{asOf}}, Seconds{60}), journeys, asOf);
}

void follow(const FunnelStream &stream, support::FunnelStreamMaker &maker)
{
    Funnels funnels(std::array{stream.signal()}, {}, maker.draw(1000));
    std::vector<oracle::FunnelEvent> seen;
    std::int64_t asOf = stream.events.front().arrival;
    for (const auto &[event, arrival] : stream.events) {
        asOf = std::max(asOf, arrival);
        funnels.advanceTo(Second{Seconds{asOf}});
        funnels.record(event.key, Timestamp{std::chrono::nanoseconds{event.timeNs}},
                       std::array{event.mask}, std::array{event.value});
        seen.push_back(event);
        if (maker.draw(8) == 0 || seen.size() == stream.events.size())
            expectAgreement(funnels, stream.rule, seen, asOf);
        if (testing::Test::HasFailure())
            return;
    }
    constexpr std::int64_t kLater[] = {1, 11, 59, 700, 90'000};
    asOf += kLater[maker.draw(std::size(kLater))];
    funnels.advanceTo(Second{Seconds{asOf}});
    expectAgreement(funnels, stream.rule, seen, asOf);
}

class FunnelsOracle : public testing::TestWithParam<oracle::FunnelOrder>
{
};

TEST_P(FunnelsOracle, EveryRowOfEveryWindowIsExactAtEveryInstant)
{
    const std::uint64_t seed = std::random_device{}();
    for (std::uint64_t i = 0; i < kStreamsOfAnOrder && !HasFailure(); ++i) {
        SCOPED_TRACE(testing::Message() << "seed " << seed + i);
        support::FunnelStreamMaker maker(seed + i);
        follow(maker.make(GetParam()), maker);
    }
}

std::string orderName(const testing::TestParamInfo<oracle::FunnelOrder> &order)
{
    switch (order.param) {
    case oracle::FunnelOrder::ordered:
        return "Ordered";
    case oracle::FunnelOrder::strict:
        return "Strict";
    case oracle::FunnelOrder::unordered:
        break;
    }
    return "Unordered";
}

INSTANTIATE_TEST_SUITE_P(Orders, FunnelsOracle,
                         testing::Values(oracle::FunnelOrder::ordered, oracle::FunnelOrder::strict,
                                         oracle::FunnelOrder::unordered),
                         orderName);

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/funnels.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace {

using namespace std::chrono_literals;
using ingest::FunnelSnapshot;
using ingest::Second;
using ingest::Timestamp;
using ingest::Window;
using ingest::config::Limits;
using ingest::config::SignalConfiguration;
using ingest::config::SignalKind;
using ingest::config::StepOrder;
using ingest::metrics::Funnels;
using ingest::metrics::kNoValue;
using ingest::metrics::StepMask;

constexpr Second kFunnelsStart{std::chrono::seconds{1'760'000'000}};

SignalConfiguration funnel(std::size_t steps, std::chrono::seconds within,
                           StepOrder order = StepOrder::ordered)
{
    SignalConfiguration signal;
    signal.name = "checkout";
    signal.kind = SignalKind::funnel;
    for (std::size_t k = 0; k < steps; ++k)
        signal.steps.push_back({"step" + std::to_string(k), {}});
    signal.within = within;
    signal.order = order;
    return signal;
}

class OneFunnel : public testing::Test
{
protected:
    explicit OneFunnel(SignalConfiguration signal = funnel(3, 60s), Limits limits = {})
        : m_funnels(std::array{signal}, limits, 1)
    {
    }

    void record(std::uint64_t key, std::chrono::nanoseconds at, StepMask mask)
    {
        m_funnels.record(key, kFunnelsStart + at, std::array{mask});
    }
    FunnelSnapshot at(std::chrono::seconds asOf, Window window = Window::all)
    {
        m_funnels.advanceTo(kFunnelsStart + asOf);
        return m_funnels.snapshot(0, window, kFunnelsStart + asOf);
    }
    std::vector<std::uint64_t> rows(std::chrono::seconds asOf, Window window = Window::all)
    {
        std::vector<std::uint64_t> rows;
        for (const auto &step : at(asOf, window).steps)
            rows.push_back(step.journeys);
        return rows;
    }

    Funnels m_funnels;
};

using Rows = std::vector<std::uint64_t>;

TEST_F(OneFunnel, CountsJourneysByTheStepsTheyReached)
{
    record(1, 1s, 1);
    record(1, 2s, 2);
    record(1, 3s, 4);
    record(2, 1s, 1);
    record(2, 2s, 2);
    record(3, 1s, 1);
    EXPECT_EQ(rows(10s), (Rows{3, 2, 1}));
    EXPECT_DOUBLE_EQ(at(10s).conversion.value(), 1.0 / 3);
    EXPECT_EQ(at(10s).inFlight, 2u);
    EXPECT_DOUBLE_EQ(at(10s).upper, 1.0);
    EXPECT_EQ(at(90s).inFlight, 0u);
}

TEST_F(OneFunnel, WithinIncludesItsEnd)
{
    record(1, 1s, 1);
    record(1, 61s, 2);
    record(2, 1s, 1);
    record(2, 61s + 1ns, 2);
    EXPECT_EQ(rows(100s), (Rows{2, 1, 0}));
}

TEST_F(OneFunnel, TakesEventsOfOneInstantInTheBestOrder)
{
    record(1, 5s, 4);
    record(1, 5s, 1);
    record(1, 5s, 2);
    EXPECT_EQ(rows(10s), (Rows{1, 1, 1}));
}

TEST_F(OneFunnel, AnEventAdvancesAChainByOneStep)
{
    record(1, 5s, 7);
    EXPECT_EQ(rows(10s), (Rows{1, 0, 0}));
    record(1, 6s, 7);
    EXPECT_EQ(rows(11s), (Rows{1, 1, 0}));
}

TEST_F(OneFunnel, AFutureEventCountsWhenItIsDue)
{
    record(1, 1s, 1);
    EXPECT_EQ(rows(5s), (Rows{1, 0, 0}));
    record(1, 9s, 2);
    EXPECT_EQ(rows(8s), (Rows{1, 0, 0}));
    EXPECT_EQ(rows(9s), (Rows{1, 1, 0}));
}

TEST_F(OneFunnel, ALateEventJoinsTwoJourneysOfAKey)
{
    record(1, 0s, 1);
    record(1, 50min, 1);
    EXPECT_EQ(rows(51min), (Rows{2, 0, 0}));
    record(1, 25min, 0);
    EXPECT_EQ(rows(51min), (Rows{1, 0, 0}));
    EXPECT_EQ(m_funnels.journeys(), 1u);
}

TEST_F(OneFunnel, EventsOfOneSecondJoinWhatTheyTouch)
{
    record(1, 1500ms, 1);
    at(1800s);
    constexpr auto kIdle = 1500ms + 30min;
    for (std::size_t i = 0; i < ingest::metrics::DueGroups::kMostTogether; ++i)
        record(1, kIdle + 1ms, 1);
    record(1, kIdle + 2ms, 2);
    record(1, kIdle, 1);
    EXPECT_EQ(rows(1802s), (Rows{1, 1, 0}));
    EXPECT_EQ(m_funnels.journeys(), 1u);
}

TEST_F(OneFunnel, EventsOfOneSecondBeginAJourneyWhereTheyAreTooLateForTheLast)
{
    record(1, 1500ms, 1);
    at(1800s);
    record(1, 1500ms + 30min + 2ns, 2);
    record(1, 1500ms + 30min + 1ns, 1);
    EXPECT_EQ(rows(1802s), (Rows{2, 1, 0}));
}

TEST_F(OneFunnel, TheWindowDecidesByTheEntry)
{
    record(1, 1s, 1);
    record(1, 30s, 2);
    EXPECT_EQ(rows(60s, Window::oneMinute), (Rows{1, 1, 0}));
    EXPECT_EQ(rows(61s, Window::oneMinute), (Rows{0, 0, 0}));
    EXPECT_EQ(rows(61s, Window::fiveMinutes), (Rows{1, 1, 0}));
}

TEST_F(OneFunnel, SaysHowLongAStepTakesAtTheMedian)
{
    for (std::uint64_t key = 1; key <= 5; ++key) {
        record(key, 1s, 1);
        record(key, 1s + key * 1s, 2);
    }
    const FunnelSnapshot snapshot = at(20s);
    EXPECT_FALSE(snapshot.steps[0].medianSeconds);
    EXPECT_NEAR(snapshot.steps[1].medianSeconds.value(), 3.0, 0.0165);
    EXPECT_FALSE(snapshot.steps[2].medianSeconds);
}

} // namespace

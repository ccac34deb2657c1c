// SPDX-License-Identifier: GPL-3.0-or-later
// What funnels cost and what they do when a cap is reached.
#include "ingest/metrics/funnels.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

namespace {

using namespace std::chrono_literals;
using ingest::FunnelSnapshot;
using ingest::Second;
using ingest::Seconds;
using ingest::Timestamp;
using ingest::Window;
using ingest::config::Limits;
using ingest::config::SignalConfiguration;
using ingest::metrics::Funnels;
using ingest::metrics::StepMask;

constexpr Second kFunnelsBoundsStart{std::chrono::seconds{1'760'000'000}};
constexpr std::uint64_t kMebibyte = 1 << 20;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

std::uint64_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

SignalConfiguration checkout(std::size_t steps)
{
    SignalConfiguration signal;
    signal.steps.resize(steps);
    signal.within = 30min;
    return signal;
}

std::uint64_t keyOf(std::uint64_t number)
{
    number = (number + 1) * 0x9e3779b97f4a7c15;
    number = (number ^ number >> 30) * 0xbf58476d1ce4e5b9;
    return number ^ number >> 27;
}

class BoundedFunnels : public testing::Test
{
protected:
    void open(std::size_t steps, Limits limits = {})
    {
        m_funnels.emplace(std::array{checkout(steps)}, limits, 1);
    }
    void record(std::uint64_t number, Timestamp time, StepMask mask)
    {
        m_funnels->record(keyOf(number), time, std::array{mask});
    }
    FunnelSnapshot at(Second asOf, Window window = Window::all)
    {
        m_funnels->advanceTo(asOf);
        return m_funnels->snapshot(0, window, asOf);
    }

    std::optional<Funnels> m_funnels;
};

TEST_F(BoundedFunnels, AMillionActiveJourneysWithFourEventsEachFitIn150MiB)
{
    if (kSanitized)
        GTEST_SKIP() << "a sanitizer takes memory of its own";
    const std::uint64_t before = residentBytes();
    open(4);
    constexpr std::uint64_t kJourneys = 1'000'000;
    for (const int step : {0, 1, 2, 3})
        for (std::uint64_t i = 0; i < kJourneys; ++i)
            record(i, kFunnelsBoundsStart + step * 200s + i * 100us, StepMask{1} << step);
    const FunnelSnapshot snapshot = at(kFunnelsBoundsStart + 701s);
    EXPECT_EQ(snapshot.steps.front().journeys, kJourneys);
    EXPECT_EQ(snapshot.steps.back().journeys, kJourneys);
    EXPECT_EQ(m_funnels->journeys(), kJourneys);
    EXPECT_EQ(m_funnels->evictedJourneys(), 0u);
    const std::uint64_t used = residentBytes() - before;
    RecordProperty("mebibytes", static_cast<int>(used / kMebibyte));
    EXPECT_LT(used, 150 * kMebibyte);
}

// What a process that did nothing else takes for a million journeys without events in flight, in
// bytes for each; 255 where it is more, or where they are not a million.
int bytesAJourney()
{
    constexpr std::uint64_t kJourneys = 1'000'000;
    Funnels funnels(std::array{checkout(4)}, Limits{}, 1);
    const std::uint64_t before = residentBytes();
    for (std::uint64_t i = 0; i < kJourneys; ++i) {
        funnels.record(keyOf(i), kFunnelsBoundsStart, std::array{StepMask{0}});
        if (i == 0)
            funnels.advanceTo(kFunnelsBoundsStart);
    }
    if (funnels.journeys() != kJourneys)
        return 255;
    return static_cast<int>(std::min<std::uint64_t>((residentBytes() - before) / kJourneys, 255));
}

TEST_F(BoundedFunnels, AJourneyTakes64BytesBesidesItsEvents)
{
    if (kSanitized)
        GTEST_SKIP() << "a sanitizer takes memory of its own";
    // In a process of its own, begun anew: here others have left memory behind, which journeys
    // would take without a sign of it, or have it in pieces that they do not fit in.
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    const auto fits = [](int status) {
        return WIFEXITED(status) && WEXITSTATUS(status) > 32 && WEXITSTATUS(status) < 64;
    };
    EXPECT_EXIT(std::_Exit(bytesAJourney()), fits, "");
}

TEST_F(BoundedFunnels, MillionsOfDistinctJourneysStayUnderTheCapAndCountExactly)
{
    Limits limits;
    limits.journeys = 200'000;
    constexpr std::uint64_t kJourneys = kSanitized ? 400'000 : 2'000'000;
    open(4, limits);
    const std::uint64_t before = residentBytes();
    for (std::uint64_t i = 0; i < kJourneys; ++i)
        record(i, kFunnelsBoundsStart + i * 10us, 1);
    const Second asOf = kFunnelsBoundsStart + 200s;
    EXPECT_EQ(at(asOf).steps.front().journeys, kJourneys);
    EXPECT_EQ(at(asOf, Window::fiveMinutes).steps.front().journeys, kJourneys);
    EXPECT_TRUE(at(asOf).bounded);
    EXPECT_EQ(m_funnels->journeys(), limits.journeys);
    EXPECT_EQ(m_funnels->journeys() + m_funnels->evictedJourneys(), kJourneys);
    if (!kSanitized) {
        EXPECT_LT(residentBytes() - before, 100 * kMebibyte);
    }
}

TEST_F(BoundedFunnels, ForgetsTheJourneysThatWereIdleLongest)
{
    Limits limits;
    limits.journeys = 3;
    open(2, limits);
    record(1, kFunnelsBoundsStart + 1s, 1);
    record(2, kFunnelsBoundsStart + 2s, 1);
    record(3, kFunnelsBoundsStart + 3s, 1);
    record(1, kFunnelsBoundsStart + 4s, 0);
    record(4, kFunnelsBoundsStart + 5s, 1); // forgets 2
    record(1, kFunnelsBoundsStart + 6s, 2);
    record(3, kFunnelsBoundsStart + 7s, 2);
    EXPECT_EQ(at(kFunnelsBoundsStart + 10s).steps.back().journeys, 2u);
    EXPECT_EQ(m_funnels->evictedJourneys(), 1u);
    record(2, kFunnelsBoundsStart + 11s,
           2); // it begins anew, without a first step; and 4 is forgotten
    EXPECT_EQ(at(kFunnelsBoundsStart + 12s).steps.back().journeys, 2u);
    EXPECT_EQ(at(kFunnelsBoundsStart + 12s).steps.front().journeys, 4u);
    EXPECT_EQ(m_funnels->evictedJourneys(), 2u);
}

TEST_F(BoundedFunnels, AJourneyForgottenAfterItsTimeLeavesNoDoubt)
{
    Limits limits;
    limits.journeys = 1;
    open(2, limits);
    record(1, kFunnelsBoundsStart + 1s, 1);
    record(2, kFunnelsBoundsStart + 31min, 1);
    EXPECT_FALSE(at(kFunnelsBoundsStart + 32min).bounded);
    EXPECT_EQ(m_funnels->evictedJourneys(), 1u);
}

TEST_F(BoundedFunnels, ThousandsOfEventsInOneJourneyAreExactInOrder)
{
    open(3);
    for (int i = 0; i < 5000; ++i)
        record(1, kFunnelsBoundsStart + i * 1s, StepMask{1} << (i % 2)); // steps 0 and 1 in turn
    record(1, kFunnelsBoundsStart + 5000s, 4);
    for (const Window window : ingest::kWindows) {
        const FunnelSnapshot snapshot = at(kFunnelsBoundsStart + 5001s, window);
        for (const auto &step : snapshot.steps)
            EXPECT_EQ(step.journeys, 1u);
        EXPECT_FALSE(snapshot.bounded);
    }
    EXPECT_EQ(m_funnels->boundedJourneys(), 0u);
}

TEST_F(BoundedFunnels, AnEventLaterThanTheEventsKeptIsSaidToBeUncertain)
{
    open(2);
    for (int i = 0; i < 1000; ++i)
        record(1, kFunnelsBoundsStart + i * 1s, 1);
    (void)at(kFunnelsBoundsStart + 1000s);
    record(1, kFunnelsBoundsStart + 990s, 2); // still among the events kept
    EXPECT_EQ(at(kFunnelsBoundsStart + 1000s).steps.back().journeys, 1u);
    EXPECT_EQ(m_funnels->boundedJourneys(), 0u);
    record(1, kFunnelsBoundsStart + 10s, 2);
    EXPECT_EQ(m_funnels->boundedJourneys(), 1u);
    EXPECT_TRUE(at(kFunnelsBoundsStart + 1000s).bounded);
    EXPECT_FALSE(at(kFunnelsBoundsStart + 1000s, Window::fiveMinutes).bounded);
}

TEST_F(BoundedFunnels, ManyEqualEventsAtOneInstantTakeTheRoomOfFew)
{
    open(3);
    for (int i = 0; i < 100'000; ++i)
        record(1, kFunnelsBoundsStart, i % 2 == 0 ? 1 : 2);
    record(1, kFunnelsBoundsStart + 1s, 4);
    EXPECT_EQ(at(kFunnelsBoundsStart + 2s).steps.back().journeys, 1u);
    EXPECT_EQ(m_funnels->boundedJourneys(), 0u);
}

TEST_F(BoundedFunnels, JourneysThatAllGrowAreForgottenBeforeMemoryIs)
{
    Limits limits;
    limits.journeys = 20'000;
    open(2, limits);
    const std::uint64_t before = residentBytes();
    for (int i = 0; i < 100; ++i)
        for (std::uint64_t journey = 0; journey < limits.journeys; ++journey)
            record(journey, kFunnelsBoundsStart + i * 1s + journey * 1us, 1);
    (void)at(kFunnelsBoundsStart + 101s);
    EXPECT_GT(m_funnels->evictedJourneys(), 0u);
    if (!kSanitized) {
        EXPECT_LT(residentBytes() - before, 20 * kMebibyte);
    }
}

} // namespace

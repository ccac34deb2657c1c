// SPDX-License-Identifier: GPL-3.0-or-later
// Once warm, an event costs no allocation: decoder and engine under the sample configuration, with
// events as the shop sends them and with the funnel among the signals.
#include "tests/bench/shop_traffic.h"
#include "tests/ingest/support/allocation_count.h"
#include "tests/proofs/support/seed.h"

#include "ingest/config/configuration_file.h"
#include "ingest/engine.h"
#include "ingest/wire/frame.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <iostream>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

config::Configuration sample()
{
    return std::get<config::Configuration>(config::loadConfiguration(BELLWETHER_SAMPLE));
}

// Traffic at a steady rate, as it is on a working day.
class Traffic
{
public:
    Traffic(const config::Configuration &configuration, std::chrono::microseconds every,
            std::chrono::milliseconds lag, std::chrono::milliseconds spread = 0ms)
        : m_every(every), m_lag(lag), m_spread(spread),
          m_engine(std::make_shared<const config::Configuration>(configuration)),
          m_now(Timestamp(kStart) + 12h)
    {
        m_engine.advanceTo(m_now);
    }

    struct Allocations
    {
        std::uint64_t events = 0;
        std::uint64_t bytes = 0;
        std::uint64_t byEvents = 0;  // between two whole seconds
        std::uint64_t bySeconds = 0; // as a second closes: by what it holds, not by how often
    };

    Allocations run(std::chrono::seconds seconds)
    {
        Allocations allocations;
        for (const Timestamp end = m_now + seconds; m_now < end; m_now += m_every) {
            const bool atSecond = m_now.time_since_epoch() % 1s == 0ns;
            putTime(lagOf(allocations.events));
            wire::Frame frame;
            frame.payload = m_shop.next();
            frame.arrival = m_now;
            const std::uint64_t before = test::allocationCount();
            m_engine.ingest(frame);
            const std::uint64_t made = test::allocationCount() - before;
            (atSecond ? allocations.bySeconds : allocations.byEvents) += made;
            ++allocations.events;
            allocations.bytes += frame.payload.size();
        }
        return allocations;
    }

private:
    static constexpr std::chrono::sys_days kStart =
        std::chrono::year(2026) / std::chrono::November / std::chrono::day(23);

    // Of events one after the other from nothing to the spread more than the least, in no order.
    [[nodiscard]] std::chrono::milliseconds lagOf(std::uint64_t event) const
    {
        return m_lag + m_spread * static_cast<std::int64_t>(event * 7919 % 101) / 100;
    }

    void putTime(std::chrono::milliseconds lag)
    {
        const auto clock = std::chrono::hh_mm_ss(
            std::chrono::floor<std::chrono::milliseconds>(m_now - lag - Timestamp(kStart)));
        std::array<char, 48> text{};
        std::snprintf(text.data(), text.size(), "2026-11-23T%02d:%02d:%02d.%03dZ",
                      static_cast<int>(clock.hours().count()),
                      static_cast<int>(clock.minutes().count()),
                      static_cast<int>(clock.seconds().count()),
                      static_cast<int>(clock.subseconds().count()));
        m_shop.setTime(text.data());
    }

    std::chrono::microseconds m_every;
    std::chrono::milliseconds m_lag;
    std::chrono::milliseconds m_spread;
    bench::ShopTraffic m_shop;
    Engine m_engine;
    Timestamp m_now;
};

Traffic::Allocations warmAllocations(const config::Configuration &configuration,
                                     std::chrono::microseconds every, std::chrono::milliseconds lag,
                                     std::chrono::milliseconds spread = 0ms)
{
    Traffic traffic(configuration, every, lag, spread);
    traffic.run(630s); // every memory of ten minutes has been through
    const Traffic::Allocations allocations = traffic.run(30s);
    std::cout << allocations.byEvents << " allocations by " << allocations.events << " events, "
              << allocations.bySeconds << " as 30 seconds closed\n";
    return allocations;
}

config::Configuration keepingNothing(config::Configuration configuration)
{
    configuration.limits.keptBytes = 0;
    return configuration;
}

TEST(HotPath, AWarmEventAllocatesNothingUnderTheSampleConfiguration)
{
    EXPECT_EQ(warmAllocations(keepingNothing(sample()), 1ms, 0ms).byEvents, 0u);
}

TEST(HotPath, AWarmEventAllocatesNothingUnderTheConfigurationOfTheBenchmarks)
{
    EXPECT_EQ(warmAllocations(keepingNothing(bench::shopConfiguration()), 1ms, 0ms).byEvents, 0u);
}

// Events kept whole go into chunks of 4 MiB: two or three allocations a chunk, none an event.
TEST(HotPath, KeepingEventsAllocatesByTheChunk)
{
    const Traffic::Allocations made = warmAllocations(sample(), 1ms, 0ms);
    EXPECT_GT(made.byEvents, 0u);
    EXPECT_LE(made.byEvents, 3 * (made.bytes * 3 / 2 / (4u << 20) + 2));
}

// What arrives after its second has closed may make room in that second's slices, and the slices of
// a second are made as it closes: both by the second, not by the event.
TEST(HotPath, TenTimesTheEventsAllocateNoMore)
{
    const int slower = test::sanitized() ? 10 : 1;
    for (const auto every : {2000us, 200us}) {
        const Traffic::Allocations made =
            warmAllocations(keepingNothing(sample()), every * slower, 3ms);
        EXPECT_LT(made.byEvents, 30 * 100u);
        EXPECT_LT(made.bySeconds, 30 * 100u);
    }
}

// By the second as well: ten times the events must not come to twice as much, nor half as much each
// where a sanitizer is so slow that a second holds too few to have everything in it.
TEST(HotPath, EventsThatAreSecondsLateAndOutOfOrderAllocateBySecondsAlone)
{
    const int slower = test::sanitized() ? 10 : 1;
    const auto madeAt = [&](std::chrono::microseconds every) {
        const Traffic::Allocations made =
            warmAllocations(keepingNothing(sample()), every * slower, 1s, 2s);
        return made.byEvents + made.bySeconds;
    };
    const std::uint64_t few = madeAt(2000us);
    EXPECT_LT(madeAt(200us), (test::sanitized() ? 5 : 2) * few);
}

} // namespace

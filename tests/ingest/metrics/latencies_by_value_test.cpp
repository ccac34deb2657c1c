// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latencies_by_value.h"

#include "ingest/metrics/latency_series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using namespace ingest;
using metrics::LatenciesByValue;
using metrics::LatencyHistogram;

constexpr Second kLatenciesByValueStart{Seconds{1'790'000'000}};

struct Latency
{
    Second bucket;
    std::uint32_t value;
    double milliseconds;
};

// All that was added, to be walked through again for every answer.
class Added
{
public:
    void add(LatenciesByValue &latencies, const Latency &latency)
    {
        latencies.add(latency.bucket, latency.value,
                      LatencyHistogram::slotFor(latency.milliseconds).value(),
                      latency.milliseconds);
        m_all.push_back(latency);
    }

    template <class Wanted>
    [[nodiscard]] LatencyHistogram in(Window window, Second asOf, Wanted wanted) const
    {
        const Second start = metrics::windowStart(window, asOf);
        LatencyHistogram histogram;
        for (const Latency &latency : m_all)
            if (latency.bucket > start && latency.bucket <= asOf && wanted(latency.value))
                histogram.record(latency.milliseconds);
        return histogram;
    }

private:
    std::vector<Latency> m_all;
};

std::string textOf(const LatencyHistogram &histogram)
{
    const Quantiles quantiles = metrics::quantilesOf(histogram);
    std::string text = std::to_string(histogram.count());
    for (const auto &quantile :
         {quantiles.p50, quantiles.p75, quantiles.p90, quantiles.p95, quantiles.p99})
        text += " " + (quantile ? std::to_string(*quantile) : "-");
    return text;
}

void expectShown(LatenciesByValue &latencies, const Added &added, Window window, Second asOf,
                 const std::vector<std::uint32_t> &shown)
{
    latencies.show(window, shown);
    for (const std::uint32_t value : shown) {
        const LatencyHistogram expected =
            added.in(window, asOf, [value](std::uint32_t other) { return other == value; });
        const LatencyHistogram &got = latencies.histogram(window, value);
        ASSERT_EQ(textOf(got), textOf(expected)) << nameOf(window) << " value " << value;
        ASSERT_EQ(got.maxMs(), expected.maxMs()) << nameOf(window) << " value " << value;
        ASSERT_EQ(latencies.count(window, value), expected.count());
    }
    const LatencyHistogram others = added.in(window, asOf, [&shown](std::uint32_t value) {
        return std::ranges::find(shown, value) == shown.end();
    });
    LatencyHistogram rest = latencies.rest(window, shown);
    ASSERT_EQ(rest.count(), others.count());
    rest.setMax(others.maxMs());
    ASSERT_EQ(textOf(rest), textOf(others)) << nameOf(window);
}

// Into more closed buckets, and with more values and slots, than may wait; time stands still.
TEST(LatenciesByValue, CountsWhatComesLateTheMomentSomebodyAsks)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    std::lognormal_distribution draw(6.0, 1.0);
    LatenciesByValue latencies;
    Added added;
    const Second asOf = kLatenciesByValueStart;
    latencies.advanceTo(asOf - Seconds{10});
    latencies.advanceTo(asOf);
    for (int round = 0; round < 10; ++round) {
        const auto buckets = static_cast<std::uint64_t>(1 + round % 6);
        for (std::uint64_t i = round == 0 ? 6'000 : random() % 300; i > 0; --i)
            added.add(latencies,
                      {asOf - Seconds{static_cast<Seconds::rep>(random() % buckets)},
                       static_cast<std::uint32_t>(random() % 60), std::round(draw(random))});
        for (const Window window : {Window::all, Window::oneMinute, Window::oneDay})
            ASSERT_NO_FATAL_FAILURE(expectShown(latencies, added, window, asOf, {1, 2, 3}))
                << "round " << round;
    }
}

// More values than are watched, so that they are shown, dropped and made from the slices again.
TEST(LatenciesByValue, ShowsExactlyWhatWasAddedWhicheverValuesAreAskedForInWhicheverOrder)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    std::lognormal_distribution draw(6.0, 1.0);
    constexpr std::uint32_t kValues = 150;
    LatenciesByValue latencies;
    Added added;
    Second asOf = kLatenciesByValueStart;
    latencies.advanceTo(asOf);
    for (std::uint32_t value = 0; value <= kValues; ++value)
        added.add(latencies, {asOf + Seconds{1}, value, 10});
    for (int round = 0; round < 60; ++round) {
        for (std::uint64_t i = random() % 200; i > 0; --i) {
            const auto back = static_cast<Seconds::rep>(random() % 3 == 0 ? random() % 5'000 : 0);
            const auto ahead = static_cast<Seconds::rep>(random() % 10);
            added.add(latencies,
                      {std::max(asOf - Seconds{back} + Seconds{ahead}, kLatenciesByValueStart),
                       static_cast<std::uint32_t>(random() % kValues), std::round(draw(random))});
        }
        asOf += Seconds{1 + random() % 200};
        latencies.advanceTo(asOf);
        for (const Window window : {Window::all, Window::oneMinute, Window::fifteenMinutes,
                                    Window::oneHour, Window::oneDay}) {
            std::vector<std::uint32_t> shown;
            for (std::uint64_t i = 1 + random() % (round % 7 == 0 ? 60 : 8); i > 0; --i)
                shown.push_back(static_cast<std::uint32_t>(random() % kValues));
            std::ranges::sort(shown);
            shown.erase(std::ranges::unique(shown).begin(), shown.end());
            ASSERT_NO_FATAL_FAILURE(expectShown(latencies, added, window, asOf, shown))
                << "round " << round;
        }
    }
}

} // namespace

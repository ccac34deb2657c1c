// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a figure is: Wilson's interval, and what it would be if all that is missing or still
// under way were bad, or good. Every source is numbered, so that what is missing is known.
#include "ingest/engine.h"

#include "ingest/config/configuration.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace ingest;

constexpr double kTolerance = 1e-12;
constexpr int kSecondsOfBounds = 600;
constexpr int kOrderAfter = 20; // seconds
constexpr int kBoundsWithin = 30;

// (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n), z for 95 %.
void expectWilson(const Interval &got, double good, double n)
{
    constexpr double z = 1.959963984540054;
    const double p = good / n;
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    EXPECT_NEAR(got.lower, (p + z * z / (2 * n) - half) / (1 + z * z / n), kTolerance);
    EXPECT_NEAR(got.upper, (p + z * z / (2 * n) + half) / (1 + z * z / n), kTolerance);
}

config::Configuration payingShop()
{
    config::Configuration configuration;
    config::SignalConfiguration &ratio = configuration.signals.emplace_back();
    ratio.name = "success";
    ratio.kind = config::SignalKind::ratio;
    ratio.good = {{"payment.approved", {}}};
    ratio.bad = {{"payment.failed", {}}};
    config::SignalConfiguration &funnel = configuration.signals.emplace_back();
    funnel.name = "checkout";
    funnel.kind = config::SignalKind::funnel;
    funnel.steps = {{"cart", {}}, {"order", {}}};
    funnel.within = std::chrono::seconds{kBoundsWithin};
    return configuration;
}

// What is counted of one second, by hand.
struct Counted
{
    double good = 0;
    double bad = 0;
    double lost = 0;
    double entered = 0;
    double converted = 0; // of those entered in this second

    Counted &operator+=(const Counted &other)
    {
        good += other.good;
        bad += other.bad;
        lost += other.lost;
        entered += other.entered;
        converted += other.converted;
        return *this;
    }
};

class EngineBounds : public testing::Test
{
protected:
    // Payments of two sources and carts of a third, some of them on their way lost; two in five of
    // the carts that arrive become orders 20 s later.
    void run(std::uint64_t seed)
    {
        std::mt19937_64 random(seed);
        const auto chance = [&random](double share) {
            return std::bernoulli_distribution(share)(random);
        };
        std::vector<std::vector<int>> orders(kSecondsOfBounds + kOrderAfter);
        for (int second = 1; second < kSecondsOfBounds; ++second) {
            Counted &counted = m_seconds[static_cast<std::size_t>(second)];
            for (const char *source : {"/pay-1", "/pay-2"})
                for (int i = 0; i < 3; ++i) {
                    const bool good = chance(0.8);
                    if (send(source, good ? "payment.approved" : "payment.failed", second,
                             chance(0.1)))
                        (good ? counted.good : counted.bad) += 1;
                }
            if (send("/web", "cart", second, chance(0.2))) {
                counted.entered += 1;
                if (chance(0.4))
                    orders[static_cast<std::size_t>(second + kOrderAfter)].push_back(second);
            }
            for (const int entered : orders[static_cast<std::size_t>(second)]) {
                send("/web", "order", second, false, entered);
                m_seconds[static_cast<std::size_t>(entered)].converted += 1;
            }
        }
        m_engine.advanceTo(test::at(kSecondsOfBounds));
    }

    // False where it is lost; its number is missing, then, until the next of its source.
    bool send(const char *source, const char *type, int second, bool lost, int journey = 0)
    {
        Origin &origin = m_origins[source];
        ++origin.sequence;
        if (lost && origin.sequence > 1) { // what came before the first is nobody's loss
            ++origin.missing;
            return false;
        }
        test::RawEvent event;
        event.source = source;
        event.epoch = "1";
        event.sequence = origin.sequence;
        event.type = type;
        event.journey = std::to_string(journey == 0 ? second : journey);
        event.time = event.arrival = test::at(second - 0.5);
        m_engine.accept(m_view.of(event));
        m_seconds[static_cast<std::size_t>(second)].lost += origin.missing;
        origin.missing = 0;
        return true;
    }

    // Of the window's seconds.
    [[nodiscard]] Counted counted(Window window) const
    {
        const int span = static_cast<int>(std::min<std::int64_t>(
            window == Window::all ? kSecondsOfBounds : spanOf(window).count(), kSecondsOfBounds));
        Counted sum;
        for (int second = kSecondsOfBounds - span + 1; second <= kSecondsOfBounds; ++second)
            sum += m_seconds[static_cast<std::size_t>(second)];
        return sum;
    }
    [[nodiscard]] double inFlight() const
    {
        double open = 0;
        for (int second = kSecondsOfBounds - kBoundsWithin + 1; second <= kSecondsOfBounds;
             ++second) {
            const Counted &of = m_seconds[static_cast<std::size_t>(second)];
            open += of.entered - of.converted;
        }
        return open;
    }

    struct Origin
    {
        std::uint64_t sequence = 0;
        double missing = 0;
    };
    Engine m_engine{std::make_shared<const config::Configuration>(payingShop())};
    std::map<std::string, Origin> m_origins;
    std::array<Counted, kSecondsOfBounds + 1> m_seconds;
    test::EventView m_view;
};

TEST_F(EngineBounds, AreThoseOfTheirFormulasInEveryWindow)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    run(seed);
    for (const Window window : kWindows) {
        SCOPED_TRACE(nameOf(window));
        const auto snapshot = m_engine.snapshot(window);
        const Counted expected = counted(window);
        ASSERT_TRUE(snapshot->metrics->windowLedger.lossKnown);
        ASSERT_EQ(snapshot->metrics->windowLedger.lost, expected.lost);
        ASSERT_GT(expected.lost, 0);
        const auto &ratio = std::get<RatioSnapshot>(snapshot->metrics->signals[0].value).value;
        ASSERT_EQ(ratio.good, expected.good);
        ASSERT_EQ(ratio.bad, expected.bad);
        const double trials = expected.good + expected.bad;
        const double all = trials + expected.lost;
        expectWilson(ratio.wilson95, expected.good, trials);
        EXPECT_NEAR(ratio.completeness.lower, expected.good / all, kTolerance);
        EXPECT_NEAR(ratio.completeness.upper, (expected.good + expected.lost) / all, kTolerance);
        const auto &funnel = std::get<FunnelSnapshot>(snapshot->metrics->signals[1].value);
        ASSERT_EQ(funnel.steps[0].journeys, expected.entered);
        ASSERT_EQ(funnel.steps[1].journeys, expected.converted);
        expectWilson(funnel.wilson95, expected.converted, expected.entered);
        ASSERT_EQ(funnel.inFlight, inFlight());
        ASSERT_GT(funnel.inFlight, 0u);
        EXPECT_NEAR(funnel.lower, expected.converted / expected.entered, kTolerance);
        EXPECT_NEAR(funnel.upper, (expected.converted + inFlight()) / expected.entered, kTolerance);
    }
}

TEST_F(EngineBounds, SayNothingOfWhatIsMissingWhereOneSourceCannotTell)
{
    run(1);
    test::RawEvent unnumbered;
    unnumbered.source = "/legacy";
    unnumbered.type = "payment.approved";
    unnumbered.time = unnumbered.arrival = test::at(kSecondsOfBounds);
    m_engine.accept(m_view.of(unnumbered));
    const auto snapshot = m_engine.snapshot(Window::all);
    EXPECT_FALSE(snapshot->metrics->windowLedger.lossKnown);
    const auto &ratio = std::get<RatioSnapshot>(snapshot->metrics->signals[0].value).value;
    EXPECT_EQ(ratio.completeness.lower, 0);
    EXPECT_EQ(ratio.completeness.upper, 1);
}

} // namespace

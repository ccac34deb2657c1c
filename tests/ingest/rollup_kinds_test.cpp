// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of every kind, by minute and by value, against a count of the events one by one.
#include "ingest/config/configuration.h"
#include "ingest/engine.h"
#include "ingest/metrics/latency_histogram.h"
#include "ingest/rollup.h"
#include "tests/ingest/support/paying_customers.h"
#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace {

using namespace ingest;
using test::at;

constexpr int kMinutes = 20;

class RollupKindsTest : public testing::Test
{
protected:
    RollupKindsTest()
        : m_seed(std::random_device{}()),
          m_engine(std::make_shared<config::Configuration>(test::everyKind()))
    {
        std::mt19937 random(m_seed);
        m_customers = test::customers(random, 2500, 1, (kMinutes - 3) * 60);
        m_engine.advanceTo(at(0));
        std::vector<test::RawEvent> events;
        for (const test::Customer &one : m_customers)
            test::addEvents(one, events);
        std::ranges::shuffle(events, random); // late by up to twenty minutes
        for (test::RawEvent &event : events) {
            event.arrival = at(kMinutes * 60);
            m_engine.accept(m_view.of(event));
        }
        m_engine.advanceTo(at(kMinutes * 60 + 1));
    }
    static int minuteOf(double seconds)
    {
        return static_cast<int>((std::chrono::ceil<Seconds>(at(seconds)) - at(0)) / Seconds{1} -
                                1) /
               60;
    }
    // All rows of a signal in a minute, by slot and attrs.
    std::map<std::pair<std::string, std::string>, Rollup> rows(const std::string &signal,
                                                               int minute)
    {
        std::map<std::pair<std::string, std::string>, Rollup> found;
        const Second start = std::chrono::floor<Seconds>(at(0));
        for (Rollup &row : m_engine.rollups(start + minute * Seconds{60}, Seconds{60}, true))
            if (row.signal == signal)
                found[{row.slot, row.attrs}] = row;
        return found;
    }
    // Every row against what `count` adds up of the customers of that minute, as a whole; and the
    // rows by value, which must add up to the same, at most twenty and (other), the named exact.
    template <class Count>
    void check(const std::string &signal, Count count)
    {
        SCOPED_TRACE(testing::Message() << signal << " seed " << m_seed);
        for (int minute = 0; minute < kMinutes; ++minute) {
            std::map<std::pair<std::string, std::string>, Rollup> expected;
            for (const test::Customer &one : m_customers)
                count(one, minute, [&](const std::string &slot, const Rollup &part) {
                    addTo(expected[{slot, ""}], part);
                    addTo(expected[{slot, attrsOf("country", one.country)}], part);
                });
            std::map<std::string, Rollup> byValue;
            std::set<std::string> names;
            for (const auto &[key, row] : rows(signal, minute)) {
                if (key.first == kCohortSlot)
                    continue;
                const bool other = key.second == attrsOf("country", "(other)");
                if (!other) {
                    EXPECT_EQ(row.n, expected[key].n) << key.first << key.second << minute;
                    EXPECT_EQ(row.bad, expected[key].bad) << key.first << key.second;
                    EXPECT_EQ(row.sumMinor, expected[key].sumMinor);
                    EXPECT_EQ(row.histogram, expected[key].histogram);
                }
                if (!key.second.empty()) {
                    names.insert(key.second);
                    addTo(byValue[key.first], row);
                }
            }
            EXPECT_LE(names.size(), 21U);
            for (const auto &[slot, sum] : byValue) {
                EXPECT_EQ(sum.n, (expected[{slot, ""}].n)) << slot << minute;
                EXPECT_EQ(sum.histogram, (expected[{slot, ""}].histogram));
            }
        }
    }

    unsigned m_seed;
    std::vector<test::Customer> m_customers;
    Engine m_engine;
    test::EventView m_view;
};

Rollup ofN(std::uint64_t n, std::uint64_t bad = 0)
{
    Rollup rollup;
    rollup.n = n;
    rollup.bad = bad;
    return rollup;
}

TEST_F(RollupKindsTest, OfARateAndARatioByValue)
{
    check("rate", [](const test::Customer &one, int minute, const auto &add) {
        if (one.pays && !one.fails && minuteOf(one.pay) == minute)
            add("", ofN(1));
    });
    check("ratio", [](const test::Customer &one, int minute, const auto &add) {
        if (one.pays && minuteOf(one.pay) == minute)
            add("", ofN(1, one.fails ? 1 : 0));
    });
}

TEST_F(RollupKindsTest, OfASumByCurrencyAndALatencyByValue)
{
    check("sum", [](const test::Customer &one, int minute, const auto &add) {
        if (!one.pays || one.fails || minuteOf(one.pay) != minute)
            return;
        Rollup rollup = ofN(1);
        rollup.sumMinor = one.minor;
        add(one.currency, rollup);
    });
    check("latency", [](const test::Customer &one, int minute, const auto &add) {
        if (!one.pays || one.fails || minuteOf(one.pay) != minute)
            return;
        Rollup rollup = ofN(1);
        rollup.histogram = {{*metrics::LatencyHistogram::slotFor(one.tookMs), 1}};
        add("", rollup);
    });
}

TEST_F(RollupKindsTest, OfAFunnelByStepWithItsCohort)
{
    check("funnel", [](const test::Customer &one, int minute, const auto &add) {
        if (minuteOf(one.cart) != minute)
            return;
        const bool converted = one.pays && !one.fails;
        add("1", ofN(1));
        if (converted)
            add("2", ofN(1));
    });
    for (int minute = 0; minute < kMinutes; ++minute) {
        std::uint64_t entered = 0;
        std::uint64_t lost = 0;
        for (const test::Customer &one : m_customers)
            if (minuteOf(one.cart) == minute) {
                ++entered;
                lost += one.pays && !one.fails ? 0U : 1U;
            }
        const Rollup cohort = rows("funnel", minute)[{std::string(kCohortSlot), ""}];
        EXPECT_EQ(cohort.n, entered) << m_seed;
        EXPECT_EQ(cohort.bad, lost) << m_seed;
    }
}

TEST_F(RollupKindsTest, OfUniquesAsRegistersAndOfFailuresByCategory)
{
    for (int minute = 0; minute < kMinutes; ++minute) {
        double journeys = 0;
        std::map<std::string, std::uint64_t> categories;
        for (const test::Customer &one : m_customers) {
            const bool there = one.pays && minuteOf(one.pay) == minute;
            journeys += there && !one.fails ? 1 : 0;
            if (there && one.fails)
                ++categories[attrsOf("category", one.category)];
        }
        const Rollup uniques = rows("uniques", minute)[{"", ""}];
        EXPECT_NEAR(static_cast<double>(uniques.n), journeys, 2 + journeys * 0.05) << m_seed;
        std::uint64_t all = 0;
        for (const auto &[key, row] : rows(std::string(kFailuresName), minute))
            if (!key.second.empty()) {
                EXPECT_EQ(row.n, categories[key.second]) << key.second << m_seed;
                all += row.n;
            }
        EXPECT_EQ(all, (rows(std::string(kFailuresName), minute)[{"", ""}].n));
    }
}

} // namespace

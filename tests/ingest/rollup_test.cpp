// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/rollup.h"

#include "ingest/config/configuration.h"
#include "ingest/engine.h"
#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using test::at;

class RollupTest : public testing::Test
{
protected:
    RollupTest()
    {
        config::Configuration configuration;
        config::SignalConfiguration signal;
        signal.name = "orders";
        signal.kind = config::SignalKind::rate;
        signal.events = {config::EventFilter{"order.completed", {}}};
        configuration.signals.push_back(signal);
        signal.name = "revenue";
        signal.kind = config::SignalKind::sum;
        signal.field = "amount";
        configuration.signals.push_back(signal);
        m_engine.emplace(std::make_shared<const config::Configuration>(configuration));
    }
    void order(double seconds, double arrival)
    {
        test::RawEvent event;
        event.type = "order.completed";
        event.time = at(seconds);
        event.arrival = at(arrival);
        event.money = wire::Money{250, {{'E', 'U', 'R'}}};
        m_engine->accept(m_view.of(event));
    }
    std::vector<Rollup> minute(int index)
    {
        const Second start = std::chrono::floor<Seconds>(at(0));
        return m_engine->rollups(start + index * Seconds{60}, Seconds{60});
    }

    std::optional<Engine> m_engine;
    test::EventView m_view;
};

TEST_F(RollupTest, HoldsTheEventsOfItsSpanEndIncludedAndStartNot)
{
    order(0, 1);
    order(1, 1);
    order(60, 60);
    order(60.5, 61);
    m_engine->advanceTo(at(61));
    const std::vector<Rollup> rows = minute(0);
    ASSERT_EQ(rows.size(), 4U); // the failures and what was observed as well
    EXPECT_EQ(rows[0].signal, "orders");
    EXPECT_EQ(rows[0].n, 2U);
    EXPECT_EQ(rows[1].slot, "EUR");
    EXPECT_EQ(rows[1].sumMinor, 500);
}

TEST_F(RollupTest, TakesInWhatCameLate)
{
    m_engine->advanceTo(at(1));
    m_engine->advanceTo(at(3000));
    EXPECT_EQ(minute(1)[0].n, 0U);
    order(90, 3000);
    m_engine->advanceTo(at(3001));
    EXPECT_EQ(minute(1)[0].n, 1U);
}

TEST_F(RollupTest, SaysHowMuchOfASpanWasObserved)
{
    m_engine->advanceTo(at(45));
    m_engine->advanceTo(at(130));
    EXPECT_EQ(minute(0).back().signal, kObservedName);
    EXPECT_EQ(minute(0).back().n, 15U);
    EXPECT_EQ(minute(1).back().n, 60U);
    EXPECT_EQ(minute(2).back().n, 10U);
    EXPECT_TRUE(minute(3).empty());
}

TEST_F(RollupTest, SaysNothingOfUnobservedTime)
{
    m_engine->advanceTo(at(600));
    EXPECT_TRUE(minute(0).empty());
}

} // namespace

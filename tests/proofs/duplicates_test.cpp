// SPDX-License-Identifier: GPL-3.0-or-later
// Whole batches that come again a minute later count once, exactly; sequences used again for other
// events are said and deleted nothing.
#include "ingest/engine.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/proofs/support/seed.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using test::RawEvent;

constexpr std::size_t kBatch = 20'000;

// What tells one event from another.
enum class Identity { id, sequence, both };

std::vector<RawEvent> batch(Identity identity, std::mt19937_64 &random)
{
    std::vector<RawEvent> events(kBatch);
    for (std::size_t i = 0; i < events.size(); ++i) {
        RawEvent &event = events[i];
        event.type = random() % 5 == 0 ? "payment.failed" : "page.viewed";
        event.failed = event.type == "payment.failed";
        event.message = event.failed ? "no" : "";
        event.source = "/s" + std::to_string(i % 4);
        event.epoch = "1";
        event.journey = "j" + std::to_string(random() % 500);
        event.time = test::at(static_cast<double>(i) / 1000);
        event.arrival = *event.time + 5ms;
        if (identity != Identity::sequence)
            event.id = std::to_string(i);
        if (identity != Identity::id)
            event.sequence = i / 4 + 1;
        event.attributes = {{"c", "v" + std::to_string(random() % 7)}};
        event.money = wire::Money{static_cast<std::int64_t>(random() % 1000), {{'E', 'U', 'R'}}};
        event.numbers = {{"/data/x_ms", static_cast<double>(random() % 1000)}};
    }
    return events;
}

struct Books
{
    LedgerSnapshot ledger;
    std::vector<SourceSnapshot> sources;
    std::string figures; // of every window, series included
};

class Duplicates : public testing::TestWithParam<Identity>
{
protected:
    Duplicates() : m_random(test::firstSeed())
    {
        for (const RawEvent &event : batch(GetParam(), m_random))
            m_events.push_back(event);
    }

    void feed(Engine &engine, Nanoseconds later)
    {
        for (RawEvent event : m_events) {
            *event.arrival += later;
            engine.accept(m_view.of(event));
        }
    }
    static Books books(Engine &engine)
    {
        engine.advanceTo(test::at(200));
        Books books{engine.snapshot(Window::all)->ledger, engine.snapshot(Window::all)->sources,
                    ""};
        for (const Window window : kWindows) {
            const auto report =
                nlohmann::json::parse(report::toJson(*engine.snapshot(window), true));
            books.figures += report.at("signals").dump() + report.at("categories").dump();
        }
        return books;
    }
    static std::shared_ptr<const config::Configuration> configuration()
    {
        return std::make_shared<const config::Configuration>(test::everySignal());
    }

    std::mt19937_64 m_random;
    std::vector<RawEvent> m_events;
    test::EventView m_view;
};

TEST_P(Duplicates, ABatchSentAgainAfterAMinuteCountsOnce)
{
    Engine once(configuration());
    Engine twice(configuration());
    feed(once, 0s);
    feed(twice, 0s);
    feed(twice, 60s);
    const Books expected = books(once);
    const Books got = books(twice);
    EXPECT_EQ(got.figures, expected.figures);
    EXPECT_EQ(got.ledger.received, 2 * kBatch);
    EXPECT_EQ(got.ledger.accepted, kBatch);
    EXPECT_EQ(got.ledger.duplicate, kBatch);
    EXPECT_EQ(got.ledger.lost, expected.ledger.lost);
    EXPECT_EQ(got.ledger.lossKnown, expected.ledger.lossKnown);
    for (const SourceSnapshot &source : got.sources) {
        EXPECT_EQ(source.duplicate, kBatch / 4);
        EXPECT_FALSE(source.sequenceReused);
    }
}

TEST_P(Duplicates, SequencesUsedAgainForOtherEventsAreSaidAndAllCount)
{
    Engine engine(configuration());
    feed(engine, 0s);
    for (RawEvent &event : m_events) {
        *event.time += 1min;
        event.id += event.id.empty() ? "" : "-other";
    }
    feed(engine, 60s);
    const Books got = books(engine);
    EXPECT_EQ(got.ledger.accepted, 2 * kBatch);
    EXPECT_EQ(got.ledger.duplicate, 0u);
    const bool sequenced = GetParam() != Identity::id;
    EXPECT_FALSE(got.ledger.lossKnown);
    for (const SourceSnapshot &source : got.sources) {
        EXPECT_EQ(source.sequenceReused, sequenced);
        EXPECT_FALSE(source.lost.has_value()) << "unknown, never guessed";
    }
}

std::string nameOf(const testing::TestParamInfo<Identity> &identity)
{
    return identity.param == Identity::id         ? "Ids"
           : identity.param == Identity::sequence ? "Sequences"
                                                  : "Both";
}

INSTANTIATE_TEST_SUITE_P(Identities, Duplicates,
                         testing::Values(Identity::id, Identity::sequence, Identity::both), nameOf);

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest_loop.h"

#include "ingest/record/recording.h"
#include "ingest/record/segment_folder.h"
#include "ingest/replay/replay_loop.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "ingest/transport/publisher.h"
#include "tests/ingest/support/eventually.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <set>
#include <thread>
#include <vector>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using support::eventually;
using transport::Publisher;
using Clock = std::chrono::steady_clock;

config::SourceConfiguration boundTo(const std::string &endpoint,
                                    config::Pattern pattern = config::Pattern::pull)
{
    config::SourceConfiguration source;
    source.pattern = pattern;
    source.bind = {endpoint};
    return source;
}

config::SignalConfiguration rateOf(const std::string &type)
{
    config::SignalConfiguration signal;
    signal.name = type;
    signal.events = {{type, {}}};
    return signal;
}

// One socket on a port of its own choice, one rate.
config::Configuration listening(config::Pattern pattern = config::Pattern::pull)
{
    config::Configuration configuration;
    configuration.sources = {boundTo("tcp://127.0.0.1:*", pattern)};
    configuration.signals = {rateOf("page.viewed")};
    return configuration;
}

std::string endpointOf(const SnapshotSlot &slot, std::size_t socket = 0)
{
    const bool said = eventually([&] {
        const auto snapshot = slot.latest();
        return snapshot && snapshot->sockets.size() > socket && snapshot->sockets[socket].up;
    });
    EXPECT_TRUE(said);
    return said ? slot.latest()->sockets[socket].endpoint : std::string();
}

Publisher publisherTo(const std::string &endpoint, bool push = true)
{
    Publisher::Options options;
    options.push = push;
    options.lossless = true;
    Publisher publisher(endpoint, options);
    EXPECT_EQ(publisher.open(), std::nullopt);
    EXPECT_TRUE(publisher.waitForPeer(10s));
    return publisher;
}

void publish(Publisher &publisher, unsigned count, unsigned first = 1)
{
    for (unsigned n = first; n < first + count; ++n)
        ASSERT_TRUE(publisher.send(
            "page.viewed", R"({"type":"page.viewed","source":"/web","epoch":"a","sequence":)" +
                               std::to_string(n) + "}"));
}

bool accepted(const SnapshotSlot &slot, std::uint64_t count)
{
    return eventually([&] { return slot.latest() && slot.latest()->ledger.accepted >= count; });
}

bool warns(const SnapshotSlot &slot, const std::string &words)
{
    return eventually([&] {
        const auto snapshot = slot.latest();
        return snapshot && std::ranges::any_of(snapshot->warnings, [&](const std::string &warning) {
                   return warning.find(words) != std::string::npos;
               });
    });
}

class IngestLoopPattern : public testing::TestWithParam<config::Pattern>
{
};

TEST_P(IngestLoopPattern, ShowsEveryEventPublished)
{
    SnapshotSlot slot;
    const IngestLoop loop(listening(GetParam()), slot);
    Publisher publisher = publisherTo(endpointOf(slot), GetParam() == config::Pattern::pull);
    publish(publisher, 3'000);
    ASSERT_TRUE(accepted(slot, 3'000));
    const auto snapshot = slot.latest();
    EXPECT_EQ(snapshot->ledger.accepted, 3'000u);
    EXPECT_EQ(snapshot->ledger.lost, 0u);
    EXPECT_EQ(snapshot->sockets.at(0).frames, 3'000u);
    EXPECT_TRUE(eventually([&] { return slot.latest()->sockets.at(0).peers == 1; }));
    ASSERT_EQ(snapshot->sources.size(), 1u);
    EXPECT_EQ(snapshot->sources[0].source, "/web");
}

INSTANTIATE_TEST_SUITE_P(Patterns, IngestLoopPattern,
                         testing::Values(config::Pattern::sub, config::Pattern::pull),
                         [](const auto &p) {
                             return p.param == config::Pattern::sub ? "Sub" : "Pull";
                         });

TEST(IngestLoop, SaysWhatItListensOnBeforeTheFirstEvent)
{
    SnapshotSlot slot;
    const IngestLoop loop(listening(), slot);
    EXPECT_NE(endpointOf(slot).find("tcp://127.0.0.1:"), std::string::npos);
    EXPECT_EQ(slot.latest()->freshness.state, FreshnessState::waiting);
    EXPECT_EQ(slot.latest()->ledger.received, 0u);
}

TEST(IngestLoop, CountsOnWhileNobodyReads)
{
    SnapshotSlot slot;
    const IngestLoop loop(listening(), slot);
    Publisher publisher = publisherTo(endpointOf(slot));
    // A stopped reader holds the snapshot it last took, and nothing else.
    const auto held = slot.latest();
    publish(publisher, 50'000); // many times the high-water marks: the loop must drain it
    EXPECT_EQ(held->ledger.received, 0u);
    EXPECT_TRUE(accepted(slot, 50'000));
}

// The worst that readers can do to the slot and to snapshots: one keeps the first for ever, the
// others take the newest again and again without a pause, on more threads than there are
// processors.
TEST(IngestLoop, CountsEveryEventWhileOneHoldsAnOldSnapshotAndOthersReadWithoutPause)
{
    SnapshotSlot slot;
    const IngestLoop loop(listening(), slot);
    Publisher publisher = publisherTo(endpointOf(slot));
    const auto held = slot.latest();
    const Second heldAsOf = held->asOf;
    constexpr unsigned kEvents = 50'000;
    std::atomic<std::uint64_t> looks = 0;
    std::atomic<std::uint64_t> wrong = 0;
    {
        std::vector<std::jthread> readers;
        for (unsigned i = std::thread::hardware_concurrency() + 2; i > 0; --i)
            readers.emplace_back([&](const std::stop_token &stop) {
                std::uint64_t newest = 0;
                for (; !stop.stop_requested(); ++looks) {
                    const std::uint64_t received = slot.latest()->ledger.received;
                    wrong += received < newest || received > kEvents ? 1 : 0;
                    newest = received;
                }
            });
        ASSERT_TRUE(eventually([&] { return looks > 1'000; }));
        publish(publisher, kEvents);
        EXPECT_TRUE(accepted(slot, kEvents));
    }
    const auto snapshot = slot.latest();
    EXPECT_EQ(snapshot->ledger.received, kEvents);
    EXPECT_EQ(snapshot->ledger.accepted, kEvents);
    EXPECT_EQ(snapshot->ledger.lost, 0u);
    EXPECT_EQ(snapshot->sockets.at(0).frames, kEvents);
    EXPECT_EQ(wrong, 0u);
    EXPECT_EQ(held->ledger.received, 0u);
    EXPECT_EQ(held->asOf, heldAsOf);
}

TEST(IngestLoop, WhatNobodyTookIsStillNeverOld)
{
    SnapshotSlot slot;
    const IngestLoop loop(listening(), slot);
    Publisher publisher = publisherTo(endpointOf(slot));
    const auto begin = Clock::now();
    for (unsigned n = 1; Clock::now() - begin < 3s; n += 10)
        publish(publisher, 10, n); // nobody looks meanwhile
    const auto now = std::chrono::system_clock::now();
    EXPECT_FALSE(slot.taken());
    EXPECT_GE(slot.latest()->engineTime, now - 2s);
    EXPECT_TRUE(slot.taken());
}

TEST(IngestLoop, PublishesAtMostTenSnapshotsASecond)
{
    SnapshotSlot slot;
    const IngestLoop loop(listening(), slot);
    Publisher publisher = publisherTo(endpointOf(slot));
    std::set<std::shared_ptr<const Snapshot>> seen;
    const auto begin = Clock::now();
    for (unsigned n = 1; Clock::now() - begin < 1s; n += 10) {
        publish(publisher, 10, n);
        seen.insert(slot.latest());
    }
    const auto elapsed = std::chrono::duration<double>(Clock::now() - begin).count();
    EXPECT_GT(seen.size(), 2u);
    EXPECT_LE(static_cast<double>(seen.size()), elapsed * 10 + 2);
}

TEST(IngestLoop, StopsWithinASecondUnderLoad)
{
    SnapshotSlot slot;
    auto loop = std::make_unique<IngestLoop>(listening(config::Pattern::sub), slot);
    const std::string endpoint = endpointOf(slot);
    std::jthread load([&endpoint](const std::stop_token &stop) {
        Publisher publisher(endpoint, {});
        EXPECT_EQ(publisher.open(), std::nullopt);
        EXPECT_TRUE(publisher.waitForPeer(10s));
        while (!stop.stop_requested())
            publisher.send("t", R"({"type":"page.viewed"})");
    });
    ASSERT_TRUE(accepted(slot, 1'000));
    const auto begin = Clock::now();
    loop.reset();
    EXPECT_LT(Clock::now() - begin, 1s);
}

TEST(IngestLoop, StopsWithinASecondWhereNothingAnswers)
{
    SnapshotSlot slot;
    config::Configuration configuration = listening();
    configuration.sources[0].connect = {"tcp://127.0.0.1:1", "tcp://no.such.host.invalid:5556"};
    auto loop = std::make_unique<IngestLoop>(configuration, slot);
    endpointOf(slot);
    const auto begin = Clock::now();
    loop.reset();
    EXPECT_LT(Clock::now() - begin, 1s);
}

TEST(IngestLoop, ShowsTheWindowAskedFor)
{
    SnapshotSlot slot;
    IngestLoop loop(listening(), slot);
    for (const Window window : {Window::oneMinute, Window::all, Window::oneDay}) {
        loop.show(window);
        EXPECT_TRUE(eventually([&] { return slot.latest() && slot.latest()->window == window; }));
    }
}

TEST(IngestLoop, SaysWhatIsWrongWithASocket)
{
    SnapshotSlot slot;
    config::Configuration configuration = listening();
    configuration.sources[0].connect = {"nonsense"};
    const IngestLoop loop(configuration, slot);
    EXPECT_TRUE(warns(slot, "'nonsense' is no endpoint"));
    EXPECT_TRUE(eventually([&] { return slot.latest()->sockets.at(0).up; }));
}

TEST(IngestLoop, TakesUpASocketWithoutClosingTheOthers)
{
    SnapshotSlot slot;
    config::Configuration configuration = listening();
    IngestLoop loop(configuration, slot);
    const std::string first = endpointOf(slot);
    Publisher publisher = publisherTo(first);
    publish(publisher, 10);
    ASSERT_TRUE(accepted(slot, 10));
    configuration.sources.push_back(boundTo("tcp://127.0.0.1:*", config::Pattern::sub));
    loop.apply(configuration);
    const std::string second = endpointOf(slot, 1);
    EXPECT_EQ(slot.latest()->sockets.at(0).endpoint, first);
    publish(publisher, 10, 11);
    Publisher other = publisherTo(second, false);
    ASSERT_TRUE(other.send("t", R"({"type":"page.viewed"})"));
    EXPECT_TRUE(accepted(slot, 21)); // the first ten still count
}

TEST(IngestLoop, StartsAnewWithOtherSignalsAndSaysSo)
{
    SnapshotSlot slot;
    config::Configuration configuration = listening();
    IngestLoop loop(configuration, slot);
    Publisher publisher = publisherTo(endpointOf(slot));
    publish(publisher, 10);
    ASSERT_TRUE(accepted(slot, 10));
    configuration.signals.push_back(rateOf("order.completed"));
    loop.apply(configuration);
    ASSERT_TRUE(warns(slot, "began again"));
    EXPECT_EQ(slot.latest()->ledger.accepted, 0u);
    EXPECT_EQ(slot.latest()->metrics->signals.size(), 2u);
    publish(publisher, 5, 11);
    EXPECT_TRUE(accepted(slot, 5));
}

TEST(IngestLoop, SuggestsSignalsWhereNoneAreConfigured)
{
    SnapshotSlot slot;
    config::Configuration configuration = listening();
    configuration.signals.clear();
    const IngestLoop loop(configuration, slot);
    Publisher publisher = publisherTo(endpointOf(slot));
    publish(publisher, 100);
    ASSERT_TRUE(accepted(slot, 100));
    ASSERT_TRUE(eventually([&] {
        const auto snapshot = slot.latest();
        return snapshot->configuration->suggested && !snapshot->metrics->signals.empty();
    }));
    EXPECT_EQ(slot.latest()->ledger.accepted, 100u);
}

// What a journey began before a restart goes on after it.
class RestartedLoop : public testing::Test
{
protected:
    RestartedLoop()
    {
        config::SignalConfiguration funnel;
        funnel.name = "checkout";
        funnel.kind = config::SignalKind::funnel;
        funnel.steps = {{"cart", {}}, {"order", {}}};
        funnel.within = 30min;
        m_configuration = listening();
        m_configuration.signals.push_back(funnel);
    }
    [[nodiscard]] std::string store() const { return (m_folder.path() / "history.db").string(); }

    // Of ten journeys, in a run of its own; sequences go on from `first`.
    void run(const std::string &type, unsigned first)
    {
        m_slot = std::make_unique<SnapshotSlot>();
        const IngestLoop loop(m_configuration, *m_slot, store());
        Publisher publisher = publisherTo(endpointOf(*m_slot));
        const std::uint64_t before = m_slot->latest()->ledger.accepted;
        for (unsigned n = first; n < first + 10; ++n)
            ASSERT_TRUE(publisher.send(
                type, R"({"type":")" + type + R"(","source":"/web","epoch":"a","journey":"j)" +
                          std::to_string(n % 10) + R"(","sequence":)" + std::to_string(n) + "}"));
        ASSERT_TRUE(accepted(*m_slot, before + 10));
        // Shown once the second is over.
        ASSERT_TRUE(eventually([&] { return row(type == "cart" ? 0 : 1) == 10; }));
    }
    [[nodiscard]] std::uint64_t row(std::size_t step) const
    {
        return std::get<FunnelSnapshot>(m_slot->latest()->metrics->signals.back().value)
            .steps[step]
            .journeys;
    }

    test::TemporaryFolder m_folder;
    config::Configuration m_configuration;
    std::unique_ptr<SnapshotSlot> m_slot;
};

TEST_F(RestartedLoop, GoesOnWithJourneysInFlightAndTotals)
{
    ASSERT_NO_FATAL_FAILURE(run("cart", 1));
    ASSERT_NO_FATAL_FAILURE(run("order", 21)); // ten of which nobody saw
    const auto snapshot = m_slot->latest();
    EXPECT_EQ(row(0), 10u);
    EXPECT_EQ(row(1), 10u);
    EXPECT_EQ(snapshot->ledger.accepted, 20u);
    EXPECT_EQ(snapshot->ledger.lost, 0u);
    EXPECT_TRUE(snapshot->warnings.empty());
}

TEST_F(RestartedLoop, BeginsAnewWithAnotherConfigurationAndSaysSo)
{
    ASSERT_NO_FATAL_FAILURE(run("cart", 1));
    m_configuration.signals.back().within = 20min;
    m_slot = std::make_unique<SnapshotSlot>();
    const IngestLoop loop(m_configuration, *m_slot, store());
    EXPECT_TRUE(warns(*m_slot, "Counting began anew: " + store() +
                                   ".state: a state of another configuration; it is kept as " +
                                   store() + ".state.refused"));
    EXPECT_EQ(m_slot->latest()->ledger.accepted, 0u);
    EXPECT_TRUE(std::filesystem::exists(store() + ".state.refused"));
}

TEST_F(RestartedLoop, LeavesTheStateOfAnotherBellwetherAlone)
{
    ASSERT_NO_FATAL_FAILURE(run("cart", 1));
    SnapshotSlot first;
    const IngestLoop owner(m_configuration, first, store());
    ASSERT_TRUE(eventually([&] { return first.latest() != nullptr; }));
    SnapshotSlot second;
    const IngestLoop reader(m_configuration, second, store());
    ASSERT_TRUE(eventually([&] { return second.latest() != nullptr; }));
    EXPECT_EQ(first.latest()->ledger.accepted, 10u);
    EXPECT_EQ(second.latest()->ledger.accepted, 0u);
}

// The one category there is, with what it is a part of; null before it came.
std::shared_ptr<const CategorySnapshot> declined(const SnapshotSlot &slot)
{
    const auto snapshot = slot.latest();
    if (!snapshot || snapshot->metrics->categories.empty())
        return nullptr;
    return {snapshot->metrics, &snapshot->metrics->categories.front()};
}

bool fail(Publisher &publisher)
{
    return publisher.send("payment.failed",
                          R"({"type":"payment.failed","error":{"category":"declined"}})");
}

// Without a state, from the rows: who looks after what, since when it is known, the ledger.
TEST_F(RestartedLoop, RemembersWhatStandsBesideTheCounts)
{
    {
        SnapshotSlot slot;
        IngestLoop loop(m_configuration, slot, store());
        Publisher publisher = publisherTo(endpointOf(slot));
        ASSERT_TRUE(fail(publisher));
        ASSERT_TRUE(eventually([&] { return declined(slot) != nullptr; }));
        loop.acknowledge("declined", "Ann");
        ASSERT_TRUE(eventually([&] { return declined(slot)->acknowledgedBy == "Ann"; }));
    }
    std::filesystem::remove(store() + ".state");
    SnapshotSlot slot;
    const IngestLoop loop(m_configuration, slot, store());
    Publisher publisher = publisherTo(endpointOf(slot));
    const Timestamp begun = *slot.latest()->startedAt;
    ASSERT_TRUE(fail(publisher));
    ASSERT_TRUE(eventually([&] {
        const auto category = declined(slot);
        return category != nullptr && category->acknowledgedBy == "Ann";
    }));
    EXPECT_LT(declined(slot)->firstSeen, begun);
    ASSERT_TRUE(slot.latest()->earlierLedger);
    EXPECT_EQ(slot.latest()->earlierLedger->ledger.received, 1u);
}

TEST_F(RestartedLoop, RemembersWhoAcknowledgedAtTheInstantOfQuitting)
{
    {
        SnapshotSlot slot;
        IngestLoop loop(m_configuration, slot, store());
        ASSERT_FALSE(endpointOf(slot).empty());
        loop.acknowledge("declined", "Ann");
    }
    SnapshotSlot slot;
    const IngestLoop loop(m_configuration, slot, store());
    Publisher publisher = publisherTo(endpointOf(slot));
    ASSERT_TRUE(fail(publisher));
    ASSERT_TRUE(eventually([&] { return declined(slot) != nullptr; }));
    EXPECT_TRUE(eventually([&] { return declined(slot)->acknowledgedBy == "Ann"; }));
}

class RecordedLoop : public testing::Test
{
protected:
    RecordedLoop() { m_record.folder = m_folder.path().string(); }

    // Counts ten, then twenty more that are recorded, and no more.
    void recordTwentyAfterTen(IngestLoop &loop, Publisher &publisher)
    {
        publish(publisher, 10);
        ASSERT_TRUE(accepted(m_slot, 10));
        loop.record(m_record);
        // Taken up before the next burst.
        ASSERT_TRUE(
            eventually([&] { return !record::SegmentFolder(m_record.folder).segments().empty(); }));
        publish(publisher, 20, 11);
        ASSERT_TRUE(accepted(m_slot, 30));
        loop.record({});
        ASSERT_TRUE(eventually([&] { return recorded() == 20; }));
    }

    [[nodiscard]] int recorded() const
    {
        record::Recording recording(m_record.folder);
        int frames = 0;
        while (const auto entry = recording.next())
            frames += std::holds_alternative<wire::Frame>(*entry) ? 1 : 0;
        return frames;
    }

    test::TemporaryFolder m_folder;
    config::RecordConfiguration m_record;
    SnapshotSlot m_slot;
};

TEST_F(RecordedLoop, RecordsFromWhenItIsToldToUntilItIsToldNotTo)
{
    IngestLoop loop(listening(), m_slot);
    Publisher publisher = publisherTo(endpointOf(m_slot));
    ASSERT_NO_FATAL_FAILURE(recordTwentyAfterTen(loop, publisher));
    publish(publisher, 5, 31);
    ASSERT_TRUE(accepted(m_slot, 35));
    EXPECT_EQ(recorded(), 20);
}

// What was counted before is in the state that the recording begins in.
TEST_F(RecordedLoop, BeginsInTheStateOfThenSoThatReplayedTotalsAreThoseOfLive)
{
    IngestLoop loop(listening(), m_slot);
    Publisher publisher = publisherTo(endpointOf(m_slot));
    ASSERT_NO_FATAL_FAILURE(recordTwentyAfterTen(loop, publisher));
    const record::SegmentFolder folder(m_record.folder);
    ASSERT_TRUE(eventually([&] { return !folder.checkpoints().empty(); }));
    SnapshotSlot past;
    const replay::ReplayLoop replay({m_record.folder, listening(), false}, past, replay::kEnd,
                                    Window::oneHour);
    EXPECT_TRUE(eventually([&] { return past.latest() && past.latest()->ledger.accepted == 30; }));
    EXPECT_EQ(past.latest()->ledger.lost, 0u);
}

TEST_F(RecordedLoop, KeepsNoStateOfWhatIsToBeRedacted)
{
    IngestLoop loop(listening(), m_slot);
    Publisher publisher = publisherTo(endpointOf(m_slot));
    m_record.redact = {"/data/email"};
    ASSERT_NO_FATAL_FAILURE(recordTwentyAfterTen(loop, publisher));
    EXPECT_TRUE(record::SegmentFolder(m_record.folder).checkpoints().empty());
}

// Going back and forth in what is being recorded costs what is live nothing.
TEST_F(RecordedLoop, GoesOnUndisturbedWhileItsRecordingIsReplayed)
{
    constexpr unsigned kRounds = 15;
    constexpr unsigned kEach = 2'000;
    IngestLoop loop(listening(), m_slot, {}, m_record);
    Publisher publisher = publisherTo(endpointOf(m_slot));
    publish(publisher, kEach);
    SnapshotSlot past;
    replay::ReplayLoop replay({m_record.folder, listening(), true}, past, replay::kEnd,
                              Window::oneHour);
    for (unsigned round = 1; round < kRounds; ++round) {
        publish(publisher, kEach, round * kEach + 1);
        replay.seek(round % 2 == 0 ? replay::kEnd : Second{});
        ASSERT_TRUE(accepted(m_slot, kEach * (round + 1)));
    }
    const auto live = m_slot.latest();
    EXPECT_EQ(live->ledger.accepted, kRounds * kEach);
    EXPECT_EQ(live->ledger.lost, 0u);
    // And the past is what was live, once it has come that far.
    ASSERT_TRUE(eventually([&] { return m_slot.latest()->asOf >= live->asOf + Seconds{4}; }));
    replay.seek(live->asOf + Seconds{2});
    ASSERT_TRUE(eventually(
        [&] { return past.latest() && past.latest()->asOf == live->asOf + Seconds{2}; }));
    EXPECT_EQ(past.latest()->ledger.accepted, kRounds * kEach);
    EXPECT_TRUE(past.latest()->warnings.empty());
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger_flow.h"

#include "ingest/engine.h"
#include "ingest/wire/frame.h"
#include "models/time_axis.h"

#include <QStringList>

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kLedgerFlowStart = 1'790'000'000;

struct Truth
{
    std::uint64_t published = 0;
    std::uint64_t lost = 0;
    std::uint64_t malformed = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t tooLate = 0;
};

// One source of numbered events, of which some are lost, sent twice, broken or days old; what
// became of each is written down.
Truth play(std::uint32_t seed, ingest::Engine &engine)
{
    std::mt19937 chance(seed);
    const auto oneIn = [&chance](unsigned n) { return chance() % n == 0; };
    const unsigned lossy = 2 + static_cast<unsigned>(chance() % 30);
    Truth truth;
    const auto send = [&](const std::string &payload, std::int64_t arrival) {
        ingest::wire::Frame frame;
        frame.payload = payload;
        frame.endpoint = "tcp://shop";
        frame.arrival = ingest::Timestamp{std::chrono::seconds(arrival)};
        engine.ingest(frame);
    };
    // Last of all an event that arrives, so that every gap shows.
    const int events = 400;
    for (int i = 1; i <= events; ++i) {
        const std::int64_t now = kLedgerFlowStart + i;
        ++truth.published;
        if (i > 1 && i < events && oneIn(lossy)) {
            ++truth.lost;
            continue;
        }
        const bool old = oneIn(25);
        const std::string members = R"("source":"shop","epoch":"e","seq":)" + std::to_string(i) +
                                    R"(,"time":)" + std::to_string(old ? now - 3 * 86'400 : now);
        if (oneIn(20)) {
            ++truth.malformed; // its sequence can be read: not lost
            send("{" + members + "}", now);
            continue;
        }
        truth.tooLate += old ? 1 : 0;
        const std::string event = R"({"type":"a.b",)" + members + "}";
        send(event, now);
        if (oneIn(15)) {
            ++truth.published;
            ++truth.duplicate;
            send(event, now);
        }
    }
    engine.advanceTo(ingest::Timestamp{std::chrono::seconds(kLedgerFlowStart + events + 5)});
    return truth;
}

TEST(LedgerFlow, AddsUpOverRandomStreamsWithLossDuplicatesAndBrokenEvents)
{
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        ingest::Engine engine(std::make_shared<ingest::config::Configuration>(), 1);
        const Truth truth = play(seed, engine);
        const auto flow = models::ledgerFlow(*engine.snapshot(ingest::Window::oneHour));
        ASSERT_EQ(flow.size(), 6u);
        EXPECT_TRUE(models::addsUp(flow));
        EXPECT_EQ(flow[0].count, truth.published);
        EXPECT_EQ(flow[1].branch.count, truth.lost);
        EXPECT_EQ(flow[2].branch.count, truth.malformed);
        EXPECT_EQ(flow[3].branch.count, truth.duplicate);
        EXPECT_EQ(flow[5].branch.count, truth.tooLate);
        EXPECT_EQ(flow[5].count,
                  truth.published - truth.lost - truth.malformed - truth.duplicate - truth.tooLate);
    }
}

TEST(LedgerFlow, OneEventUnaccountedForIsNoticed)
{
    ingest::Engine engine(std::make_shared<ingest::config::Configuration>(), 1);
    play(7, engine);
    const auto sound = models::ledgerFlow(*engine.snapshot(ingest::Window::oneHour));
    for (std::size_t i = 0; i < sound.size(); ++i) {
        auto broken = sound;
        ++broken[i].count;
        EXPECT_FALSE(models::addsUp(broken)) << i;
    }
}

TEST(LedgerFlow, UnknownLossIsNeverCalledNone)
{
    models::FlowBranch branch;
    branch.known = false;
    EXPECT_EQ(models::branchText(branch, 100), QStringLiteral("unknown"));
    branch.count = 2;
    EXPECT_EQ(models::branchText(branch, 100), QStringLiteral("at least 2 (2.00\u202f%)"));
    branch.known = true;
    EXPECT_EQ(models::branchText(branch, 100), QStringLiteral("2 (2.00\u202f%)"));
}

TEST(LedgerFlow, AnUnknownTailMakesWhatWasPublishedALowerBound)
{
    ingest::Snapshot snapshot;
    snapshot.sources.resize(1);
    EXPECT_TRUE(models::ledgerFlow(snapshot)[1].branch.known);
    snapshot.sources[0].tailUnknown = true;
    const auto flow = models::ledgerFlow(snapshot);
    EXPECT_FALSE(flow[1].branch.known);
    EXPECT_EQ(models::branchText(flow[1].branch, 0), QStringLiteral("unknown"));
    EXPECT_TRUE(flow[0].detail.startsWith(QStringLiteral("at least: a source")));
}

TEST(LedgerFlow, TheRunBeforeIsToldApart)
{
    ingest::Snapshot snapshot;
    EXPECT_EQ(models::earlierLedgerText(snapshot), QString());
    snapshot.earlierLedger.emplace();
    snapshot.earlierLedger->ledger.received = 12'345;
    snapshot.earlierLedger->ledger.lost = 3;
    EXPECT_TRUE(
        models::earlierLedgerText(snapshot).endsWith(QStringLiteral(": 12,345 received, 3 lost")));
    snapshot.earlierLedger->ledger.lossKnown = false;
    EXPECT_TRUE(models::earlierLedgerText(snapshot).endsWith(QStringLiteral(", unknown lost")));
}

TEST(LedgerFlow, ARunBeforeOfAnotherDaySaysOfWhich)
{
    ingest::Snapshot snapshot;
    snapshot.asOf = ingest::Second{std::chrono::sys_days{std::chrono::year{2026} / 11 / 28} +
                                   std::chrono::hours{12}};
    auto &before = snapshot.earlierLedger.emplace();
    before.until = snapshot.asOf - std::chrono::minutes{5};
    before.since = before.until - std::chrono::minutes{30};
    const QString today = models::dayText(models::toMs(snapshot.asOf), QTimeZone::systemTimeZone());
    EXPECT_FALSE(models::earlierLedgerText(snapshot).contains(today));
    before.since -= std::chrono::hours{24};
    const QString text = models::earlierLedgerText(snapshot);
    const QString yesterday =
        models::dayText(models::toMs(before.since), QTimeZone::systemTimeZone());
    EXPECT_TRUE(text.startsWith(QStringLiteral("before, ") + yesterday)) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("to ") + today)) << text.toStdString();
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/source_ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using metrics::SourceLedger;
using metrics::Verdict;

constexpr Timestamp kSourceLedgerStart{std::chrono::seconds(1'790'000'000)};

struct Sent
{
    std::string source = "a";
    std::string epoch = "1";
    std::optional<std::uint64_t> sequence = std::nullopt;
    std::string id = {};
    Timestamp time = kSourceLedgerStart;
};

class Ledger
{
public:
    SourceLedger ledger{config::Limits{}, config::Staleness{}, 1};

    Verdict event(const Sent &sent, Timestamp now = kSourceLedgerStart + 1s, bool filtered = false)
    {
        wire::Event event;
        event.type = "t";
        event.source = sent.source;
        event.epoch = sent.epoch;
        event.id = sent.id;
        event.sequence = sent.sequence;
        event.time = sent.time;
        event.filtered = filtered;
        return ledger.observe(event, sent.time, now, now, false).verdict;
    }

    void beat(std::uint64_t sequence, Timestamp now, Timestamp started = kSourceLedgerStart - 1h,
              bool goodbye = false, const std::string &epoch = "1")
    {
        wire::Event event;
        event.kind = goodbye ? wire::EventKind::goodbye : wire::EventKind::heartbeat;
        event.type = "bellwether.heartbeat";
        event.source = "a";
        event.epoch = epoch;
        event.sequence = sequence;
        event.started = started;
        ledger.announce(event, now);
    }

    SourceSnapshot row(Timestamp now = kSourceLedgerStart + 2s)
    {
        return ledger.rows(now, 100).front();
    }
};

TEST(SourceLedger, ALateJoinersBaselineIsTheLowestSequenceSeen)
{
    Ledger books;
    for (const std::uint64_t sequence : {4713u, 4711u, 4712u})
        books.event({.sequence = sequence});
    EXPECT_EQ(books.ledger.lost(), 0u);
    books.event({.sequence = 4716});
    EXPECT_EQ(books.ledger.lost(), 2u);
    books.event({.sequence = 4715});
    books.event({.sequence = 4714});
    EXPECT_EQ(books.ledger.lost(), 0u) << "a filled gap is no loss";
}

TEST(SourceLedger, TheHeadOfAnEpochThatStartedLaterIsLost)
{
    Ledger books;
    books.event({.sequence = 1}, kSourceLedgerStart);
    books.event({.epoch = "2", .sequence = 11}, kSourceLedgerStart + 5s);
    EXPECT_EQ(books.ledger.lost(), 0u);
    books.beat(11, kSourceLedgerStart + 6s, kSourceLedgerStart + 4s, false, "2");
    EXPECT_EQ(books.ledger.lost(), 10u);
    EXPECT_EQ(books.row().restarts, 1u);
    EXPECT_TRUE(books.row().tailUnknown);
}

TEST(SourceLedger, AHeartbeatMakesALostTailVisible)
{
    Ledger books;
    books.event({.sequence = 1}, kSourceLedgerStart);
    books.beat(5, kSourceLedgerStart + 1s);
    EXPECT_EQ(books.ledger.lost(), 4u);
    std::uint64_t timed = 0;
    books.ledger.forEachGap([&](std::uint64_t count, Timestamp at) {
        timed += count;
        EXPECT_EQ(at, kSourceLedgerStart + 1s);
    });
    EXPECT_EQ(timed, 4u);
}

TEST(SourceLedger, AGoodbyeEndsAnEpochWithoutAnUnknownTail)
{
    Ledger books;
    books.event({.sequence = 1}, kSourceLedgerStart);
    books.beat(1, kSourceLedgerStart + 1s, kSourceLedgerStart - 1h, true);
    EXPECT_EQ(books.row().state, SourceState::goodbye);
    books.event({.epoch = "2", .sequence = 1}, kSourceLedgerStart + 2s);
    EXPECT_FALSE(books.row().tailUnknown);
    EXPECT_TRUE(books.row().tails.empty());
    EXPECT_EQ(books.row().state, SourceState::up);
}

TEST(SourceLedger, AnUnknownTailLiesBetweenTheLastAndTheNextThatWasHeard)
{
    Ledger books;
    books.event({.sequence = 1}, kSourceLedgerStart);
    books.beat(1, kSourceLedgerStart + 3s);
    books.event({.epoch = "2", .sequence = 1}, kSourceLedgerStart + 8s);
    books.event({.sequence = 2}, kSourceLedgerStart + 9s); // one of the old epoch, overtaken
    const std::vector<UnknownTail> tails = books.row().tails;
    EXPECT_EQ(tails,
              (std::vector<UnknownTail>{{kSourceLedgerStart + 3s, kSourceLedgerStart + 8s}}));
    const metrics::SourceAccount &account = books.ledger.account(0);
    EXPECT_EQ(account.unheardAroundTails(kSourceLedgerStart), 5s);
    EXPECT_EQ(account.unheardAroundTails(kSourceLedgerStart + 6s), 2s) << "since then";
    EXPECT_EQ(account.unheardAroundTails(kSourceLedgerStart + 8s), 0s);
    books.beat(2, kSourceLedgerStart + 10s, kSourceLedgerStart - 1h, true); // its late goodbye
    EXPECT_TRUE(books.row().tails.empty());
    EXPECT_EQ(account.unheardAroundTails(kSourceLedgerStart), 0s);
}

TEST(SourceLedger, TheSameSequenceTwiceIsADuplicateWhereIdAndTimeAgree)
{
    Ledger books;
    EXPECT_EQ(books.event({.sequence = 1, .id = "x"}), Verdict::accepted);
    EXPECT_EQ(books.event({.sequence = 1, .id = "x"}), Verdict::duplicate);
    EXPECT_EQ(books.event({.sequence = 2}), Verdict::accepted);
    EXPECT_EQ(books.event({.sequence = 2}), Verdict::duplicate);
    EXPECT_EQ(books.ledger.lost(), 0u);
    EXPECT_TRUE(books.ledger.lossKnown());
}

TEST(SourceLedger, AReusedSequenceCountsTwiceAndIsSaid)
{
    Ledger books;
    EXPECT_EQ(books.event({.sequence = 1, .id = "x"}), Verdict::accepted);
    EXPECT_EQ(books.event({.sequence = 1, .id = "y"}), Verdict::accepted);
    EXPECT_TRUE(books.row().sequenceReused);
    EXPECT_EQ(books.row().lost, std::nullopt);
    EXPECT_FALSE(books.ledger.lossKnown());
}

TEST(SourceLedger, TheSameIdCountsOnceWithinTenMinutesOfArrival)
{
    Ledger books;
    EXPECT_EQ(books.event({.id = "x"}, kSourceLedgerStart), Verdict::accepted);
    EXPECT_EQ(books.event({.id = "x"}, kSourceLedgerStart + 60s), Verdict::duplicate);
    EXPECT_EQ(books.event({.source = "b", .id = "x"}, kSourceLedgerStart + 61s), Verdict::accepted);
    EXPECT_EQ(books.event({.id = "x"}, kSourceLedgerStart + 12min), Verdict::accepted);
}

TEST(SourceLedger, LossIsUnknownWithoutSequencesAndUnderAFilter)
{
    Ledger books;
    EXPECT_TRUE(books.ledger.lossKnown());
    books.event({});
    EXPECT_EQ(books.row().lost, std::nullopt);
    Ledger filtered;
    filtered.event({.sequence = 1}, kSourceLedgerStart, true);
    filtered.event({.sequence = 9}, kSourceLedgerStart, true);
    EXPECT_EQ(filtered.row().lost, std::nullopt);
    EXPECT_FALSE(filtered.ledger.lossKnown());
}

// Of a subscription to some types only: what it does not ask for is not lost.
TEST(SourceLedger, LossIsKnownUnderAFilterWhereEachTypeIsNumberedOnItsOwn)
{
    SourceLedger ledger(config::Limits{}, config::Staleness{}, 1);
    const auto take = [&ledger](std::string_view type, std::uint64_t sequence) {
        wire::Event event;
        event.type = type;
        event.source = "a";
        event.epoch = "1";
        event.sequence = sequence;
        event.time = kSourceLedgerStart;
        event.filtered = true;
        event.sequencePerType = true;
        return ledger
            .observe(event, kSourceLedgerStart, kSourceLedgerStart, kSourceLedgerStart, false)
            .verdict;
    };
    for (const std::string_view type : {"order.completed", "payment.failed"})
        for (const std::uint64_t sequence : {1u, 2u, 3u})
            EXPECT_EQ(take(type, sequence), Verdict::accepted) << type << " " << sequence;
    EXPECT_TRUE(ledger.lossKnown());
    EXPECT_EQ(ledger.lost(), 0u);
    take("payment.failed", 7);
    EXPECT_EQ(ledger.lost(), 3u);
    take("order.completed", 4);
    EXPECT_EQ(ledger.lost(), 3u) << "another type's number fills no gap";
    EXPECT_EQ(take("payment.failed", 7), Verdict::duplicate);
}

TEST(SourceLedger, AMalformedEventWithASequenceIsDistinctNotLost)
{
    Ledger books;
    books.event({.sequence = 1});
    books.event({.sequence = 3});
    wire::Rejection rejection;
    rejection.source = "a";
    rejection.epoch = "1";
    rejection.sequence = 2;
    books.ledger.observe(rejection, kSourceLedgerStart);
    EXPECT_EQ(books.ledger.lost(), 0u);
    EXPECT_EQ(books.row().malformed, 1u);
    EXPECT_EQ(books.row().received, 3u);
}

TEST(SourceLedger, AMissedHeartbeatSilencesASourceThatBeats)
{
    Ledger books;
    books.event({.sequence = 1}, kSourceLedgerStart);
    EXPECT_EQ(books.row(kSourceLedgerStart + 100s).state, SourceState::up);
    EXPECT_EQ(books.row(kSourceLedgerStart + 121s).state, SourceState::silent);
    books.beat(1, kSourceLedgerStart + 130s);
    EXPECT_EQ(books.row(kSourceLedgerStart + 133s).state, SourceState::up);
    EXPECT_EQ(books.row(kSourceLedgerStart + 134s).state, SourceState::silent);
}

TEST(SourceLedger, SourcesBeyondTheCapShareOneAccountAndTotalsStayExact)
{
    config::Limits limits;
    limits.sources = 10;
    SourceLedger ledger(limits, {}, 1);
    for (int i = 0; i < 1000; ++i) {
        const std::string name = "s" + std::to_string(i);
        wire::Event event;
        event.source = name;
        event.sequence = 1;
        event.time = kSourceLedgerStart;
        EXPECT_EQ(
            ledger.observe(event, kSourceLedgerStart, kSourceLedgerStart, kSourceLedgerStart, false)
                .verdict,
            Verdict::accepted);
    }
    EXPECT_EQ(ledger.rows(kSourceLedgerStart, 100).size(), 11u);
    EXPECT_EQ(ledger.overflow(), 990u);
    EXPECT_FALSE(ledger.lossKnown());
}

// Sent, lost, sent twice and shuffled: what counts must be what a set of sequences says.
TEST(SourceLedger, AgreesWithASetOfSequencesInAnyOrder)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 60; ++round) {
        std::vector<Sent> arrivals;
        std::map<std::pair<std::string, std::string>, std::set<std::uint64_t>> seen;
        std::uint64_t distinct = 0;
        for (const std::string source : {"a", "b", "c"}) {
            for (int epoch = 1; epoch <= 3; ++epoch) {
                const std::uint64_t first = random() % 1000;
                for (std::uint64_t i = 0; i < 300; ++i) {
                    if (random() % 10 == 0)
                        continue;
                    const Sent sent{
                        source, std::to_string(epoch), first + i,
                        random() % 2 == 0 ? "" : std::to_string(epoch) + "-" + std::to_string(i),
                        kSourceLedgerStart + std::chrono::milliseconds(i)};
                    for (std::uint64_t copies = random() % 8 == 0 ? 2 : 1; copies > 0; --copies)
                        arrivals.push_back(sent);
                    seen[{source, sent.epoch}].insert(first + i);
                    ++distinct;
                }
            }
        }
        std::uint64_t lost = 0;
        for (const auto &[epoch, sequences] : seen)
            lost += *sequences.rbegin() - *sequences.begin() + 1 - sequences.size();
        std::ranges::shuffle(arrivals, random);
        Ledger books;
        std::uint64_t accepted = 0;
        for (const Sent &sent : arrivals)
            accepted += books.event(sent) == Verdict::accepted ? 1 : 0;
        ASSERT_EQ(accepted, distinct);
        ASSERT_EQ(books.ledger.lost(), lost);
        ASSERT_TRUE(books.ledger.lossKnown());
    }
}

} // namespace

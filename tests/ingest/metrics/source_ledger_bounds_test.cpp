// SPDX-License-Identifier: GPL-3.0-or-later
// What hostile sources may cost, and what must stay true for the others meanwhile.
#include "ingest/metrics/source_ledger.h"

#include "tests/ingest/support/allocation_count.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace {

using namespace ingest;
using metrics::SourceLedger;

constexpr Timestamp kSourceLedgerBoundsStart{std::chrono::seconds(1'790'000'000)};

wire::Event eventOf(std::string_view source, std::string_view epoch, std::uint64_t sequence)
{
    wire::Event event;
    event.type = "t";
    event.source = source;
    event.epoch = epoch;
    event.sequence = sequence;
    event.time = kSourceLedgerBoundsStart;
    return event;
}

void send(SourceLedger &ledger, const wire::Event &event, Timestamp now = kSourceLedgerBoundsStart)
{
    ledger.observe(event, *event.time, now, now, false);
}

TEST(SourceLedgerBounds, EverySecondSequenceOfManyEpochsTakesBoundedMemoryAndIsAllCounted)
{
    SourceLedger ledger({}, {}, 1);
    for (const std::uint64_t sequence : {1u, 3u, 4u, 9u})
        send(ledger, eventOf("honest", "1", sequence));
    std::uint64_t lost = 1 + 4;
    for (int epoch = 0; epoch < 200; ++epoch) {
        const std::string name = std::to_string(epoch);
        for (std::uint64_t i = 0; i < 4000; ++i)
            send(ledger, eventOf("hostile", name, 1 + 2 * i));
        lost += 3999;
    }
    EXPECT_LE(ledger.intervals(), SourceLedger::kMaxIntervals / 4 * 5);
    EXPECT_EQ(ledger.lost(), lost);
    send(ledger, eventOf("honest", "1", 2));
    EXPECT_EQ(ledger.lost(), lost - 1) << "the gaps of others still fill";
}

TEST(SourceLedgerBounds, OverlongNamesAreKeptShort)
{
    SourceLedger ledger({}, {}, 1);
    const std::string text(900'000, 'x');
    for (const char last : {'a', 'b', 'a'})
        send(ledger, eventOf(text + last, text + last, last == 'a' ? 1 : 2));
    const std::vector<SourceSnapshot> rows = ledger.rows(kSourceLedgerBoundsStart, 10);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_LE(rows[0].source.size(), 256u);
    EXPECT_LE(rows[0].epoch.size(), 256u);
    EXPECT_EQ(rows[0].received + rows[1].received, 3u);
}

TEST(SourceLedgerBounds, AWarmLedgerAllocatesNothing)
{
    config::Limits limits;
    limits.duplicateIds = 20'000;
    SourceLedger ledger(limits, {}, 1);
    constexpr std::array<const char *, 4> kSources{"a", "b", "c", "d"};
    std::uint64_t sequence = 0;
    const auto burst = [&](int events) {
        for (int i = 0; i < events; ++i)
            send(ledger,
                 eventOf(kSources.at(static_cast<std::size_t>(i) % 4), "1", ++sequence / 4));
    };
    burst(10'000);
    const std::uint64_t before = test::allocationCount();
    burst(500);
    EXPECT_EQ(test::allocationCount(), before);
}

// Restarts, lost heads, heartbeats, goodbyes, duplicates: in any order the books are the same.
class Stream
{
public:
    explicit Stream(std::uint64_t seed) : m_random(seed)
    {
        for (const char *source : {"a", "b", "c"})
            for (const char *epoch : {"1", "2", "3"})
                addEpoch(source, epoch);
    }

    std::vector<SourceSnapshot> rows(SourceLedger &ledger)
    {
        for (const wire::Event &event : m_events)
            if (event.kind == wire::EventKind::event)
                send(ledger, event);
            else
                ledger.announce(event, kSourceLedgerBoundsStart);
        return ledger.rows(kSourceLedgerBoundsStart, 10);
    }
    void shuffle() { std::ranges::shuffle(m_events, m_random); }
    [[nodiscard]] std::uint64_t lost() const { return m_lost; }
    [[nodiscard]] std::uint64_t duplicates() const { return m_duplicates; }

private:
    void addEpoch(const char *source, const char *epoch)
    {
        const bool startedLater = m_random() % 2 == 0;
        const std::uint64_t first = startedLater ? 1 : 100;
        const std::uint64_t last = first + 20 + m_random() % 100;
        bool any = false;
        for (std::uint64_t sequence = first; sequence <= last; ++sequence) {
            if (m_random() % 4 == 0) {
                m_lost += startedLater || any ? 1 : 0;
                continue;
            }
            any = true;
            m_events.push_back(eventOf(source, epoch, sequence));
            if (m_random() % 5 == 0) {
                m_events.push_back(m_events.back());
                ++m_duplicates;
            }
        }
        wire::Event beat = eventOf(source, epoch, last);
        beat.kind = m_random() % 2 == 0 ? wire::EventKind::heartbeat : wire::EventKind::goodbye;
        beat.started = kSourceLedgerBoundsStart + std::chrono::seconds(startedLater ? 1 : -1);
        m_events.push_back(beat);
    }

    std::mt19937_64 m_random;
    std::vector<wire::Event> m_events;
    std::uint64_t m_lost = 0;
    std::uint64_t m_duplicates = 0;
};

TEST(SourceLedgerBounds, KeepsTheSameBooksInAnyOrderOfArrival)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    for (std::uint64_t round = 0; round < 200; ++round) {
        Stream stream(seed + round);
        for (int permutation = 0; permutation < 3; ++permutation) {
            SourceLedger ledger({}, {}, round);
            ledger.startAt(kSourceLedgerBoundsStart);
            std::uint64_t duplicates = 0;
            for (const SourceSnapshot &row : stream.rows(ledger)) {
                duplicates += row.duplicate;
                ASSERT_EQ(row.restarts, 2u);
                ASSERT_FALSE(row.sequenceReused);
            }
            ASSERT_EQ(ledger.lost(), stream.lost()) << "round " << round;
            ASSERT_EQ(duplicates, stream.duplicates());
            stream.shuffle();
        }
    }
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// What `sequence_scope` of a source comes to, from the file through a filtering socket to the
// ledger.
#include "ingest/config/configuration_file.h"
#include "ingest/ingest_loop.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "ingest/transport/publisher.h"
#include "tests/ingest/support/eventually.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using support::eventually;

class SequenceScopeOfALoop : public testing::Test
{
protected:
    // `scope` is a line of the source's table, or nothing.
    void listen(const std::string &scope)
    {
        const auto loaded = config::parseConfiguration("[[source]]\n"
                                                       "bind = [\"tcp://127.0.0.1:*\"]\n"
                                                       "topics = [\"order.\", \"payment.\"]\n" +
                                                           scope +
                                                           "[[signal]]\n"
                                                           "name = \"orders\"\n"
                                                           "kind = \"rate\"\n"
                                                           "events = [\"order.*\"]\n",
                                                       "bellwether.toml");
        ASSERT_TRUE(std::holds_alternative<config::Configuration>(loaded));
        m_loop.emplace(std::get<config::Configuration>(loaded), m_slot);
        ASSERT_TRUE(eventually([&] { return m_slot.latest() && m_slot.latest()->sockets[0].up; }));
        transport::Publisher::Options options;
        options.lossless = true;
        m_publisher.emplace(m_slot.latest()->sockets[0].endpoint, options);
        ASSERT_EQ(m_publisher->open(), std::nullopt);
        ASSERT_TRUE(m_publisher->waitForPeer(10s));
    }

    void publish(const std::string &type, std::uint64_t sequence)
    {
        ASSERT_TRUE(m_publisher->send(type, R"({"type":")" + type +
                                                R"(","source":"/shop","epoch":"a","sequence":)" +
                                                std::to_string(sequence) + "}"));
    }
    void publishAllBut(const std::string &type, std::uint64_t last,
                       const std::set<std::uint64_t> &missing)
    {
        for (std::uint64_t sequence = 1; sequence <= last; ++sequence)
            if (!missing.contains(sequence))
                publish(type, sequence);
    }

    // The first two are subscribed to: 6 of 40 and 3 of 25 are missing, one comes twice. The source
    // announces the last number of all it sent.
    std::shared_ptr<const Snapshot> afterTheTraffic()
    {
        publishAllBut("order.completed", 40, {7, 8, 9, 20, 38, 39});
        publishAllBut("page.viewed", 90, {50});
        publishAllBut("payment.failed", 25, {2, 3, 24});
        publish("payment.failed", 25);
        EXPECT_TRUE(m_publisher->send("bellwether.goodbye",
                                      R"({"type":"bellwether.goodbye","source":"/shop",)"
                                      R"("epoch":"a","sequence":155})"));
        EXPECT_TRUE(eventually([&] {
            const auto sources = m_slot.latest()->sources;
            return !sources.empty() && sources[0].state == SourceState::goodbye;
        }));
        return m_slot.latest();
    }

    SnapshotSlot m_slot;
    std::optional<IngestLoop> m_loop;
    std::optional<transport::Publisher> m_publisher;
};

TEST_F(SequenceScopeOfALoop, OfEachTypeKnowsTheGapsOfEachTypeUnderAFilter)
{
    ASSERT_NO_FATAL_FAILURE(listen("sequence_scope = \"type\"\n"));
    const auto snapshot = afterTheTraffic();
    std::map<std::string, std::uint64_t> counts;
    for (const TypeSnapshot &type : snapshot->types)
        counts[type.type] = type.count;
    EXPECT_EQ(counts, (std::map<std::string, std::uint64_t>{{"order.completed", 34},
                                                            {"payment.failed", 22}}));
    EXPECT_EQ(snapshot->ledger.accepted, 34u + 22u);
    EXPECT_EQ(snapshot->ledger.duplicate, 1u);
    EXPECT_TRUE(snapshot->ledger.lossKnown);
    EXPECT_EQ(snapshot->ledger.lost, 6u + 3u);
    ASSERT_EQ(snapshot->sources.size(), 1u);
    EXPECT_EQ(snapshot->sources[0].lost, 9u);
    publish("order.completed", 20); // a gap is filled by its own type alone
    publish("payment.failed", 30);
    EXPECT_TRUE(eventually([&] { return m_slot.latest()->ledger.accepted == 58; }));
    EXPECT_EQ(m_slot.latest()->ledger.lost, 5u + 3u + 4u);
}

TEST_F(SequenceScopeOfALoop, OfTheSourceCannotTellUnderAFilter)
{
    ASSERT_NO_FATAL_FAILURE(listen(""));
    const auto snapshot = afterTheTraffic();
    EXPECT_FALSE(snapshot->ledger.lossKnown);
    EXPECT_EQ(snapshot->ledger.lost, 0u);
    ASSERT_EQ(snapshot->sources.size(), 1u);
    EXPECT_EQ(snapshot->sources[0].lost, std::nullopt);
}

} // namespace

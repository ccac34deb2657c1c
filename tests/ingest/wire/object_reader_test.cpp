// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader knows again of the events it has read, and what it must not.
#include "ingest/wire/object_reader.h"

#include "tests/ingest/support/collecting_sink.h"
#include "tests/ingest/wire/oracle/random_document.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace ingest::wire;
using test::CollectingSink;

class ObjectReaderTest : public testing::Test
{
protected:
    ObjectReaderTest() { m_frame.arrival = Timestamp(std::chrono::seconds(1'795'000'000)); }

    bool learn(std::string_view text)
    {
        CollectingSink sink;
        m_reader.decode(m_frame, text, sink);
        return sink.rejections.empty();
    }
    bool knows(std::string_view text) { return m_reader.readKnown(m_frame, text) != 0; }

    Frame m_frame;
    ObjectReader m_reader{FieldPlaces{}};
};

TEST_F(ObjectReaderTest, ReadsWhatLooksLikeAnEventBefore)
{
    const auto event = [](const std::string &type, const std::string &number) {
        return R"({"specversion":"1.0","type":")" + type + R"(","source":"/shop/)" + number +
               R"(","id":")" + number + R"(","time":"2026-11-23T08:10:03.)" + number +
               R"(Z","session":"s)" + number + R"(","sequence":")" + number +
               R"(","epoch":"e","started":)" + number + R"(,"data":{"amount":)" + number +
               R"(,"currency":"EUR","a":"b","error":{"category":"c","message":"m)" + number +
               R"("},"lcp_ms":)" + number + R"(.5,"ok":true}})";
    };
    ASSERT_TRUE(learn(event("a.failed", "1")));
    for (const char *type : {"a.failed", "page.loaded"})
        for (const char *number : {"1", "23", "4567890"}) {
            const std::string text = event(type, number);
            EXPECT_EQ(m_reader.readKnown(m_frame, text), text.size()) << text;
            CollectingSink known;
            m_reader.deliverKnown(known);
            CollectingSink walked;
            ObjectReader(FieldPlaces{}).decode(m_frame, text, walked);
            EXPECT_EQ(known.events, walked.events);
            EXPECT_TRUE(known.events.front().failure && known.events.front().money) << text;
        }
}

TEST_F(ObjectReaderTest, KnowsMostOfWhatItAcceptedAgain)
{
    std::size_t accepted = 0;
    std::size_t known = 0;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        const std::string text = test::oracle::RandomDocument(seed).object();
        ObjectReader reader(FieldPlaces{});
        CollectingSink sink;
        reader.decode(m_frame, text, sink);
        if (sink.events.empty() || text.find('\\') != text.npos)
            continue;
        ++accepted;
        known += reader.readKnown(m_frame, text) != 0 ? 1 : 0;
    }
    EXPECT_GT(accepted, 150u);
    EXPECT_GT(known * 10, accepted * 8) << known << " of " << accepted;
}

TEST_F(ObjectReaderTest, LeavesWhatDependsOnMoreThanTheShape)
{
    // Whether there was a failure is up to the value.
    ASSERT_TRUE(learn(R"({"type":"a","error":true})"));
    EXPECT_FALSE(knows(R"({"type":"a","error":false})"));
    // It means what it stands for.
    ASSERT_TRUE(learn(R"({"type":"\u0061","x":"y"})"));
    EXPECT_FALSE(knows(R"({"type":"\u0061","x":"y"})"));
}

TEST_F(ObjectReaderTest, LeavesHeartbeats)
{
    ASSERT_TRUE(learn(R"({"type":"a","source":"s","epoch":"e","sequence":1})"));
    EXPECT_TRUE(knows(R"({"type":"b","source":"s","epoch":"e","sequence":1})"));
    EXPECT_FALSE(knows(R"({"type":"bellwether.heartbeat","source":"s","epoch":"e","sequence":1})"));
    EXPECT_FALSE(knows(R"({"type":"bellwether.goodbye","source":"s","epoch":"e","sequence":1})"));
    ASSERT_TRUE(learn(R"({"type":"bellwether.heartbeat","source":"s","epoch":"f"})"));
    EXPECT_FALSE(knows(R"({"type":"b","source":"s","epoch":"f"})"));
}

TEST_F(ObjectReaderTest, LeavesWhatIsRefused)
{
    ASSERT_TRUE(learn(R"({"type":"a","time":"2026-11-23T08:10:03.123Z"})"));
    EXPECT_TRUE(knows(R"({"type":"a","time":"2026-11-23T08:10:03Z"})"));
    EXPECT_FALSE(knows(R"({"type":"a","time":"2026-13-23T08:10:03Z"})"));
    ASSERT_TRUE(learn(R"({"type":"a"})"));
    EXPECT_TRUE(knows(R"({"type":"a"})"));
    EXPECT_FALSE(knows(R"({"type":")" + std::string(ObjectReader::kMaxBytes, 'x') + R"("})"));
    m_frame.arrival.reset();
    EXPECT_FALSE(knows(R"({"type":"a"})"));
}

TEST_F(ObjectReaderTest, TakesTheTypeFromTheTopicAsTheWalkDoes)
{
    ASSERT_TRUE(learn(R"({"name":"a","x":1})"));
    EXPECT_TRUE(knows(R"({"name":"b","x":1})"));
    m_frame.topic = "page.loaded";
    EXPECT_FALSE(knows(R"({"name":"b","x":1})"));
    ASSERT_TRUE(learn(R"({"name":"a","y":1})"));
    EXPECT_TRUE(knows(R"({"name":"b","y":1})"));
    m_frame.topic = "\xff";
    EXPECT_FALSE(knows(R"({"name":"b","y":1})"));
    m_frame.topic = {};
    EXPECT_FALSE(knows(R"({"name":"b","y":1})"));
}

TEST_F(ObjectReaderTest, LearnsAgainAfterAFloodOfShapes)
{
    for (int i = 0; i < 5'000; ++i)
        ASSERT_TRUE(learn(R"({"type":"a","k)" + std::to_string(i) + R"(":1})"));
    std::size_t rounds = 0;
    while (rounds < 64 && !knows(R"({"type":"b","x":"y"})")) {
        ASSERT_TRUE(learn(R"({"type":"a","x":"z"})"));
        ++rounds;
    }
    EXPECT_LT(rounds, 64u);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_shape.h"

#include "ingest/record/line_reader.h"
#include "ingest/record/line_writer.h"
#include "ingest/text_place.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>

namespace {

using namespace ingest;
using record::LineReader;
using record::LineShape;

constexpr Timestamp kMinute{std::chrono::seconds{1'800'000'000}};

std::string shapedLine(const wire::Frame &frame)
{
    record::LineWriter writer({});
    std::string line;
    writer.put(frame, line);
    line.pop_back();
    return line;
}

wire::Frame message(std::string_view topic, std::string_view payload, Nanoseconds after = {})
{
    wire::Frame frame;
    frame.arrival = kMinute + after;
    frame.endpoint = "tcp://127.0.0.1:5556";
    frame.topic = topic;
    frame.parts = topic.empty() ? 1 : 2;
    frame.payload = payload;
    return frame;
}

void expectSame(const wire::Frame &read, const wire::Frame &written)
{
    EXPECT_EQ(read.arrival, written.arrival);
    EXPECT_EQ(read.endpoint, written.endpoint);
    EXPECT_EQ(read.topic, written.topic);
    EXPECT_EQ(read.payload, written.payload);
    EXPECT_EQ(read.parts, written.parts);
    EXPECT_EQ(read.filtered, written.filtered);
    EXPECT_EQ(read.sequencePerType, written.sequencePerType);
}

class LineShapeTest : public testing::Test
{
protected:
    // The shape of the first line that this reader is given.
    bool readAs(const std::string &line)
    {
        m_line = line;
        return m_reader.readLikeOneBefore(m_line, m_frame);
    }
    void learn(const wire::Frame &frame) { std::ignore = m_reader.read(shapedLine(frame)); }

    LineReader m_reader;
    std::string m_line;
    wire::Frame m_frame;
};

TEST_F(LineShapeTest, TimeTopicAndEventMayDiffer)
{
    learn(message("cart.item_added", R"({"a":1})"));
    for (const wire::Frame &other :
         {message("cart.item_added", R"({"a":2})"),
          message("cart.item_added", R"({"b":"}"})", Seconds{61}),
          message("page.loaded", R"({"c":[]})"), message("a", "[]", Nanoseconds{1}),
          message("a.topic.that.is.longer.than.every.other", R"({"d":1})", Seconds{3'600})}) {
        ASSERT_TRUE(readAs(shapedLine(other))) << m_line;
        expectSame(m_frame, other);
        for (const std::string_view text : {m_frame.topic, m_frame.endpoint, m_frame.payload})
            EXPECT_TRUE(placeIn(m_line, text));
    }
}

TEST_F(LineShapeTest, AnythingElseIsAnotherShape)
{
    const wire::Frame first = message("a", "{}");
    learn(first);
    wire::Frame other = first;
    other.endpoint = "tcp://127.0.0.1:5557";
    EXPECT_FALSE(readAs(shapedLine(other)));
    other = first;
    other.filtered = true;
    EXPECT_FALSE(readAs(shapedLine(other)));
    EXPECT_FALSE(readAs(shapedLine(message("", "{}"))));
    EXPECT_FALSE(readAs(shapedLine(message("a", "no JSON"))));
    EXPECT_FALSE(readAs(shapedLine(message("a \"quoted\" topic", "{}"))));
    EXPECT_FALSE(readAs(shapedLine(message("\xff", "{}"))));
    std::string line = shapedLine(first);
    EXPECT_FALSE(readAs(line + " "));
    line.replace(7, 4, "year");
    EXPECT_FALSE(readAs(line));
    EXPECT_TRUE(readAs(shapedLine(first)));
}

TEST_F(LineShapeTest, SeveralSocketsTakeTurns)
{
    wire::Frame frames[4] = {message("a", "{}"), message("b", "{}"), message("", "{}"),
                             message("c", "{}")};
    frames[1].endpoint = "tcp://127.0.0.1:5557";
    frames[3].filtered = true;
    for (const wire::Frame &frame : frames)
        learn(frame);
    for (int i = 1; i < 20; ++i) {
        wire::Frame next = frames[i % 4];
        next.arrival = kMinute + Seconds{i};
        ASSERT_TRUE(readAs(shapedLine(next))) << m_line;
        expectSame(m_frame, next);
    }
}

TEST_F(LineShapeTest, AnEmptyEndpointAndATopicThatGetsShorter)
{
    wire::Frame frame = message("a.topic.of.some.length", "{}");
    frame.endpoint = {};
    learn(frame);
    frame.topic = "a";
    ASSERT_TRUE(readAs(shapedLine(frame)));
    expectSame(m_frame, frame);
}

// Two times or topics in one line: the last one counts, as read() has it.
TEST_F(LineShapeTest, ARepeatedMemberCountsAsItDoesWhenRead)
{
    const auto line = [](const char *first, const char *second) {
        return std::string(R"({"at":"2025-11-23T08:10:03Z","topic":")") + first +
               R"(","at":"2025-11-23T08:10:04Z","topic":")" + second + R"(","event":{}})";
    };
    for (const std::string &each : {line("a", "b"), line("c", "b"), line("a", "d")}) {
        const auto fresh = LineReader().read(each);
        const auto read = m_reader.read(each);
        expectSame(std::get<wire::Frame>(std::get<record::Entry>(read)),
                   std::get<wire::Frame>(std::get<record::Entry>(fresh)));
    }
}

// What is known of earlier lines never changes what a line says.
TEST_F(LineShapeTest, ChangedLinesReadAsByAReaderThatKnowsNone)
{
    const auto seed = std::random_device{}();
    std::mt19937 random(seed);
    SCOPED_TRACE(seed);
    const std::string lines[] = {shapedLine(message("a.b", R"({"a":1})")),
                                 shapedLine(message("", "[1]", Seconds{7})),
                                 shapedLine(message("c", "\xff"))};
    unsigned shaped = 0;
    for (int i = 0; i < 20'000; ++i) {
        m_line = lines[random() % 3];
        for (auto changes = random() % 3; changes > 0; --changes)
            m_line[random() % m_line.size()] = "\"\\{}:,a0"[random() % 8];
        const bool isShaped = m_reader.readLikeOneBefore(m_line, m_frame);
        const auto read = m_reader.read(m_line);
        LineReader fresh;
        const auto expected = fresh.read(m_line);
        ASSERT_EQ(read.index(), expected.index()) << m_line;
        const auto *entry = std::get_if<record::Entry>(&read);
        const auto *frame = entry == nullptr ? nullptr : std::get_if<wire::Frame>(entry);
        EXPECT_TRUE(!isShaped || frame != nullptr) << m_line;
        if (frame == nullptr)
            continue;
        expectSame(*frame, std::get<wire::Frame>(std::get<record::Entry>(expected)));
        if (isShaped)
            expectSame(m_frame, *frame);
        shaped += isShaped ? 1 : 0;
    }
    EXPECT_GT(shaped, 1'000u);
}

} // namespace

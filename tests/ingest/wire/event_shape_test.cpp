// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/event_shape.h"

#include "tests/ingest/support/walked_object.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace ingest::wire;
using test::WalkedObject;

class EventShapeTest : public testing::Test
{
protected:
    EventShapeTest() { m_frame.arrival = Timestamp(std::chrono::seconds(1'795'000'000)); }

    void learn(const std::string &text)
    {
        const WalkedObject object(text);
        ASSERT_TRUE(object.isEvent());
        ASSERT_TRUE(m_tree.learn(text));
        m_shape.learn(m_tree.match(object.text(), m_slots), m_slots, object.fields(),
                      object.event());
    }
    bool fill(std::string_view text)
    {
        return m_tree.match(text, m_slots) &&
               m_shape.fill(m_slots, m_frame, text, m_times, m_target);
    }

    ShapeTree m_tree;
    ShapeTree::Slots m_slots;
    TimeReader m_times;
    EventShape m_shape;
    EventShape::Target m_target;
    Event &m_event = m_target.event;
    Frame m_frame;
};

TEST_F(EventShapeTest, FillsAnEventFromValues)
{
    learn(R"({"type":"a","session":"s","data":{"x":"y","n_ms":1,"amount":2}})");
    const std::string text =
        R"({"type":"b.failed","session":"t","data":{"x":"z","n_ms":3.5,"amount":4.25}})";
    ASSERT_TRUE(fill(text));
    const Event &event = m_event;
    EXPECT_EQ(event.text, text);
    EXPECT_EQ(event.type, "b.failed");
    EXPECT_EQ(event.journey, "t");
    EXPECT_TRUE(event.failure);
    EXPECT_EQ(event.money->minor, 425);
    ASSERT_EQ(event.attributes.size(), 3u);
    EXPECT_EQ(event.attributes[0].name, "x");
    EXPECT_EQ(event.attributes[0].text, "z");
    ASSERT_EQ(event.numbers.size(), 2u);
    EXPECT_EQ(event.numbers[0].name, "n_ms");
    EXPECT_EQ(event.numbers[0].number, 3.5);
}

TEST_F(EventShapeTest, TakesNothingOfTheEventBefore)
{
    learn(R"({"type":"a","seq":"1","started":"2026-11-23T08:10:03Z","amount":"1"})");
    ASSERT_TRUE(
        fill(R"({"type":"a.failed","seq":"2","started":"2026-11-23T08:10:03Z","amount":"2"})"));
    EXPECT_TRUE(m_event.failure && m_event.sequence && m_event.money && m_event.started);
    ASSERT_TRUE(fill(R"({"type":"a","seq":"x","started":"y","amount":"z"})"));
    EXPECT_FALSE(m_event.failure);
    EXPECT_FALSE(m_event.sequence);
    EXPECT_FALSE(m_event.money);
    EXPECT_FALSE(m_event.started);
    m_frame.arrival.reset();
    EXPECT_FALSE(fill(R"({"type":"a","seq":"x","started":"y","amount":"z"})"));
}

TEST_F(EventShapeTest, NamesWhatAnotherShapeFilledBefore)
{
    learn(R"({"type":"a","data":{"x":"y","n":1}})");
    ASSERT_TRUE(fill(R"({"type":"a","data":{"x":"y","n":1}})"));
    EventShape other;
    const WalkedObject object(R"({"type":"a","data":{"u":2,"v":"w","z":"y"}})");
    ASSERT_TRUE(m_tree.learn(object.text()));
    other.learn(m_tree.match(object.text(), m_slots), m_slots, object.fields(), object.event());
    ASSERT_TRUE(other.fill(m_slots, m_frame, object.text(), m_times, m_target));
    ASSERT_EQ(m_event.attributes.size(), 3u);
    EXPECT_EQ(m_event.attributes[0].name, "u");
    EXPECT_EQ(m_event.attributes[0].kind, ValueKind::number);
    EXPECT_EQ(m_event.attributes[2].name, "z");
    ASSERT_TRUE(fill(R"({"type":"a","data":{"x":"w","n":3}})"));
    ASSERT_EQ(m_event.attributes.size(), 2u);
    EXPECT_EQ(m_event.attributes[0].name, "x");
    EXPECT_EQ(m_event.attributes[0].text, "w");
    ASSERT_EQ(m_event.numbers.size(), 1u);
    EXPECT_EQ(m_event.numbers[0].number, 3);
}

TEST_F(EventShapeTest, FillsNothingBeforeItLearned)
{
    ASSERT_TRUE(m_tree.learn(R"({"type":"a"})"));
    EXPECT_FALSE(fill(R"({"type":"a"})"));
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/shape_predictor.h"

#include "tests/ingest/support/walked_object.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace ingest;
using namespace ingest::wire;
using test::WalkedObject;

class ShapePredictorTest : public testing::Test
{
protected:
    ShapePredictorTest() { m_frame.arrival = Timestamp(std::chrono::seconds(1'795'000'000)); }

    void learn(const std::string &text)
    {
        const WalkedObject object(text);
        ASSERT_TRUE(object.isEvent()) << text;
        m_predictor.learn(object.text(), object.fields(), object.event());
    }
    std::size_t read(std::string_view text) { return m_predictor.read(m_frame, text); }

    Frame m_frame;
    ShapePredictor m_predictor;
};

TEST_F(ShapePredictorTest, ReadsWhatItLearned)
{
    EXPECT_EQ(read(R"({"type":"a","x":1})"), 0u);
    learn(R"({"type":"a","x":1})");
    learn(R"({"type":"a","y":1})");
    EXPECT_EQ(read(R"({"type":"page.loaded","x":23},)"), 29u);
    EXPECT_EQ(m_predictor.event().type, "page.loaded");
    EXPECT_EQ(m_predictor.event().text, R"({"type":"page.loaded","x":23})");
    EXPECT_EQ(read(R"({"type":"b","y":1})"), 18u);
    EXPECT_EQ(m_predictor.event().type, "b");
    EXPECT_EQ(read(R"({"type":"b","z":1})"), 0u);
}

TEST_F(ShapePredictorTest, KeepsTheLastEventsTaken)
{
    learn(R"({"type":"a","x":1})");
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 3 * kEventsLast; ++i)
        texts.push_back(R"({"type":"a","x":)" + std::to_string(i) + "}");
    std::vector<const Event *> taken;
    for (const std::string &text : texts) {
        ASSERT_EQ(read(text), text.size());
        taken.push_back(&m_predictor.take());
        for (std::size_t back = 1; back <= std::min(kEventsLast, taken.size()); ++back) {
            const std::size_t i = taken.size() - back;
            EXPECT_TRUE(taken[i]->lasting);
            EXPECT_EQ(taken[i]->text, texts[i]);
            EXPECT_EQ(taken[i]->attributes.at(0).number, static_cast<double>(i));
        }
    }
}

TEST_F(ShapePredictorTest, LearnsEverySixteenthOfAFlood)
{
    std::size_t known = 0;
    for (int i = 0; i < 3'200; ++i) {
        const std::string text = R"({"type":"a","k)" + std::to_string(i) + R"(":1})";
        EXPECT_EQ(read(text), 0u);
        learn(text);
        known += i >= 1'600 && read(text) != 0 ? 1 : 0;
    }
    // Asking whether it is known counts as an event, too.
    EXPECT_GE(known, 100u);
    EXPECT_LE(known, 250u);
}

TEST_F(ShapePredictorTest, LeavesLongTexts)
{
    const std::string text = R"({"type":"a","x":")" + std::string(5'000, 'x') + R"("})";
    learn(text);
    EXPECT_EQ(read(text), 0u);
    learn(R"({"type":"a","x":"y"})");
    EXPECT_EQ(read(text), text.size());
}

} // namespace

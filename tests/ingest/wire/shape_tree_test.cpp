// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/shape_tree.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using namespace ingest::wire;

class ShapeTreeTest : public testing::Test
{
protected:
    // The texts of the values, a bar before each; "-" where the text is of no known shape.
    std::string values(std::string_view text)
    {
        const auto match = m_tree.match(text, m_slots);
        if (!match)
            return "-";
        m_bytes = match->bytes;
        std::string found;
        for (std::size_t i = 0; i < match->slots; ++i)
            found += '|' + std::string(m_slots[i].text());
        return found;
    }

    ShapeTree m_tree;
    ShapeTree::Slots m_slots;
    std::size_t m_bytes = 0;
};

TEST_F(ShapeTreeTest, TakesApartWhatLooksAlike)
{
    EXPECT_EQ(m_tree.learn(R"({"type":"a","n":1,"data":{"x":[true,null,""]}})"), 0u);
    EXPECT_EQ(m_tree.learn(R"({"type":"b","n":2,"data":{"x":[false,null,""]}})"), std::nullopt);
    EXPECT_EQ(values(R"({"type":"page.loaded","n":-12.5,"data":{"x":[false,null,""]}})"),
              "|page.loaded|-12.5|false|null|");
    EXPECT_EQ(m_slots[1].number, -12.5);
    EXPECT_EQ(m_slots[1].decimal.digits, 125u);
}

TEST_F(ShapeTreeTest, LeavesWhatFollows)
{
    ASSERT_TRUE(m_tree.learn(R"({"a":"b"})"));
    EXPECT_EQ(values(R"({"a":"xyz"},{"a":"c"}])"), "|xyz");
    EXPECT_EQ(m_bytes, 11u);
}

TEST_F(ShapeTreeTest, KnowsNothingThatDiffersInMoreThanValues)
{
    ASSERT_TRUE(m_tree.learn(R"({"a":"b","n":1,"t":true,"z":null,"e":""})"));
    ASSERT_NE(values(R"({"a":"b","n":1,"t":true,"z":null,"e":""})"), "-");
    for (const char *text :
         {R"({"a":"","n":1,"t":true,"z":null,"e":""})",
          R"({"a":"b","n":"1","t":true,"z":null,"e":""})",
          R"({"a":"b","n":1,"t":1,"z":null,"e":""})", R"({"a":"b","n":1,"t":true,"z":0,"e":""})",
          R"({"a":"b","n":1,"t":true,"z":null,"e":"x"})",
          R"({"a":"b","m":1,"t":true,"z":null,"e":""})",
          R"({"a": "b","n":1,"t":true,"z":null,"e":""})",
          R"({"a":"b","n":1,"t":true,"z":null,"e":"")",
          R"({"a":"b","n":1,"t":true,"z":nul,"e":""})",
          R"({"a":"b","n":1,"t":tru,"z":null,"e":""})", R"({"a":5,"n":1,"t":true,"z":null,"e":""})",
          R"({"a":"b)", "{", ""})
        EXPECT_EQ(values(text), "-") << text;
}

TEST_F(ShapeTreeTest, TellsAnEmptyTextFromOthersBeforeAnyWasThere)
{
    ASSERT_TRUE(m_tree.learn(R"({"a":"b"})"));
    EXPECT_EQ(values(R"({"a":""})"), "-");
}

TEST_F(ShapeTreeTest, RefusesWhatIsNoSoundJson)
{
    ASSERT_TRUE(m_tree.learn(R"({"a":"bbbbbbbbbbbb","n":1})"));
    const auto with = [](const std::string &text, const std::string &number) {
        return R"({"a":")" + text + R"(","n":)" + number + "}";
    };
    ASSERT_EQ(values(with("x", "2")), "|x|2");
    // At every place of a text, within the first block, the second and behind.
    for (std::size_t size : {1u, 14u, 15u, 16u, 17u, 31u, 32u, 33u, 70u})
        for (std::size_t at = 0; at < size; ++at)
            for (const char broken : {'\n', '\x1f', '\0', '\\', '"', '\xff', '\xc3'}) {
                std::string text(size, 'x');
                ASSERT_EQ(values(with(text, "2")), '|' + text + "|2");
                text[at] = broken;
                EXPECT_EQ(values(with(text, "2")), "-") << size << ' ' << at << ' ' << int{broken};
            }
    for (const char *number : {"01", "1.", ".1", "-", "1e400", "+1", "0x1", "1e", "NaN", ""})
        EXPECT_EQ(values(with("x", number)), "-") << number;
}

TEST_F(ShapeTreeTest, TakesTextsOfAnySizeBeyondAscii)
{
    ASSERT_TRUE(m_tree.learn(R"({"a":"b"})"));
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += i % 5 == 0 ? "é" : "x";
        EXPECT_EQ(values(R"({"a":")" + text + "\"}"), '|' + text);
    }
}

// What the last one was like is a guess at the next.
TEST_F(ShapeTreeTest, TakesTextsThatGoOnBeyondAsciiWhereTheLastOneEnded)
{
    ASSERT_TRUE(m_tree.learn(R"({"a":"x","n":1})"));
    for (const std::string last : {"x", "xxxxxxxxxxxxxxxxxxxxxxx"})
        for (const char *next : {"ü", "\xed\xa0\x80"}) {
            ASSERT_NE(values(R"({"a":")" + last + R"(","n":1})"), "-");
            const bool sound = std::string(next) == "ü";
            EXPECT_EQ(values(R"({"a":")" + last + next + R"(","n":1})"),
                      sound ? "|" + last + next + "|1" : "-");
        }
}

TEST_F(ShapeTreeTest, ComparesLiteralsToTheirEnd)
{
    const std::string key(100, 'k');
    ASSERT_TRUE(m_tree.learn("{\"" + key + "\":1}"));
    EXPECT_EQ(values("{\"" + key + "\":2}"), "|2");
    for (std::size_t at = 0; at < key.size(); ++at) {
        std::string other = key;
        other[at] = 'x';
        EXPECT_EQ(values("{\"" + other + "\":2}"), "-") << at;
    }
}

TEST_F(ShapeTreeTest, TellsShapesApartThatBeginAlike)
{
    EXPECT_EQ(m_tree.learn(R"({"a":"b","c":1})"), 0u);
    EXPECT_EQ(m_tree.learn(R"({"a":"b","d":1})"), 1u);
    EXPECT_EQ(m_tree.learn(R"({"a":"b","c":"1"})"), 2u);
    EXPECT_EQ(m_tree.learn(R"({"a":"b"})"), 3u);
    EXPECT_EQ(m_tree.match(R"({"a":"x","d":2})", m_slots)->shape, 1u);
    EXPECT_EQ(m_tree.match(R"({"a":"x","c":"2"})", m_slots)->shape, 2u);
    EXPECT_EQ(m_tree.match(R"({"a":"x","c":2})", m_slots)->shape, 0u);
    EXPECT_EQ(m_tree.match(R"({"a":"x"})", m_slots)->shape, 3u);
}

TEST_F(ShapeTreeTest, IsBounded)
{
    std::string many = "{";
    for (std::size_t i = 0; i <= ShapeTree::kMaxSlots; ++i)
        many += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
    EXPECT_EQ(m_tree.learn(many + "}"), std::nullopt);
    EXPECT_FALSE(m_tree.isFull());
    EXPECT_EQ(values(many + "}"), "-");
    std::size_t learned = 0;
    for (int i = 0; i < 10'000; ++i)
        learned += m_tree.learn("{\"" + std::to_string(i) + "\":1}") ? 1 : 0;
    EXPECT_GT(learned, 0u);
    EXPECT_LE(learned, ShapeTree::kMaxShapes);
    EXPECT_TRUE(m_tree.isFull());
    EXPECT_EQ(values(R"({"0":5})"), "|5");
    m_tree.clear();
    EXPECT_FALSE(m_tree.isFull());
    EXPECT_EQ(values(R"({"0":5})"), "-");
    EXPECT_EQ(m_tree.learn(R"({"a":1})"), 0u);
}

} // namespace

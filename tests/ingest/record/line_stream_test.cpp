// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

namespace {

using ingest::record::LineStream;

// Gives a text in pieces of so many bytes, in memory that the next piece overwrites.
class PiecewiseStream final : public ingest::transport::ByteStream
{
public:
    PiecewiseStream(std::string text, std::size_t piece) : m_text(std::move(text)), m_piece(piece)
    {
    }
    std::size_t read(char *into, std::size_t most) override
    {
        std::memset(into, '?', std::min(most, m_piece));
        const std::size_t count = m_text.copy(into, std::min(most, m_piece), m_at);
        m_at += count;
        return count;
    }

private:
    std::string m_text;
    std::size_t m_piece;
    std::size_t m_at = 0;
};

LineStream linesOf(const std::string &text, std::size_t piece)
{
    return LineStream(std::make_unique<PiecewiseStream>(text, piece));
}

std::vector<std::string> allOf(LineStream &lines)
{
    std::vector<std::string> all;
    while (const auto line = lines.next())
        all.emplace_back(*line);
    return all;
}

TEST(LineStreamTest, LinesAreWholeWhereverThePiecesEnd)
{
    const std::string text = "one\n\ntwo and three\nfour\n";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        LineStream lines = linesOf(text, piece);
        EXPECT_EQ(allOf(lines), (std::vector<std::string>{"one", "", "two and three", "four"}));
        EXPECT_FALSE(lines.isTorn());
    }
}

TEST(LineStreamTest, ALastLineWithoutItsFeedIsTorn)
{
    for (const std::size_t piece : {1u, 3u, 100u}) {
        LineStream lines = linesOf("one\ntw", piece);
        EXPECT_EQ(allOf(lines), std::vector<std::string>{"one"});
        EXPECT_TRUE(lines.isTorn());
    }
}

TEST(LineStreamTest, LongerLinesThanTheLongestArePassedOver)
{
    const std::string longest(LineStream::kLongest, 'x');
    LineStream lines = linesOf("one\n" + longest + longest + "\ntwo\n" + longest + "\n", 1 << 18);
    EXPECT_EQ(allOf(lines), (std::vector<std::string>{"one", "two", longest}));
    EXPECT_EQ(lines.tooLong(), 1u);
    EXPECT_FALSE(lines.isTorn());
}

// What is delivered while the next line is ready stays where it is.
TEST(LineStreamTest, ReadyLinesLeaveThoseBeforeInPlace)
{
    const auto seed = std::random_device{}();
    std::mt19937 random(seed);
    SCOPED_TRACE(seed);
    std::string text;
    std::vector<std::string> written;
    for (int i = 0; i < 2'000; ++i) {
        written.push_back(std::string(random() % 40, 'a') + std::to_string(i));
        text += written.back() + "\n";
    }
    for (const std::size_t piece : {1u, 7u, 64u, 1'000u, 100'000u}) {
        LineStream lines = linesOf(text, piece);
        std::vector<std::string_view> inPlace;
        std::size_t checked = 0;
        const auto check = [&] {
            for (const std::string_view line : inPlace)
                ASSERT_EQ(line, written.at(checked++));
            inPlace.clear();
        };
        for (bool more = true; more;) {
            if (!lines.ready())
                check();
            const auto line = lines.next();
            more = line.has_value();
            if (more)
                inPlace.push_back(*line);
        }
        EXPECT_EQ(checked, written.size());
    }
}

} // namespace

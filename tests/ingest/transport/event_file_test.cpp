// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/event_file.h"
#include "ingest/transport/read_ahead.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>

namespace {

using ingest::transport::EventFile;
using ingest::transport::ReadAhead;

class EventFileTest : public testing::Test
{
protected:
    EventFileTest()
    {
        std::string folder = testing::TempDir() + "event_file_XXXXXX";
        m_folder = mkdtemp(folder.data());
    }
    ~EventFileTest() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path write(const std::string &name, std::string_view bytes)
    {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
        return m_folder / name;
    }

    static std::string readAll(EventFile &file, std::size_t *longest = nullptr)
    {
        std::string all;
        while (const auto frame = file.next()) {
            EXPECT_GE(frame->readableBehind, 64u);
            all += frame->payload;
            if (longest != nullptr)
                *longest = std::max(*longest, frame->payload.size());
        }
        return all;
    }

    std::filesystem::path m_folder;
};

std::string manyLines(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "{\"type\":\"a\",\"n\":" + std::to_string(i) + "}\n";
    return text;
}

TEST_F(EventFileTest, HandsOutWholeLines)
{
    const std::string text = manyLines(50'000) + "{\"type\":\"last, without line feed\"}";
    EventFile file(write("a.ndjson", text));
    std::string all;
    while (const auto frame = file.next()) {
        const bool last = all.size() + frame->payload.size() == text.size();
        EXPECT_TRUE(last || frame->payload.ends_with('\n'));
        all += frame->payload;
    }
    EXPECT_EQ(all, text);
    EXPECT_EQ(file.problem(), "");
}

TEST_F(EventFileTest, ReadsGzipAndZstdAlike)
{
    const std::string text = manyLines(20'000);
    const auto plain = write("a", text);
    for (const std::string tool : {"gzip -k ", "zstd -q -k "}) {
        if (std::system((tool + plain.string() + " 2>/dev/null").c_str()) != 0)
            GTEST_SKIP() << tool << "is not installed";
    }
    EventFile gzip(plain.string() + ".gz");
    EXPECT_EQ(readAll(gzip), text);
    EventFile zstd(plain.string() + ".zst");
    EXPECT_EQ(readAll(zstd), text);
    for (const std::string suffix : {".gz", ".zst"}) {
        std::ifstream whole(plain.string() + suffix, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(whole), {}};
        EventFile torn(write("torn" + suffix, bytes.substr(0, bytes.size() / 2)));
        EXPECT_TRUE(text.starts_with(readAll(torn)));
        EXPECT_NE(torn.problem().find("ends in the middle"), std::string::npos) << suffix;
    }
}

TEST_F(EventFileTest, ALineWithoutEndDoesNotMakeMemoryGrow)
{
    const std::string text = "{\"a\":1}\n" + std::string(10u << 20, 'x') + "\n{\"b\":2}\n";
    EventFile file(write("long", text));
    std::size_t longest = 0;
    const std::string all = readAll(file, &longest);
    EXPECT_LE(longest, 3u << 20);
    EXPECT_TRUE(all.starts_with("{\"a\":1}\n"));
    EXPECT_TRUE(all.ends_with("{\"b\":2}\n"));
}

TEST_F(EventFileTest, SaysThatThereIsNoFile)
{
    EventFile file(m_folder / "absent");
    EXPECT_FALSE(file.next().has_value());
    EXPECT_NE(file.problem().find("No such file"), std::string::npos);
}

class ReadAheadTest : public EventFileTest
{
protected:
    static std::unique_ptr<ReadAhead> open(const std::filesystem::path &file)
    {
        return std::make_unique<ReadAhead>(ingest::transport::ByteStream::open(file));
    }
    // Up to the end, in pieces of up to `most`.
    static std::string restOf(ReadAhead &stream, std::size_t most)
    {
        std::string all;
        std::string piece(most, '\0');
        while (const std::size_t count = stream.read(piece.data(), most))
            all.append(piece, 0, count);
        return all;
    }
};

TEST_F(ReadAheadTest, GivesTheSameBytesAndWhatWasAddedAtTheEnd)
{
    const std::string text = manyLines(200'000); // several blocks
    const auto file = write("text", text);
    for (const std::size_t most : {1'000u, 300'000u}) {
        const auto stream = open(file);
        EXPECT_EQ(restOf(*stream, most), text);
        EXPECT_EQ(restOf(*stream, most), "");
        std::ofstream(file, std::ios::app) << "more";
        EXPECT_EQ(restOf(*stream, most), "more");
        EXPECT_EQ(stream->problem(), "");
        std::filesystem::resize_file(file, text.size());
    }
}

TEST_F(ReadAheadTest, MayBeLeftInTheMiddle)
{
    const auto file = write("text", manyLines(200'000));
    std::string begin(1'000, '\0');
    for (int i = 0; i < 50; ++i)
        EXPECT_GT(open(file)->read(begin.data(), 20), 0u);
}

TEST_F(ReadAheadTest, SaysWhatIsWrongOnceThatIsReached)
{
    const auto absent = open(m_folder / "absent");
    EXPECT_EQ(restOf(*absent, 100), "");
    EXPECT_NE(absent->problem().find("No such file"), std::string::npos);
}

} // namespace

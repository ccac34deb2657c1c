// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_reader.h"

#include "ingest/record/line_writer.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace {

using namespace ingest;
using namespace ingest::record;

constexpr Timestamp kAt{Nanoseconds{1'763'885'403'123'456'789}};

std::string lineOf(const Entry &entry)
{
    LineWriter writer({});
    std::string line;
    std::visit([&](const auto &each) { writer.put(each, line); }, entry);
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    line.pop_back();
    return line;
}

wire::Frame frameOf(std::string_view payload)
{
    wire::Frame frame;
    frame.arrival = kAt;
    frame.endpoint = "tcp://127.0.0.1:5556";
    frame.payload = payload;
    return frame;
}

void expectReadsBack(const wire::Frame &frame)
{
    const std::string line = lineOf(frame);
    LineReader reader;
    const auto read = reader.read(line);
    ASSERT_TRUE(std::holds_alternative<Entry>(read)) << line;
    const auto *back = std::get_if<wire::Frame>(&std::get<Entry>(read));
    ASSERT_NE(back, nullptr) << line;
    EXPECT_EQ(back->payload, frame.payload) << line;
    EXPECT_EQ(back->topic, frame.topic);
    EXPECT_EQ(back->endpoint, frame.endpoint);
    EXPECT_EQ(back->arrival, frame.arrival);
    EXPECT_EQ(back->parts, frame.parts);
    EXPECT_EQ(back->filtered, frame.filtered);
    EXPECT_EQ(back->sequencePerType, frame.sequencePerType);
}

TEST(LineReaderTest, AnEventStandsInTheLineAsItCame)
{
    wire::Frame frame = frameOf(R"({"type":"a","n": 1.50})");
    frame.topic = "a";
    frame.parts = 2;
    EXPECT_EQ(lineOf(frame), R"({"at":"2025-11-23T08:10:03.123456789Z","from":)"
                             R"("tcp://127.0.0.1:5556","parts":2,"topic":"a",)"
                             R"("event":{"type":"a","n": 1.50}})");
    expectReadsBack(frame);
}

TEST(LineReaderTest, AnyBytesReadBackAsTheyCame)
{
    for (const std::string_view payload :
         {"", " {}", "{} ", "{", "}", "{\"a\":1}\n{\"b\":2}\n", "[1]", "\"", "\\", "\xff\xfe",
          "{\"a\":NaN}", "{\"a\":\"\x01\"}", "null", "{\"a\":\"\\ud800\"}"})
        expectReadsBack(frameOf(payload));
    const auto seed = std::random_device{}();
    std::mt19937 random(seed);
    SCOPED_TRACE(seed);
    constexpr std::string_view kLikely = "{}[]\",:\\\n\r\t\0\x7f\xc3\xa9u1e-";
    for (int i = 0; i < 2'000; ++i) {
        std::string bytes[2];
        for (std::string &each : bytes)
            for (auto length = random() % 24; length > 0; --length)
                each += random() % 8 == 0 ? static_cast<char>(random())
                                          : kLikely[random() % kLikely.size()];
        wire::Frame frame = frameOf(bytes[0]);
        frame.topic = bytes[1];
        frame.parts = random() % 4;
        frame.filtered = random() % 2 == 0;
        frame.sequencePerType = random() % 2 == 0;
        expectReadsBack(frame);
    }
}

TEST(LineReaderTest, HeadsTicksAndGapsReadBack)
{
    LineReader reader;
    const auto read = [&reader](const Entry &entry) {
        return std::get<Entry>(reader.read(lineOf(entry)));
    };
    const auto head = std::get<SegmentHead>(read(SegmentHead{kAt, 7}));
    EXPECT_EQ(head.started, kAt);
    EXPECT_EQ(head.part, 7u);
    EXPECT_EQ(std::get<Tick>(read(Tick{kAt})).at, kAt);
    EXPECT_EQ(std::get<Missing>(read(Missing{kAt, 3})).frames, 3u);
}

struct Fault
{
    const char *name;
    const char *line;
    LineFault fault;
};

class LineReaderFault : public testing::TestWithParam<Fault>
{
};

TEST_P(LineReaderFault, IsSaid)
{
    LineReader reader;
    const auto read = reader.read(GetParam().line);
    ASSERT_TRUE(std::holds_alternative<LineFault>(read));
    EXPECT_EQ(std::get<LineFault>(read), GetParam().fault);
}

const Fault kFaults[] = {
    {"Blank", "", LineFault::notAnEntry},
    {"NoObject", "[]", LineFault::notAnEntry},
    {"NoTime", R"({"event":{}})", LineFault::notAnEntry},
    {"Torn", R"({"at":"2025-11-23T08:10:03Z","text":"abc)", LineFault::notAnEntry},
    {"TornAtAnEscape", R"({"at":"2025-11-23T08:10:03Z","text":"abc\)", LineFault::notAnEntry},
    {"TornEvent", R"({"at":"2025-11-23T08:10:03Z","event":{"a":1)", LineFault::notAnEntry},
    {"More", R"({"at":"2025-11-23T08:10:03Z"} x)", LineFault::notAnEntry},
    {"BadTime", R"({"at":"yesterday"})", LineFault::badTime},
    {"BadBase64", R"({"at":"2025-11-23T08:10:03Z","text64":"*"})", LineFault::badText},
    {"BadEscape", R"({"at":"2025-11-23T08:10:03Z","text":"\q"})", LineFault::badText},
    {"NewerVersion",
     R"({"recording":"bellwether","version":2,"started":"2025-11-23T08:10:03Z","part":1})",
     LineFault::newerVersion},
};

INSTANTIATE_TEST_SUITE_P(Lines, LineReaderFault, testing::ValuesIn(kFaults),
                         [](const auto &row) { return row.param.name; });

// Under AddressSanitizer: nothing outside the line is read.
TEST(LineReaderTest, ChangedAndCutLinesGiveAnEntryOrAReason)
{
    const auto seed = std::random_device{}();
    std::mt19937 random(seed);
    SCOPED_TRACE(seed);
    const std::string lines[] = {lineOf(frameOf("{\"a\":1}")), lineOf(frameOf("a\n\"b\"")),
                                 lineOf(frameOf("\xff")), lineOf(SegmentHead{kAt, 1}),
                                 lineOf(Missing{kAt, 3})};
    LineReader reader;
    int entries = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string changed = lines[random() % std::size(lines)];
        for (auto changes = random() % 4; changes > 0; --changes)
            changed[random() % changed.size()] = "{}\",:\\\x00 1a"[random() % 11];
        changed.resize(changed.size() - random() % 2 * (random() % changed.size()));
        const std::vector<char> exact(changed.begin(), changed.end());
        const auto read = reader.read({exact.data(), exact.size()});
        entries += std::holds_alternative<Entry>(read) ? 1 : 0;
    }
    EXPECT_GT(entries, 1'000);
    EXPECT_LT(entries, 19'000);
}

// All that was read, as a text.
std::string told(const std::variant<Entry, LineFault> &read)
{
    if (const auto *fault = std::get_if<LineFault>(&read))
        return std::string(nameOf(*fault));
    const Entry &entry = std::get<Entry>(read);
    std::string text = lineOf(entry);
    if (const auto *frame = std::get_if<wire::Frame>(&entry))
        text += std::to_string(frame->parts) + std::to_string(frame->readableBehind);
    return text;
}

// Also where all but the event is what it was in the line before, which is gone.
TEST(LineReaderTest, EachLineReadsAsIfItWereTheFirst)
{
    const auto seed = std::random_device{}();
    std::mt19937 random(seed);
    SCOPED_TRACE(seed);
    std::vector<std::string> lines{lineOf(SegmentHead{kAt, 1}), lineOf(Tick{kAt}),
                                   lineOf(Missing{kAt, 3}), lineOf(frameOf("no event"))};
    for (const std::string_view endpoint : {"tcp://127.0.0.1:5556", "a \"quoted\" one", "\xff"})
        for (const std::string_view topic : {"", "a", "\xfe"}) {
            wire::Frame frame = frameOf(R"({"type":"a"})");
            frame.endpoint = endpoint;
            frame.topic = topic;
            lines.push_back(lineOf(frame));
        }
    LineReader reader;
    std::string memory; // of one line after the other, at another place each time
    for (int i = 0; i < 5'000; ++i) {
        std::string line = lines[random() % (random() % 2 == 0 ? 1 : lines.size())];
        if (random() % 4 == 0)
            std::swap(lines.front(), lines[random() % lines.size()]);
        if (const auto at = line.find("\"a\"}}"); at != line.npos && random() % 2 == 0)
            line.replace(at, 3, std::to_string(random() % 100));
        if (random() % 2 == 0) // mostly inside of the time
            line[random() % std::min<std::size_t>(line.size(), 48)] =
                "0123456789.Z\"x"[random() % 14];
        if (random() % 16 == 0)
            line.insert(1, R"("at":"2026-11-23T08:10:03.123Z",)");
        if (random() % 8 == 0)
            line += std::array{" ", "}", " }", "x", "\t"}[random() % 5];
        if (random() % 8 == 0)
            line.resize(line.size() - random() % line.size());
        memory.assign(static_cast<std::size_t>(i % 7), '#');
        memory += line;
        const std::string_view text = std::string_view(memory).substr(memory.size() - line.size());
        ASSERT_EQ(told(reader.read(text)), told(LineReader().read(text))) << text;
    }
}

} // namespace

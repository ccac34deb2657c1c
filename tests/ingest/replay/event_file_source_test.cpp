// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/event_file_source.h"

#include "ingest/wire/field_places.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using replay::EventFileSource;

class EventFileSourceTest : public testing::Test
{
protected:
    EventFileSourceTest()
    {
        std::string pattern = (fs::temp_directory_path() / "events-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
        m_file = m_folder / "events.ndjson";
    }
    ~EventFileSourceTest() override { fs::remove_all(m_folder); }

    void write(std::string_view text) { std::ofstream(m_file) << text; }
    [[nodiscard]] bool isInOrder() const { return EventFileSource::isInOrder(m_file, {}); }

    fs::path m_folder;
    fs::path m_file;
};

TEST_F(EventFileSourceTest, EachLineIsDueWhenItsLastEventHappened)
{
    write("{\"type\":\"a\",\"time\":100}\n"
          "\n"
          "[{\"type\":\"a\",\"time\":103},{\"type\":\"b\",\"time\":102}]\n"
          "nonsense\n"
          "{\"type\":\"a\",\"time\":104}");
    EventFileSource source(m_file, {}, true);
    std::vector<std::optional<Timestamp>> due;
    while (const auto entry = source.next()) {
        EXPECT_FALSE(std::get<wire::Frame>(entry->entry).arrival);
        due.push_back(entry->at);
    }
    const auto at = [](int second) { return std::optional(Timestamp{Seconds{second}}); };
    EXPECT_EQ(due, (std::vector{at(100), at(103), at(103), at(104)}));
}

TEST_F(EventFileSourceTest, TellsAFileInOrderFromOneThatIsNot)
{
    write("{\"type\":\"a\",\"time\":100}\nnonsense\n{\"type\":\"a\",\"time\":100}\n");
    EXPECT_TRUE(isInOrder());
    write("{\"type\":\"a\",\"time\":100}\n{\"type\":\"a\",\"time\":99.9}\n");
    EXPECT_FALSE(isInOrder());
}

TEST_F(EventFileSourceTest, SaysWhatIsWrongWithTheFile)
{
    EventFileSource source(m_folder / "gone.ndjson", {}, true);
    EXPECT_FALSE(source.next());
    ASSERT_EQ(source.problems().size(), 1u);
    EXPECT_NE(source.problems().front().find("gone.ndjson"), std::string::npos);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_writer.h"

#include "ingest/store/history_store.h"
#include "tests/ingest/support/eventually.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using ingest::store::HistoryWriter;

TEST(HistoryWriterTest, SaysWhatIsWrongAndResumesWhenItIsMended)
{
    const test::TemporaryFolder folder;
    const fs::path blocked = folder.path() / "data";
    std::ofstream(blocked) << "a file where a folder should be";
    {
        HistoryWriter writer((blocked / "history.db").string(), {});
        writer.offer({"a", 1, {Rollup{}}, {}});
        EXPECT_TRUE(support::eventually([&] { return !writer.warnings().empty(); }));
        fs::remove(blocked);
        EXPECT_TRUE(support::eventually([&] { return writer.warnings().empty(); }));
    }
    EXPECT_GT(fs::file_size(blocked / "history.db"), 0U);
}

std::string stateBeside(const std::string &file)
{
    const auto read = store::readKeptState(file);
    const auto *kept = std::get_if<std::optional<store::KeptState>>(&read);
    return kept != nullptr && kept->has_value() ? (*kept)->state : std::string();
}

// The last of all is offered when the program ends, after rows that could not be written.
TEST(HistoryWriterTest, KeepsTheStateWhereRowsCannotBeWritten)
{
    const test::TemporaryFolder folder;
    const std::string file = (folder.path() / "history.db").string();
    ASSERT_TRUE(std::holds_alternative<std::unique_ptr<store::HistoryStore>>(
        store::HistoryStore::open(file, Timestamp{})));
    sqlite3 *other = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other,
                           "CREATE TRIGGER full BEFORE INSERT ON rollup "
                           "BEGIN SELECT RAISE(FAIL, 'full'); END",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(other);
    {
        HistoryWriter writer(file, {});
        writer.offer({"a", 1, {Rollup{}}, {}});
        ASSERT_TRUE(support::eventually([&] { return !writer.warnings().empty(); }));
        writer.keep("1", "the first");
        ASSERT_TRUE(support::eventually([&] { return stateBeside(file) == "the first"; }));
        writer.keep("1", "the last");
    }
    EXPECT_EQ(stateBeside(file), "the last");
}

} // namespace

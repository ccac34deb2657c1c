// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_writer.h"

#include "ingest/store/history_store.h"
#include "tests/ingest/support/eventually.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using ingest::store::HistoryWriter;

TEST(HistoryWriterTest, SaysWhatIsWrongAndResumesWhenItIsMended)
{
    std::string pattern = (fs::temp_directory_path() / "writer-XXXXXX").string();
    const fs::path folder = ::mkdtemp(pattern.data());
    const fs::path blocked = folder / "data";
    std::ofstream(blocked) << "a file where a folder should be";
    {
        HistoryWriter writer((blocked / "history.db").string(), {});
        writer.offer({"a", 1, {Rollup{}}, {}});
        EXPECT_TRUE(support::eventually([&] { return !writer.warnings().empty(); }));
        fs::remove(blocked);
        EXPECT_TRUE(support::eventually([&] { return writer.warnings().empty(); }));
    }
    EXPECT_GT(fs::file_size(blocked / "history.db"), 0U);
    fs::remove_all(folder);
}

} // namespace

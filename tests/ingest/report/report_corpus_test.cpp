// SPDX-License-Identifier: GPL-3.0-or-later
// Replays the corpus of the report's fuzz target, finds among it, under every choice it can make.
#include "tests/fuzz/report_property.h"

#include <gtest/gtest.h>

#include <iterator>

namespace {

TEST(ReportCorpus, EveryFileAddsUpAndGivesTheSameTwice)
{
    std::size_t files = 0;
    const auto corpus = std::filesystem::path(BELLWETHER_TESTS_DIR) / "fuzz" / "corpus" / "report";
    const auto scratch = std::filesystem::path(testing::TempDir()) / "report_corpus_test.ndjson";
    for (const auto &entry : std::filesystem::directory_iterator(corpus)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(in), {});
        for (const int choice : {0, 1, 2, 3, 25, 26, 50, 51, 60, 61}) {
            bytes.front() = static_cast<char>(choice);
            EXPECT_EQ(test::reportComplaint(bytes, scratch), "") << entry.path() << " " << choice;
        }
        ++files;
    }
    std::filesystem::remove(scratch);
    EXPECT_GT(files, 1u);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// Replays the corpus of the configuration's fuzz target, finds among it.
#include "tests/fuzz/configuration_property.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

TEST(ConfigurationCorpus, EveryFileIsRefusedInWordsOrWrittenBackEqual)
{
    std::size_t files = 0;
    const std::filesystem::path corpus =
        std::filesystem::path(BELLWETHER_TESTS_DIR) / "fuzz" / "corpus" / "configuration";
    for (const auto &entry : std::filesystem::directory_iterator(corpus)) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string toml(std::istreambuf_iterator<char>(in), {});
        EXPECT_EQ(test::configurationComplaint(toml), "") << entry.path();
        ++files;
    }
    EXPECT_GT(files, 2u);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// Replays the corpus of the event fuzz target, finds among it, and random bytes besides.
#include "tests/fuzz/event_property.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>

namespace {

TEST(EventCorpus, EveryFileBalancesUnderAnySeedOfTheHashTables)
{
    std::size_t files = 0;
    const auto corpus = std::filesystem::path(BELLWETHER_TESTS_DIR) / "fuzz" / "corpus" / "event";
    for (const auto &entry : std::filesystem::directory_iterator(corpus)) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        const std::size_t whole = bytes.size() - bytes.size() % test::EventBytes::kEach;
        for (const std::size_t rest : {std::size_t{0}, test::kLookAtEverything})
            EXPECT_EQ(test::eventComplaint(bytes.substr(0, whole) + std::string(rest, '\0')), "")
                << entry.path() << " " << rest;
        ++files;
    }
    EXPECT_GT(files, 0u);
}

TEST(EventCorpus, RandomEventsUnderLowCapsBalanceUnderAnySeedOfTheHashTables)
{
    const std::uint64_t seed = std::random_device{}();
    for (std::uint64_t round = 0; round < (test::kSanitized ? 3 : 10); ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << seed + round);
        std::mt19937_64 random(seed + round);
        std::string bytes(test::EventBytes::kEach * 400 + test::kLookAtEverything, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        ASSERT_EQ(test::eventComplaint(bytes), "");
    }
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/history_configuration.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace {

using namespace ingest::config;

HistoryConfiguration loaded(const std::string &toml)
{
    std::string name = (std::filesystem::temp_directory_path() / "history-XXXXXX").string();
    ::close(::mkstemp(name.data()));
    std::ofstream(name) << toml;
    HistoryConfiguration history = loadHistory(name);
    std::filesystem::remove(name);
    return history;
}

TEST(HistoryTableTest, ReadsWhatItWrites)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (int run = 0; run < 50; ++run) {
        HistoryConfiguration history;
        history.seconds.whole = std::chrono::seconds{60 + random() % 100'000};
        history.seconds.byValue = history.seconds.whole;
        history.minutes.whole = std::chrono::seconds{3'600 + random() % 1'000'000};
        history.minutes.byValue = std::chrono::seconds{random() % 3'600};
        history.hours.whole = std::chrono::seconds{90'000 + random() % 1'000'000};
        history.hours.byValue = std::chrono::seconds{random() % 90'000};
        history.minutes.bytes = (1U << 20) + random() % (1U << 30);
        EXPECT_EQ(loaded(toToml(history)), history);
    }
    EXPECT_EQ(toToml(HistoryConfiguration{}), "");
    EXPECT_EQ(loaded("[limits]\n"), HistoryConfiguration{});
}

TEST(HistoryTableTest, KeepsBreakdownsNoLongerThanTheirRows)
{
    EXPECT_EQ(loaded("[history]\nminutes = \"3h\"\n").minutes.byValue, std::chrono::hours{3});
}

} // namespace

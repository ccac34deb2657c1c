// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/rollup_codec.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace ingest;
using namespace ingest::store;

TEST(RollupCodecTest, GivesHistogramsBack)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    for (int run = 0; run < 200; ++run) {
        std::vector<SlotCount> histogram;
        for (std::uint16_t slot = 0; slot < 4096; ++slot)
            if (random() % 16 == 0)
                histogram.emplace_back(slot, random() >> random() % 64);
        EXPECT_EQ(decodeHistogram(encodeHistogram(histogram)), histogram);
    }
    EXPECT_EQ(encodeHistogram({}), "");
    EXPECT_TRUE(decodeHistogram("").empty());
}

TEST(RollupCodecTest, ReadsTheHistogramsOfTheVersionBefore)
{
    const std::string before("\x05\x01\x02\x00\x00\x00\x00\x00\x00\x00"
                             "\xff\x0f\x00\x01\x00\x00\x00\x00\x00\x00",
                             20);
    const std::vector<SlotCount> expected{{0x105, 2}, {4095, 256}};
    EXPECT_EQ(decodeHistogram(before), expected);
}

TEST(RollupCodecTest, GivesRegistersBackFewOrMany)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (const unsigned every : {1U, 2U, 3U, 100U, 4000U}) {
        std::vector<std::uint8_t> registers(4096);
        for (std::uint8_t &one : registers)
            one = random() % every == 0 ? static_cast<std::uint8_t>(random() % 53 + 1) : 0;
        registers[7] = 1;
        EXPECT_EQ(decodeUniques(encodeUniques(registers)), registers);
    }
    EXPECT_EQ(encodeUniques(std::vector<std::uint8_t>(4096)), "");
}

// What is in the file may have been written by anybody.
TEST(RollupCodecTest, TakesAnyBytes)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (int run = 0; run < 2000; ++run) {
        std::string bytes(random() % 60, ' ');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        if (run % 4 == 1)
            bytes.insert(0, std::string("\0\xff", 2));
        if (run % 4 == 2)
            bytes.insert(0, "S");
        EXPECT_LE(decodeHistogram(bytes).size(), bytes.size());
        for (const std::uint8_t one : decodeUniques(bytes))
            EXPECT_LE(one, 53);
    }
}

} // namespace

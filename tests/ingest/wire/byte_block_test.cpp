// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/byte_block.h"

#include <gtest/gtest.h>

#include <array>

namespace {

using namespace ingest::wire;

TEST(ByteBlock, FindsWhatAStringCannotHold)
{
    std::array<char, kBlockBytes> bytes{};
    for (unsigned byte = 0; byte < 256; ++byte)
        for (std::size_t at = 0; at < kBlockBytes; ++at) {
            bytes.fill('x');
            bytes[at] = static_cast<char>(byte);
            const StringBits bits = stringBits(bytes.data());
            const bool stops = byte == '"' || byte == '\\' || byte < 0x20;
            EXPECT_EQ(bits.stops, stops ? 1u << at : 0u) << byte << " at " << at;
            EXPECT_EQ(bits.high, byte >= 0x80 ? 1u << at : 0u) << byte << " at " << at;
            EXPECT_EQ(plainStopBits(bytes.data()), bits.stops | bits.high) << byte << " at " << at;
        }
}

TEST(ByteBlock, FindsWhatIsTheSame)
{
    alignas(kBlockBytes) std::array<char, kBlockBytes> known{};
    known.fill('x');
    std::array<char, kBlockBytes> bytes = known;
    EXPECT_EQ(sameBits(bytes.data(), known.data()), 0xffffu);
    bytes[3] = 'y';
    EXPECT_EQ(sameBits(bytes.data(), known.data()), 0xfff7u);
}

} // namespace

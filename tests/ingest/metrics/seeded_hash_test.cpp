// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/seeded_hash.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace {

using namespace ingest::metrics;

TEST(PiecewiseHash, IsTheHashOfTheWholeHoweverItIsCut)
{
    std::mt19937_64 random(1);
    for (std::size_t size = 0; size < 200; ++size) {
        std::string bytes;
        while (bytes.size() < size)
            bytes += static_cast<char>(random());
        for (const std::size_t most : {1u, 7u, 16u, 17u, 40u, 200u}) {
            PiecewiseHash hash(size);
            for (std::size_t at = 0; at < size;) {
                const std::size_t count = 1 + random() % most;
                hash.add(std::string_view(bytes).substr(at, count));
                at += count;
            }
            EXPECT_EQ(hash.value(), seededHash(bytes, size)) << size << " by " << most;
        }
    }
}

} // namespace

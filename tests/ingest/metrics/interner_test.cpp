// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/interner.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace {

using ingest::metrics::Interner;

TEST(Interner, NumbersStringsInOrderOfFirstSight)
{
    Interner names(10, 1);
    EXPECT_EQ(names.intern("a"), 0u);
    EXPECT_EQ(names.intern(""), 1u);
    EXPECT_EQ(names.intern("a"), 0u);
    EXPECT_EQ(names.name(1), "");
    EXPECT_EQ(names.find("b"), Interner::kOther);
}

TEST(Interner, CountsWhatIsBeyondItsCap)
{
    Interner names(2, 1);
    names.intern("a");
    names.intern("b");
    EXPECT_EQ(names.intern("c"), Interner::kOther);
    EXPECT_EQ(names.intern("c"), Interner::kOther);
    EXPECT_EQ(names.intern("b"), 1u);
    EXPECT_EQ(names.overflow(), 2u);
    EXPECT_EQ(names.name(Interner::kOther), "(other)");
    EXPECT_EQ(names.size(), 2u);
}

TEST(Interner, KeepsOverlongNamesShortAndApart)
{
    Interner names(10, 1);
    const std::string text(900'000, 'x');
    EXPECT_EQ(names.intern(text + "a"), 0u);
    EXPECT_EQ(names.intern(text + "b"), 1u);
    EXPECT_EQ(names.intern(text + "a"), 0u);
    EXPECT_EQ(names.find(text + "b"), 1u);
    EXPECT_LE(names.name(0).size(), 256u);
}

TEST(Interner, AgreesWithAMapWhateverTheSeed)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    Interner names(100'000, random());
    std::map<std::string, std::uint32_t> oracle;
    for (int i = 0; i < 50'000; ++i) {
        const std::string name(random() % 40, static_cast<char>('a' + random() % 26));
        const std::string key = name + std::to_string(random() % 2000);
        const auto next = static_cast<std::uint32_t>(oracle.size());
        ASSERT_EQ(names.intern(key), oracle.try_emplace(key, next).first->second);
    }
    for (const auto &[key, id] : oracle)
        ASSERT_EQ(names.name(id), key);
}

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_key.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace {

TEST(CategoryKeyTest, LettersGoOnAfterTheAlphabet)
{
    const auto letter = [](std::uint32_t i) { return models::categoryLetter(i).toStdString(); };
    EXPECT_EQ(letter(0), "A");
    EXPECT_EQ(letter(25), "Z");
    EXPECT_EQ(letter(26), "AA");
    EXPECT_EQ(letter(51), "AZ");
    EXPECT_EQ(letter(52), "BA");
    EXPECT_EQ(letter(701), "ZZ");
    EXPECT_EQ(letter(702), "AAA");
}

TEST(CategoryKeyTest, NoTwoCategoriesShareALetter)
{
    std::set<QString> seen;
    for (std::uint32_t i = 0; i < 2'000; ++i)
        seen.insert(models::categoryLetter(i));
    seen.insert(models::categoryLetter(std::numeric_limits<std::uint32_t>::max()));
    EXPECT_EQ(seen.size(), 2'001u);
}

TEST(CategoryKeyTest, NamesReadLikeWords)
{
    EXPECT_EQ(models::categoryName("out_of_stock"), QStringLiteral("Out of stock"));
    EXPECT_EQ(models::categoryName("3ds_timeout"), QStringLiteral("3ds timeout"));
    EXPECT_EQ(models::categoryName(""), QString());
}

} // namespace

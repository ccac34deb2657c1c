// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/pointer_paths.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest::wire;

TEST(PointerPaths, StepsThroughTokens)
{
    FieldPlaces places;
    places.type = {"/a/b", "/a"};
    places.extra = {"/x/0"};
    const PointerPaths paths(places);
    const auto inA = paths.step(paths.all(), 0, "a");
    EXPECT_EQ(inA, 0b011u);
    EXPECT_EQ(paths.ending(inA, 1), 0b010u);
    EXPECT_EQ(paths.ending(paths.step(inA, 1, "b"), 2), 0b001u);
    EXPECT_EQ(paths.step(inA, 1, "c"), 0u);
    EXPECT_EQ(paths.ending(paths.step(paths.step(paths.all(), 0, "x"), 1, "0"), 2), 0b100u);
    EXPECT_EQ(paths.of(Field::type).size(), 2u);
    EXPECT_EQ(paths.text(2), "/x/0");
}

TEST(PointerPaths, UnescapesTokens)
{
    FieldPlaces places;
    places.type = {"/a~1b", "/m~0n", "/"};
    const PointerPaths paths(places);
    EXPECT_EQ(paths.step(paths.all(), 0, "a/b"), 0b001u);
    EXPECT_EQ(paths.step(paths.all(), 0, "m~n"), 0b010u);
    EXPECT_EQ(paths.step(paths.all(), 0, ""), 0b100u);
}

TEST(PointerPaths, NeverMatchWhatIsNoPointer)
{
    FieldPlaces places;
    places.type = {"type"};
    const PointerPaths paths(places);
    EXPECT_EQ(paths.step(paths.all(), 0, "type"), 0u);
}

} // namespace

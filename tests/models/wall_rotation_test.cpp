// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_rotation.h"

#include <gtest/gtest.h>

namespace {

using models::WallRotation;
using models::WallScene;
using Hold = WallRotation::Hold;

WallRotation twoScenes()
{
    return WallRotation({{WallScene::conversion, 10}, {WallScene::latency, 5}});
}

TEST(WallRotationTest, EverySceneHasItsTime)
{
    WallRotation rotation = twoScenes();
    rotation.update(0, false, {});
    EXPECT_EQ(rotation.secondsLeft(0), 10);
    rotation.update(9'999, false, {});
    EXPECT_EQ(rotation.scene(), WallScene::conversion);
    rotation.update(10'000, false, {});
    EXPECT_EQ(rotation.scene(), WallScene::latency);
    rotation.update(15'000, false, {});
    EXPECT_EQ(rotation.scene(), WallScene::conversion);
}

TEST(WallRotationTest, JumpsToTroubleAndHoldsIt)
{
    WallRotation rotation = twoScenes();
    rotation.update(0, false, {});
    rotation.update(1000, false, WallScene::latency);
    EXPECT_EQ(rotation.scene(), WallScene::latency);
    EXPECT_EQ(rotation.hold(), Hold::incident);
    rotation.update(100'000, false, WallScene::latency);
    EXPECT_EQ(rotation.scene(), WallScene::latency);
    rotation.update(101'000, false, {});
    EXPECT_EQ(rotation.hold(), Hold::none);
    EXPECT_EQ(rotation.secondsLeft(101'000), 5); // its whole time again
    rotation.update(106'000, false, {});
    EXPECT_EQ(rotation.scene(), WallScene::conversion);
}

TEST(WallRotationTest, WhoLeafsOnDuringTroubleIsNotThrownBack)
{
    WallRotation rotation = twoScenes();
    rotation.update(0, false, WallScene::latency);
    rotation.step(1, 1000);
    rotation.update(2000, false, WallScene::latency);
    EXPECT_EQ(rotation.scene(), WallScene::conversion);
}

TEST(WallRotationTest, StaleDataStopIt)
{
    WallRotation rotation = twoScenes();
    rotation.update(0, false, {});
    rotation.update(60'000, true, {});
    rotation.update(120'000, true, WallScene::latency);
    EXPECT_EQ(rotation.scene(), WallScene::conversion);
    EXPECT_EQ(rotation.hold(), Hold::stale);
}

TEST(WallRotationTest, IsHeldByHandUntilReleased)
{
    WallRotation rotation = twoScenes();
    rotation.update(0, false, {});
    rotation.toggleHold(1000);
    rotation.update(50'000, false, {});
    EXPECT_EQ(rotation.scene(), WallScene::conversion);
    EXPECT_EQ(rotation.hold(), Hold::byHand);
    rotation.toggleHold(50'000);
    rotation.update(50'000, false, {});
    rotation.update(60'000, false, {});
    EXPECT_EQ(rotation.scene(), WallScene::latency);
}

TEST(WallRotationTest, StepsBackAndForthAroundTheEnds)
{
    WallRotation rotation;
    rotation.step(-1, 0);
    EXPECT_EQ(rotation.scene(), WallScene::latency);
    rotation.step(1, 0);
    EXPECT_EQ(rotation.scene(), WallScene::conversion);
}

TEST(WallRotationTest, ReadsTheScenesOfTheCommandLine)
{
    const auto scenes = models::scenesFrom(QStringLiteral("success=40, latency"));
    ASSERT_TRUE(scenes);
    EXPECT_EQ(*scenes, (std::vector<models::TimedScene>{{WallScene::success, 40},
                                                        {WallScene::latency, 20}}));
}

TEST(WallRotationTest, RefusesOtherScenes)
{
    for (const char *text :
         {"", "profit", "success=", "success=0", "success=x", "success,,latency"})
        EXPECT_FALSE(models::scenesFrom(QString::fromLatin1(text))) << text;
}

} // namespace

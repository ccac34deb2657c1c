// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/travelled_path.h"

#include <gmock/gmock.h>

namespace {

using ingest::mostTravelledPath;
using ingest::Route;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Route> repeated(std::initializer_list<std::pair<int, Route>> groups)
{
    std::vector<Route> routes;
    for (const auto &[times, route] : groups)
        routes.insert(routes.end(), static_cast<std::size_t>(times), route);
    return routes;
}

TEST(TravelledPath, NoJourneysGiveNoPath)
{
    EXPECT_THAT(mostTravelledPath({}), IsEmpty());
}

TEST(TravelledPath, JourneysOfOneTypeGiveNoPath)
{
    EXPECT_THAT(mostTravelledPath(repeated({{10, {0}}, {5, {1}}})), IsEmpty());
}

TEST(TravelledPath, AFunnelThatNarrowsIsFollowedToItsEnd)
{
    EXPECT_THAT(mostTravelledPath(repeated({{70, {0}}, {20, {0, 1}}, {10, {0, 1, 2}}})),
                ElementsAre(0, 1, 2));
}

TEST(TravelledPath, OfTwoBranchesTheOneThatCarriesMoreJourneysFurtherWins)
{
    // 60 end at once in 1; 40 go on over 2 and 3 to 4.
    EXPECT_THAT(mostTravelledPath(repeated({{60, {0, 1}}, {40, {0, 2, 3, 4}}})),
                ElementsAre(0, 2, 3, 4));
}

TEST(TravelledPath, AnOptionalDetourOfAMinorityIsLeftOut)
{
    EXPECT_THAT(mostTravelledPath(repeated({{40, {0, 1, 2, 3}}, {60, {0, 2, 3}}})),
                ElementsAre(0, 2, 3));
}

TEST(TravelledPath, AStepThatNearlyEverybodyTakesIsKept)
{
    EXPECT_THAT(mostTravelledPath(repeated({{95, {0, 1, 2}}, {5, {0, 2}}})), ElementsAre(0, 1, 2));
}

TEST(TravelledPath, ARareAftermathIsNotTheEndOfTheWay)
{
    EXPECT_THAT(mostTravelledPath(repeated({{97, {0, 1}}, {3, {0, 1, 2}}})), ElementsAre(0, 1));
}

TEST(TravelledPath, JourneysOutOfTheUsualOrderDoNotTurnItAround)
{
    EXPECT_THAT(mostTravelledPath(repeated({{3, {1, 0}}, {7, {0, 1}}})), ElementsAre(0, 1));
}

TEST(TravelledPath, TheNumbersOfTypesOnlyDecideTies)
{
    EXPECT_THAT(mostTravelledPath(repeated({{7, {9, 4}}, {3, {2}}})), ElementsAre(9, 4));
    EXPECT_THAT(mostTravelledPath(repeated({{5, {0, 2}}, {5, {0, 1}}})), ElementsAre(0, 1));
}

} // namespace

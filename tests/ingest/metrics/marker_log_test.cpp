// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/marker_log.h"

#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace {

using namespace ingest;
using metrics::MarkerLog;

Marker markerAt(int second, std::string title = "web 1")
{
    return {Second{Seconds{second}}, config::MarkerKind::deploy, std::move(title)};
}

TEST(MarkerLogTest, KeepsTheNewestInWhateverOrderTheyCome)
{
    std::mt19937 random(7);
    std::vector<Marker> given;
    for (int i = 0; i < 1000; ++i)
        given.push_back(markerAt(static_cast<int>(random() % 700), "web " + std::to_string(i % 3)));
    std::set<Marker> expected(given.begin(), given.end());
    while (expected.size() > kShownMarkers)
        expected.erase(expected.begin());
    for (int round = 0; round < 5; ++round) {
        std::ranges::shuffle(given, random);
        MarkerLog log;
        for (const Marker &each : given)
            log.add(each);
        EXPECT_EQ(log.until(Second::max()), std::vector<Marker>(expected.begin(), expected.end()));
        EXPECT_GT(log.dropped(), 0u);
    }
}

TEST(MarkerLogTest, ShowsNoneOfATimeToCome)
{
    MarkerLog log;
    log.add(markerAt(20));
    log.add(markerAt(10));
    EXPECT_TRUE(log.until(Second{Seconds{9}}).empty());
    EXPECT_EQ(log.until(Second{Seconds{10}}).size(), 1u);
    EXPECT_EQ(log.until(Second{Seconds{20}}).size(), 2u);
}

// What is read back, and whether it could be.
std::pair<std::vector<Marker>, bool> readBack(std::vector<Marker> markers)
{
    state::StateWriter writer;
    std::uint64_t dropped = 3;
    writer(markers, dropped);
    const std::string bytes = writer.take();
    state::StateReader reader(bytes);
    MarkerLog log;
    reader(log);
    return {log.until(Second::max()), reader.ok()};
}

TEST(MarkerLogTest, RefusesAStateThatCannotBe)
{
    const std::vector<Marker> sound{markerAt(1), markerAt(2)};
    EXPECT_EQ(readBack(sound), std::pair(sound, true));
    Marker kindless = markerAt(1);
    kindless.kind = static_cast<config::MarkerKind>(9);
    for (const std::vector<Marker> &harm :
         {std::vector{markerAt(2), markerAt(1)}, std::vector{markerAt(1), markerAt(1)},
          std::vector{markerAt(1, std::string(kMarkerTitleBytes + 1, 'x'))},
          std::vector<Marker>(kShownMarkers + 1), std::vector{kindless}})
        EXPECT_FALSE(readBack(harm).second);
}

} // namespace

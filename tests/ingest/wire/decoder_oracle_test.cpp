// SPDX-License-Identifier: GPL-3.0-or-later
// The decoder agrees with its slow oracle on random payloads, sound and broken.
#include "ingest/wire/decoder.h"

#include "tests/ingest/wire/oracle/agreement.h"
#include "tests/ingest/wire/oracle/random_document.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace {

using namespace ingest;
using namespace ingest::wire;
using test::oracle::RandomDocument;

struct Course
{
    const char *name;
    std::string (RandomDocument::*make)();
    bool withPlaces;
    bool withArrival;
    bool inPlace;
};

class DecoderOracle : public testing::TestWithParam<Course>
{
};

// BELLWETHER_ROUNDS asks for more documents than the usual thousands.
std::uint64_t rounds()
{
    const char *asked = std::getenv("BELLWETHER_ROUNDS");
    if (asked != nullptr)
        return std::strtoull(asked, nullptr, 10);
    return test::kSanitized ? 1'000 : 4'000;
}

TEST_P(DecoderOracle, Agrees)
{
    const Course &course = GetParam();
    const FieldPlaces places = course.withPlaces ? test::oracle::somePlaces() : FieldPlaces{};
    Decoder decoder(places);
    for (std::uint64_t seed = 1; seed <= rounds() && !HasFailure(); ++seed) {
        RandomDocument random(seed);
        const std::string payload = (random.*course.make)();
        const std::string buffer = payload + std::string(64, "\0 }\"1"[random.below(5)]);
        Frame frame;
        frame.payload = std::string_view(buffer).substr(0, payload.size());
        frame.readableBehind = course.inPlace ? 64 : 0;
        frame.endpoint = "tcp://127.0.0.1:5556";
        if (random.oneIn(3))
            frame.topic = random.oneIn(8) ? "\xff" : "page.loaded";
        if (course.withArrival)
            frame.arrival = Timestamp(std::chrono::seconds(1'795'000'000));
        EXPECT_EQ(test::oracle::disagreement(decoder, frame, places), "")
            << "seed " << seed << ": " << payload;
        // What was just learned is the shape of most of these.
        for (std::uint64_t i = 0; i < 4; ++i) {
            const std::string similar = test::oracle::similarTo(payload, seed * 4 + i);
            frame.payload = similar;
            frame.readableBehind = 0;
            EXPECT_EQ(test::oracle::disagreement(decoder, frame, places), "")
                << "seed " << seed << ", " << i << ": " << similar;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Rows, DecoderOracle,
    testing::Values(Course{"soundObjects", &RandomDocument::object, false, true, false},
                    Course{"soundObjectsWithPlaces", &RandomDocument::object, true, true, true},
                    Course{"soundPayloadsOfAFile", &RandomDocument::payload, false, false, true},
                    Course{"brokenPayloads", &RandomDocument::broken, false, true, false},
                    Course{"brokenPayloadsInPlace", &RandomDocument::broken, true, false, true}),
    [](const auto &row) { return std::string(row.param.name); });

} // namespace

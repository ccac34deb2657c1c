// SPDX-License-Identifier: GPL-3.0-or-later
// The decoder agrees with its slow oracle on random payloads, sound and broken.
#include "ingest/wire/decoder.h"

#include "tests/ingest/wire/oracle/oracle_decoder.h"
#include "tests/ingest/wire/oracle/random_document.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace {

using namespace ingest;
using namespace ingest::wire;
using test::CollectingSink;
using test::SeenEvent;
using test::SeenRejection;
using test::oracle::Outcome;
using test::oracle::RandomDocument;
using test::oracle::Refused;

void expectSame(const SeenEvent &event, const SeenEvent &wanted)
{
    EXPECT_EQ(event.kind, wanted.kind);
    EXPECT_EQ(event.type, wanted.type);
    EXPECT_EQ(event.source, wanted.source);
    EXPECT_EQ(event.epoch, wanted.epoch);
    EXPECT_EQ(event.id, wanted.id);
    EXPECT_EQ(event.journey, wanted.journey);
    EXPECT_EQ(event.time, wanted.time);
    EXPECT_EQ(event.sequence, wanted.sequence);
    EXPECT_EQ(event.started, wanted.started);
    EXPECT_EQ(event.failure, wanted.failure);
    EXPECT_EQ(event.money, wanted.money);
    EXPECT_EQ(event.attributes, wanted.attributes);
    EXPECT_EQ(event.numbers, wanted.numbers);
}

void expectSame(const SeenRejection &rejection, const Refused &wanted)
{
    EXPECT_TRUE(wanted.reasons.contains(rejection.reason)) << nameOf(rejection.reason);
    if (!wanted.origin)
        return;
    EXPECT_EQ(rejection.source, wanted.origin->source);
    EXPECT_EQ(rejection.epoch, wanted.origin->epoch);
    EXPECT_EQ(rejection.type, wanted.origin->type);
    EXPECT_EQ(rejection.sequence, wanted.origin->sequence);
}

void expectAgreement(Decoder &decoder, const Frame &frame, const FieldPlaces &places)
{
    CollectingSink sink;
    decoder.decode(frame, sink);
    const std::vector<Outcome> wanted = test::oracle::decode(frame, places);
    std::string order;
    for (const Outcome &outcome : wanted)
        order += std::holds_alternative<SeenEvent>(outcome) ? 'e' : 'r';
    ASSERT_EQ(sink.order, order);
    std::size_t event = 0;
    std::size_t rejection = 0;
    for (const Outcome &outcome : wanted)
        if (const auto *seen = std::get_if<SeenEvent>(&outcome))
            expectSame(sink.events[event++], *seen);
        else
            expectSame(sink.rejections[rejection++], std::get<Refused>(outcome));
}

FieldPlaces somePlaces()
{
    FieldPlaces places;
    places.type = {"/data/typ", "/x"};
    places.time = {"/data/ts"};
    places.id = {"/perf/0"};
    places.journey = {"/data/a~1b", "/m~0n"};
    places.category = {"/data/reason"};
    places.amount = {"/data/perf/0", "/data/value"};
    places.extra = {"/data/perf/1", "/data/lcp_ms", "/perf/x/0"};
    return places;
}

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
    return asked != nullptr ? std::strtoull(asked, nullptr, 10) : 4'000;
}

TEST_P(DecoderOracle, Agrees)
{
    const Course &course = GetParam();
    const FieldPlaces places = course.withPlaces ? somePlaces() : FieldPlaces{};
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
        SCOPED_TRACE("seed " + std::to_string(seed) + ": " + payload);
        expectAgreement(decoder, frame, places);
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

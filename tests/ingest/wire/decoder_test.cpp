// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/decoder.h"

#include "tests/ingest/support/collecting_sink.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace ingest::wire;
using test::CollectingSink;
using test::SeenEvent;

constexpr Timestamp kArrival{std::chrono::seconds(1'763'885'403)};

CollectingSink decode(std::string_view payload, std::string_view topic = {},
                      const FieldPlaces &places = {}, bool withArrival = true)
{
    Decoder decoder(places);
    CollectingSink sink;
    Frame frame;
    frame.payload = payload;
    frame.topic = topic;
    frame.endpoint = "tcp://127.0.0.1:5556";
    if (withArrival)
        frame.arrival = kArrival;
    decoder.decode(frame, sink);
    // What looks like something before is read in another way, to the same end.
    CollectingSink again;
    decoder.decode(frame, again);
    EXPECT_EQ(again.order, sink.order) << payload;
    EXPECT_EQ(again.events, sink.events) << payload;
    return sink;
}

SeenEvent one(std::string_view payload, std::string_view topic = {}, const FieldPlaces &places = {})
{
    const CollectingSink sink = decode(payload, topic, places);
    EXPECT_EQ(sink.rejections.size(), 0u) << payload;
    EXPECT_EQ(sink.events.size(), 1u) << payload;
    return sink.events.empty() ? SeenEvent{} : sink.events.front();
}

TEST(Decoder, ReadsTheRecommendedShape)
{
    const SeenEvent event = one(
        R"({"specversion":"1.0","type":"payment.failed","source":"/shop/payments","id":"9f2c",
 "time":"2026-11-23T08:10:03.123Z","subject":"journey-81723",
 "sequence":"00000000000000004711","epoch":"7f3a",
 "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
 "data":{"amount":59.90,"currency":"EUR","country":"DE","platform":"ios","app_version":"4.2.0",
         "provider":"acme-pay","error":{"category":"declined","message":"card 1234 was declined"}}})");
    EXPECT_EQ(event.type, "payment.failed");
    EXPECT_EQ(event.source, "/shop/payments");
    EXPECT_EQ(event.id, "9f2c");
    EXPECT_EQ(event.journey, "journey-81723");
    EXPECT_EQ(event.sequence, 4711u);
    EXPECT_EQ(event.epoch, "7f3a");
    EXPECT_EQ(event.time, Timestamp(std::chrono::milliseconds(1'795'421'403'123)));
    EXPECT_EQ(event.failure,
              std::pair(std::string("declined"), std::string("card 1234 was declined")));
    EXPECT_EQ(event.money, std::pair(std::int64_t{5990}, std::string("EUR")));
    EXPECT_EQ(event.attributes.size(), 6u);
    EXPECT_EQ(event.attributes[2], std::pair(std::string("country"), std::string("DE")));
}

TEST(Decoder, ReadsPlainFlatJson)
{
    const SeenEvent event = one(
        R"({"event":"page.loaded","ts":1763885403.25,"service":"web","session_id":"s1","lcp_ms":812.5,"page":"/cart","id":77,"new":true})");
    EXPECT_EQ(event.type, "page.loaded");
    EXPECT_EQ(event.source, "web");
    EXPECT_EQ(event.id, ""); // a bare id may be a product's
    EXPECT_EQ(event.journey, "s1");
    EXPECT_EQ(event.time, Timestamp(std::chrono::milliseconds(1'763'885'403'250)));
    const std::vector<std::pair<std::string, std::string>> attributes{
        {"lcp_ms", "812.5"}, {"page", "/cart"}, {"id", "77"}, {"new", "true"}};
    EXPECT_EQ(event.attributes, attributes);
    EXPECT_EQ(event.failure, std::nullopt);
}

TEST(Decoder, TakesTheTypeFromTheTopicAndTheSourceFromTheEndpoint)
{
    const SeenEvent event = one(R"({"name":"shirt"})", "cart.item_added");
    EXPECT_EQ(event.type, "cart.item_added");
    EXPECT_EQ(event.source, "tcp://127.0.0.1:5556");
    EXPECT_EQ(one(R"({"name":"checkout.started"})").type, "checkout.started");
    EXPECT_EQ(one(R"({"type":"a","name":"b"})", "c").type, "a");
}

TEST(Decoder, FirstOfEqualKeysWins)
{
    const SeenEvent event = one(R"({"type":"a","type":"b","data":{"x":1,"x":2}})");
    EXPECT_EQ(event.type, "a");
    ASSERT_EQ(event.attributes.size(), 1u);
    EXPECT_EQ(event.attributes[0].second, "1");
}

TEST(Decoder, LeavesOutANumberThatIsOutOfRange)
{
    const SeenEvent event =
        one(R"({"type":"a","data":{"x":1e400,"y":-0,"z":9223372036854775808}})");
    ASSERT_EQ(event.attributes.size(), 2u);
    EXPECT_EQ(event.attributes[0].first, "y");
    EXPECT_EQ(event.numbers[1].second, 9223372036854775808.0);
}

TEST(Decoder, ReadsHeartbeatsWithoutATimeOfTheirOwn)
{
    const CollectingSink sink = decode(
        R"({"type":"bellwether.heartbeat","source":"s","epoch":"e","started":"2026-11-23T08:00:00Z","sequence":12})",
        "bellwether.heartbeat", {}, false);
    ASSERT_EQ(sink.events.size(), 1u);
    EXPECT_EQ(sink.events[0].kind, EventKind::heartbeat);
    EXPECT_EQ(sink.events[0].sequence, 12u);
    EXPECT_TRUE(sink.events[0].started.has_value());
}

TEST(Decoder, LooksWhereTheConfigurationSays)
{
    FieldPlaces places;
    places.type = {"/meta/kind"};
    places.journey = {"/user_session"};
    places.extra = {"/perf/0/lcp"};
    const SeenEvent event = one(
        R"({"meta":{"kind":"x.y"},"type":"no","user_session":"u1","session":"s","perf":[{"lcp":3.5}]})",
        {}, places);
    EXPECT_EQ(event.type, "x.y");
    EXPECT_EQ(event.journey, "u1");
    EXPECT_EQ(event.numbers.back(), std::pair(std::string("/perf/0/lcp"), 3.5));
}

TEST(Decoder, UnpacksArraysAndLines)
{
    EXPECT_EQ(decode(R"([{"type":"a"},{"type":"b"} , {"type":"c"}])").events.size(), 3u);
    EXPECT_EQ(decode("{\"type\":\"a\"}\n{\"type\":\"b\"}\r\n\n{\"type\":\"c\"}\n").events.size(),
              3u);
    EXPECT_EQ(decode("[]").events.size(), 0u);
    const CollectingSink pretty = decode("{\n \"type\": \"a\",\n \"data\": {\"x\": 1}\n}\n");
    ASSERT_EQ(pretty.events.size(), 1u);
    EXPECT_EQ(pretty.rejections.size(), 0u);
}

TEST(Decoder, OneBrokenLineCostsOneRejection)
{
    const CollectingSink sink = decode("{\"type\":\"a\"}\n{\"type\":\n{\"type\":\"c\"}");
    EXPECT_EQ(sink.events.size(), 2u);
    ASSERT_EQ(sink.rejections.size(), 1u);
    EXPECT_EQ(sink.rejections[0].reason, Reason::notJson);
}

// The whole was one broken object while the object in front of it was new.
TEST(Decoder, AnObjectSpreadOverLinesIsNoLine)
{
    const std::string object = "{\n \"type\": \"a\",\n \"x\": \"y\"\n}";
    Decoder decoder({});
    for (const std::string &payload : {object, object + "\nrest", "{\"type\":\"a\"}\n" + object}) {
        CollectingSink known;
        CollectingSink fresh;
        Frame frame;
        frame.payload = payload;
        frame.arrival = kArrival;
        decoder.decode(frame, known);
        Decoder({}).decode(frame, fresh);
        EXPECT_EQ(known.order, fresh.order) << payload;
    }
}

TEST(Decoder, OneBrokenElementCostsItself)
{
    const CollectingSink sink = decode(R"([{"type":"a"},7,{"x":1},{"type":"c"}])");
    EXPECT_EQ(sink.events.size(), 2u);
    ASSERT_EQ(sink.rejections.size(), 2u);
    EXPECT_EQ(sink.rejections[0].reason, Reason::notObject);
    EXPECT_EQ(sink.rejections[1].reason, Reason::noType);
}

TEST(Decoder, KeepsTheOriginOfWhatItRefuses)
{
    const CollectingSink sink = decode(
        R"({"specversion":"1.0","type":"a","source":"s","epoch":"e","sequence":"0009","time":"yesterday"})");
    ASSERT_EQ(sink.rejections.size(), 1u);
    EXPECT_EQ(sink.rejections[0].reason, Reason::badTime);
    EXPECT_EQ(sink.rejections[0].source, "s");
    EXPECT_EQ(sink.rejections[0].epoch, "e");
    EXPECT_EQ(sink.rejections[0].sequence, 9u);
}

TEST(Decoder, RefusesFramesOfThreeParts)
{
    Decoder decoder({});
    CollectingSink sink;
    Frame frame;
    frame.payload = R"({"type":"a"})";
    frame.parts = 3;
    decoder.decode(frame, sink);
    ASSERT_EQ(sink.rejections.size(), 1u);
    EXPECT_EQ(sink.rejections[0].reason, Reason::badFrames);
}

TEST(Decoder, ReadsInPlaceWhatHasReadableBytesBehindIt)
{
    // Bytes behind the payload that would complete a broken object must not be taken for its part.
    const std::string buffer = R"({"type":"a","data":{"x":1})" + std::string(200, '}');
    Decoder decoder({});
    CollectingSink sink;
    Frame frame;
    frame.payload = std::string_view(buffer).substr(0, buffer.size() - 200);
    frame.readableBehind = 200;
    frame.arrival = kArrival;
    decoder.decode(frame, sink);
    ASSERT_EQ(sink.rejections.size(), 1u);
    EXPECT_EQ(sink.rejections[0].reason, Reason::notJson);
}

struct Malformed
{
    const char *name;
    std::string payload;
    Reason reason;
};

class DecoderRefuses : public testing::TestWithParam<Malformed>
{
};

TEST_P(DecoderRefuses, ByReason)
{
    const CollectingSink sink = decode(GetParam().payload);
    EXPECT_EQ(sink.events.size(), 0u);
    ASSERT_EQ(sink.rejections.size(), 1u);
    EXPECT_EQ(nameOf(sink.rejections[0].reason), nameOf(GetParam().reason));
}

std::string nested(int depth)
{
    std::string text = R"({"type":"a","x":)";
    for (int i = 0; i < depth; ++i)
        text += '[';
    for (int i = 0; i < depth; ++i)
        text += ']';
    return text + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Rows, DecoderRefuses,
    testing::Values(
        Malformed{"empty", "", Reason::notJson}, Malformed{"blank", " \n \t", Reason::notJson},
        Malformed{"invalidUtf8", "{\"type\":\"\xff\xfe\"}", Reason::notUtf8},
        Malformed{"overlongUtf8", "{\"type\":\"\xc0\xaf\"}", Reason::notUtf8},
        Malformed{"loneHighSurrogate", R"({"type":"a","x":"\ud800"})", Reason::notJson},
        Malformed{"loneLowSurrogate", R"({"type":"a","x":"\udc00"})", Reason::notJson},
        Malformed{"surrogateInAKey", R"({"type":"a","\ud800":1})", Reason::notJson},
        Malformed{"nan", R"({"type":"a","x":NaN})", Reason::notJson},
        Malformed{"infinity", R"({"type":"a","x":Infinity})", Reason::notJson},
        Malformed{"leadingZero", R"({"type":"a","x":012})", Reason::notJson},
        Malformed{"plusSign", R"({"type":"a","x":+1})", Reason::notJson},
        Malformed{"bareWord", R"({"type":"a","x":tru})", Reason::notJson},
        Malformed{"rawNul", std::string("{\"type\":\"a\0\"}", 13), Reason::notJson},
        Malformed{"nulOutside", std::string("{\"type\":\"a\"}\0", 13), Reason::notJson},
        Malformed{"rawTab", "{\"type\":\"a\tb\"}", Reason::notJson},
        Malformed{"truncated", R"({"type":"a","data":{"x":1)", Reason::notJson},
        Malformed{"unclosedString", R"({"type":"a)", Reason::notJson},
        Malformed{"missingColon", R"({"type" "a"})", Reason::notJson},
        Malformed{"missingComma", R"({"type":"a" "b":1})", Reason::notJson},
        Malformed{"trailingComma", R"({"type":"a",})", Reason::notJson},
        Malformed{"trailingText", R"({"type":"a"} x)", Reason::notJson},
        Malformed{"twoOnOneLine", R"({"type":"a"}{"type":"b"})", Reason::notJson},
        Malformed{"mismatched", R"({"type":"a","x":[1}})", Reason::notJson},
        Malformed{"unquotedKey", R"({type:"a"})", Reason::notJson},
        Malformed{"badEscape", R"({"type":"a\x"})", Reason::notJson},
        Malformed{"number", "42", Reason::notObject},
        Malformed{"string", "\"a\"", Reason::notObject},
        Malformed{"null", "null", Reason::notObject}, Malformed{"word", "hello", Reason::notJson},
        Malformed{"noType", R"({"x":1})", Reason::noType},
        Malformed{"emptyType", R"({"type":""})", Reason::noType},
        Malformed{"badTime", R"({"type":"a","time":"2026-02-30T00:00:00Z"})", Reason::badTime},
        Malformed{"timeIsAnObject", R"({"type":"a","time":true})", Reason::badTime},
        Malformed{"negativeTime", R"({"type":"a","ts":-5})", Reason::badTime},
        Malformed{"tooDeep", nested(32), Reason::tooDeep},
        Malformed{"farTooDeep", nested(10'000), Reason::tooDeep},
        Malformed{"tooLarge", R"({"type":"a","x":")" + std::string(1 << 20, 'x') + "\"}",
                  Reason::tooLarge}),
    [](const auto &param) { return std::string(param.param.name); });

TEST(Decoder, TakesWhatIsJustDeepAndLargeEnough)
{
    EXPECT_EQ(decode(nested(31)).events.size(), 1u);
    EXPECT_EQ(decode(R"({"type":"a","x":")" + std::string(900'000, 'x') + "\"}").events.size(), 1u);
}

TEST(Decoder, NeedsATimeWhereThereIsNoArrival)
{
    const CollectingSink sink = decode(R"({"type":"a"})", {}, {}, false);
    ASSERT_EQ(sink.rejections.size(), 1u);
    EXPECT_EQ(sink.rejections[0].reason, Reason::noTime);
}

TEST(Decoder, EveryTruncationIsOneRejection)
{
    const std::string whole =
        R"({"type":"a","time":"2026-11-23T08:10:03Z","x":[1,2.5e3,{"y":"\u00e4\n"}],"data":{"z":null}})";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const CollectingSink sink = decode(std::string_view(whole).substr(0, length));
        EXPECT_EQ(sink.events.size(), 0u) << length;
        EXPECT_EQ(sink.rejections.size(), 1u) << length;
    }
    EXPECT_EQ(decode(whole).events.size(), 1u);
}

} // namespace

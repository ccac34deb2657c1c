// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that no honest publisher sends, through the whole engine: each is decided as it should, by
// reason, what follows it is counted as ever, and memory stays within its budget.
#include "tests/proofs/support/attack.h"

#include <array>
#include <limits>

namespace {

using namespace ingest;
using test::Attack;

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

struct Decision
{
    const char *name;
    std::string payload;
    std::uint64_t accepted;
    std::string_view reason; // of one rejection; empty: none
};

// An event whose object is of exactly so many bytes.
std::string ofSize(std::size_t bytes)
{
    const std::string before = R"({"type":"a","data":{"x":")";
    return before + std::string(bytes - before.size() - 3, 'x') + "\"}}";
}

std::vector<Decision> decisions()
{
    using namespace std::string_literals;
    return {
        {"an ordinary one", R"({"type":"a"})", 1, ""},
        {"an event of 1 MiB", ofSize(kMebibyte), 1, ""},
        {"a byte over 1 MiB", ofSize(kMebibyte + 1), 0, "too-large"},
        {"nesting 10,000 deep", repeated(R"({"a":)", 10'000) + "1" + repeated("}", 10'000), 0,
         "too-deep"},
        {"arrays 10,000 deep within an event",
         R"({"type":"a","x":)" + repeated("[", 10'000) + repeated("]", 10'000) + "}", 0,
         "too-deep"},
        {"10,000 brackets without an end", repeated("[", 10'000), 0, "not-json"},
        {"NaN", R"({"type":"a","x":NaN})", 0, "not-json"},
        {"1e400", R"({"type":"a","amount":1e400,"x_ms":1e400})", 1, ""},
        {"minus zero", R"({"type":"a","amount":-0,"x_ms":-0.0})", 1, ""},
        {"2^63", R"({"type":"a","amount":9223372036854775808,"x_ms":9223372036854775808})", 1, ""},
        {"2^64 for a sequence", R"({"type":"a","sequence":18446744073709551616})", 1, ""},
        {"a time of 2^63", R"({"type":"a","time":9223372036854775808})", 0, "bad-time"},
        {"a lone high surrogate", R"({"type":"a","x":"\ud800"})", 0, "not-json"},
        {"a lone low surrogate", R"({"type":"\udc00"})", 0, "not-json"},
        {"surrogates the wrong way round", R"({"type":"a","x":"\udc00\ud800"})", 0, "not-json"},
        {"invalid UTF-8", "{\"type\":\"a\",\"x\":\"\xff\"}", 0, "not-utf8"},
        {"overlong UTF-8", "{\"type\":\"a\",\"x\":\"\xc0\xaf\"}", 0, "not-utf8"},
        {"a surrogate in UTF-8", "{\"type\":\"a\",\"x\":\"\xed\xa0\x80\"}", 0, "not-utf8"},
        {"a NUL byte", "{\"type\":\"a\",\"x\":\"\0\"}"s, 0, "not-json"},
        {"a NUL byte behind", "{\"type\":\"a\"}\0"s, 0, "not-json"},
        {"an escaped NUL", R"({"type":"a","session":"\u0000","data":{"sku":"\u0000"}})", 1, ""},
        {"equal keys", R"({"type":"a","type":"b","type":7,"amount":1,"amount":2})", 1, ""},
        {"truncated", R"({"type":"a","data":{"sku":"s)", 0, "not-json"},
        {"a string without an end", "{\"type\":\"" + std::string(900'000, 'x'), 0, "not-json"},
        {"8 MiB without an end", "{\"type\":\"" + std::string(8 * kMebibyte, 'x'), 0, "too-large"},
        {"an array without an end", "[" + repeated(R"({"type":"a"},)", 1000), 1000, "not-json"},
        {"nothing", "", 0, "not-json"},
        {"a number", "7", 0, "not-object"},
        {"no type", R"({"x":1})", 0, "no-type"},
    };
}

class HostileBytes : public Attack
{
protected:
    std::uint64_t refused(std::string_view reason)
    {
        const LedgerSnapshot ledger = snapshot()->ledger;
        for (std::size_t i = 0; i < wire::kReasonCount; ++i)
            if (wire::kReasonNames.at(i) == reason)
                return ledger.malformed.at(i);
        return std::numeric_limits<std::uint64_t>::max();
    }
};

TEST_F(HostileBytes, AreDecidedByReasonAndCostNoneButThemselves)
{
    setRate(100);
    std::uint64_t received = 0;
    for (const Decision &decision : decisions()) {
        SCOPED_TRACE(decision.name);
        const LedgerSnapshot before = snapshot()->ledger;
        const std::uint64_t reasonBefore = decision.reason.empty() ? 0 : refused(decision.reason);
        sendBytes(decision.payload);
        const LedgerSnapshot after = snapshot()->ledger;
        const std::uint64_t rejected = decision.reason.empty() ? 0 : 1;
        EXPECT_EQ(after.accepted - before.accepted, decision.accepted);
        EXPECT_EQ(after.malformedTotal() - before.malformedTotal(), rejected);
        if (rejected > 0) {
            EXPECT_EQ(refused(decision.reason) - reasonBefore, 1u);
        }
        received += decision.accepted + rejected;
        send(R"("type":"honest","source":"/honest")");
        ++received;
    }
    EXPECT_EQ(snapshot()->ledger.accepted + snapshot()->ledger.malformedTotal(), received);
    expectHeld(received);
}

TEST_F(HostileBytes, NumbersOutOfRangeAreInNoSumAndNoLatency)
{
    setRate(100);
    sendBytes(R"({"type":"a","amount":1e400,"x_ms":1e400})");
    sendBytes(R"({"type":"a","amount":-0,"x_ms":-0.0})");
    sendBytes(R"({"type":"a","amount":2,"amount":1e400,"x_ms":5})");
    const auto all = snapshot();
    EXPECT_EQ(valueOf<RateSnapshot>(*all, "every_rate").count, 3u);
    const auto &sum = valueOf<SumSnapshot>(*all, "every_sum");
    EXPECT_EQ(sum.count, 2u);
    EXPECT_EQ(sum.sums.at(0).minor, 200);
    const auto &latency = valueOf<LatencySnapshot>(*all, "every_latency");
    EXPECT_EQ(latency.count, 2u);
    EXPECT_EQ(latency.value.max, 5.0);
}

TEST_F(HostileBytes, FramesOfAMebibyteFullOfEvents)
{
    std::string frame;
    std::uint64_t inOne = 0;
    while (frame.size() < kMebibyte - 200) {
        frame += R"({"type":"order.completed","source":"/s","session":"j)" + std::to_string(inOne) +
                 R"(","data":{"amount":0.01,"sku":"s)" + std::to_string(inOne % 50) + "\"}}\n";
        ++inOne;
    }
    setRate(100);
    const std::uint64_t frames = many(100);
    for (std::uint64_t i = 0; i < frames; ++i)
        sendBytes(frame);
    const auto all = snapshot();
    EXPECT_EQ(valueOf<RateSnapshot>(*all, "orders").count, frames * inOne);
    EXPECT_EQ(valueOf<SumSnapshot>(*all, "revenue").sums.at(0).minor,
              static_cast<std::int64_t>(frames * inOne));
    expectHeld(frames * inOne);
}

// In every place that is remembered, each different only at its end.
TEST_F(HostileBytes, StringsOf900Kilobytes)
{
    const std::string text(900'000, 'x');
    const std::array<std::string, 8> members{
        R"("source":"/s","type":)",
        R"("type":"t","source":)",
        R"("type":"t","source":"/s","sequence":1,"epoch":)",
        R"("type":"t","source":"/s","event_id":)",
        R"("type":"t","source":"/s","session":)",
        R"("type":"payment.failed","source":"/s","reason":)",
        R"("type":"payment.failed","source":"/s","message":)",
        R"("type":"t","source":"/s","sku":)",
    };
    setRate(100);
    const std::uint64_t rounds = many(300);
    for (std::uint64_t i = 0; i < rounds; ++i)
        for (const std::string &member : members)
            send(member + '"' + text + std::to_string(i) + '"');
    const auto all = snapshot();
    EXPECT_EQ(all->ledger.accepted, rounds * members.size());
    EXPECT_EQ(valueOf<UniquesSnapshot>(*all, "active_journeys").count, rounds);
    EXPECT_EQ(all->metrics->failuresCount, 2 * rounds);
    EXPECT_EQ(all->sourcesTotal, rounds + 1) << "told apart by their ends";
    expectHeld(rounds * members.size());
}

// A thousand members of their own names, and as many numbers as fit.
TEST_F(HostileBytes, EventsOfThousandsOfMembers)
{
    setRate(100);
    const std::uint64_t events = many(400);
    for (std::uint64_t i = 0; i < events; ++i) {
        std::string members = R"("type":"t","source":"/s")";
        for (std::uint64_t j = 0; j < 5'000; ++j)
            members += ",\"m" + std::to_string(i * 5'000 + j) + "_ms\":1";
        send(members);
    }
    EXPECT_EQ(valueOf<RateSnapshot>(*snapshot(), "every_rate").count, events);
    expectHeld(events);
}

} // namespace

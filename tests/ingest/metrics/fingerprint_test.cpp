// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/fingerprint.h"

#include <gtest/gtest.h>

#include <random>

namespace {

std::string fingerprintOf(std::string_view message)
{
    std::string out = "left over";
    ingest::metrics::fingerprint(message, out);
    return out;
}

struct Row
{
    const char *message;
    const char *expected;
};

class Fingerprint : public testing::TestWithParam<Row>
{
};

TEST_P(Fingerprint, MasksWhatVaries)
{
    EXPECT_EQ(fingerprintOf(GetParam().message), GetParam().expected);
    EXPECT_EQ(fingerprintOf(GetParam().expected), GetParam().expected) << "not idempotent";
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Fingerprint,
    testing::Values(
        Row{"card 1234 was declined", "card <num> was declined"},
        Row{"card 99 was declined", "card <num> was declined"}, Row{"", ""},
        Row{"  two   spaces\n", "two spaces"},
        Row{"user 550e8400-e29b-41d4-a716-446655440000 unknown", "user <uuid> unknown"},
        Row{"mail to jo.doe@example.com bounced", "mail to <email> bounced"},
        Row{"no route to 10.0.0.17:8443", "no route to <ip>"},
        Row{"no route to fe80::1ff:fe23:4567:890a", "no route to <ip>"},
        Row{"cannot open /var/log/shop/app.log.", "cannot open <path>."},
        Row{"GET https://shop.example/cart?id=7 failed", "GET <path> failed"},
        Row{"unknown key \"colour\" in 'item'", "unknown key <str> in <str>"},
        Row{"it isn't there", "it isn't there"},
        Row{"at 2026-11-23T08:10:03.123Z the till closed", "at <time> the till closed"},
        Row{"at 2026-11-23 08:10:03 the till closed", "at <time> <time> the till closed"},
        Row{"card expired on 23.11.2026", "card expired on <time>"},
        Row{"card expired on 1.2.2026.", "card expired on <time>."},
        Row{"card expired on 23/11/2026", "card expired on <time>"},
        Row{"card expired on 3/9/2026", "card expired on <time>"},
        Row{"card expired on 2026/11/23", "card expired on <time>"},
        Row{"card expired on 2026-11-23, refused", "card expired on <time>, refused"},
        Row{"from 01.12.2026-31.12.2026 closed", "from <time>-<time> closed"},
        Row{"08:10 and 08:10:03,123", "<time> and <time>"},
        Row{"[2026-11-23T08:10:03+01:00] closed", "[<time>] closed"},
        Row{"23.11.2026-declined at 08:10:03:123", "<time>-declined at <time>"},
        Row{"device 10:20:30:40:50:60 lost", "device <ip> lost"},
        Row{"archive/2026/11/23/shop.log", "<path>"}, Row{"2026/11/23/shop.log", "<path>"},
        Row{"10.0.0.17:8443:refused", "<ip>:<num>:refused"},
        Row{"user=jo@example.com", "user=<email>"}, Row{"release 12.4.1", "release <num>"},
        Row{"pointer 0xdeadbeef is null", "pointer <hex> is null"},
        Row{"commit 9fceb02d0ae598e9 broke", "commit <hex> broke"},
        Row{"amount €1,204.50 over limit", "amount <num> over limit"},
        Row{"amount 59.90 EUR over limit", "amount <num> EUR over limit"},
        Row{"amount 1.204,50 € over limit", "amount <num> € over limit"},
        Row{"amount 59,90€ over limit", "amount <num> over limit"},
        Row{"amount -$5 over limit", "amount <num> over limit"},
        Row{"amount EUR59.90 over limit", "amount EUR<num> over limit"},
        Row{"timeout after 30000ms", "timeout after <num>ms"},
        Row{"retry=3, code=E42", "retry=<num>, code=E<num>"}, Row{"(error 17)", "(error <num>)"},
        Row{"-5 is negative", "<num> is negative"}, Row{"facade deface", "facade deface"},
        Row{"and/or", "and/or"}),
    [](const auto &param) { return "Row" + std::to_string(param.index); });

// Two messages that differ in a word, whatever they share or have that varies beside it.
struct Apart
{
    const char *one;
    const char *other;
};

class FingerprintsApart : public testing::TestWithParam<Apart>
{
};

TEST_P(FingerprintsApart, WhereWordsDiffer)
{
    EXPECT_NE(fingerprintOf(GetParam().one), fingerprintOf(GetParam().other));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, FingerprintsApart,
    testing::Values(
        Apart{"card 1 was declined", "card 1 was accepted"},
        Apart{"card was declined", "card was not declined"}, Apart{"declined", "Declined"},
        Apart{"bank does not answer", "answer does not bank"},
        Apart{"timeout after 30ms", "timeout after 30s"}, Apart{"timeout 30", "timeout"},
        Apart{"amount 59.90 EUR over limit", "amount 59.90 USD over limit"},
        Apart{"amount EUR59.90", "amount USD59.90"}, Apart{"code=E42", "code=W42"},
        Apart{"error: declined", "error: expired"}, Apart{"error:declined", "error:expired"},
        Apart{"state=declined,retry=3", "state=expired,retry=3"}, Apart{"(declined)", "(expired)"},
        Apart{"facade down", "deface down"}, Apart{"read/write failed", "read/seek failed"},
        Apart{"no route to 10.0.0.17", "no answer from 10.0.0.17"},
        Apart{"10.0.0.17:8443:refused", "10.0.0.17:8443:timeout"},
        Apart{"10.0.0.17:refused", "10.0.0.17:timeout"},
        Apart{"cannot open /var/log/app.log", "cannot close /var/log/app.log"},
        Apart{"key \"colour\" unknown", "key \"colour\" missing"},
        Apart{"user jo@example.com unknown", "user jo@example.com locked"},
        Apart{"jo@example.com:unknown", "jo@example.com:locked"},
        Apart{"expired on 23.11.2026", "issued on 23.11.2026"},
        Apart{"2026-11-23 declined", "2026-11-23 expired"},
        Apart{"2026-11-23T08:10:03Z:declined", "2026-11-23T08:10:03Z:expired"},
        Apart{"[2026-11-23T08:10:03Z]declined", "[2026-11-23T08:10:03Z]expired"},
        Apart{"23.11.2026-declined", "23.11.2026-expired"},
        Apart{"08:10:03|declined", "08:10:03|expired"},
        Apart{"3/9/2026:declined", "3/9/2026:expired"}, Apart{"job-17-failed", "job-17-stalled"},
        Apart{"Karte 5 abgelehnt: größe", "Karte 5 abgelehnt: grüße"},
        Apart{"550e8400-e29b-41d4-a716-446655440000 unknown",
              "550e8400-e29b-41d4-a716-446655440000 locked"}),
    [](const auto &param) { return "Row" + std::to_string(param.index); });

TEST(FingerprintOf, AnythingIsBoundedAndRepeatable)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    constexpr std::string_view alphabet = "ab 01.,:;/'\"()<>@-=\\\xc3\xa9 x9";
    for (int i = 0; i < 20'000; ++i) {
        std::string message;
        for (std::size_t n = random() % 60; n > 0; --n)
            message += alphabet[random() % alphabet.size()];
        const std::string once = fingerprintOf(message);
        ASSERT_LE(once.size(), ingest::metrics::kFingerprintBytes);
        ASSERT_EQ(fingerprintOf(message), once) << message;
    }
    EXPECT_LE(fingerprintOf(std::string(900'000, 'x')).size(), ingest::metrics::kFingerprintBytes);
    EXPECT_LE(fingerprintOf(std::string(900'000, ':')).size(), ingest::metrics::kFingerprintBytes);
    EXPECT_LE(fingerprintOf(std::string(900'000, '"')).size(), ingest::metrics::kFingerprintBytes);
}

TEST(FingerprintOf, NeverSplitsACharacter)
{
    for (std::size_t shift = 0; shift < 4; ++shift) {
        std::string message(shift, 'x');
        for (int i = 0; i < 100; ++i)
            message += "\xe2\x82\xac";
        const std::string cut = fingerprintOf(message);
        EXPECT_EQ((cut.size() - shift) % 3, 0u) << shift;
        EXPECT_GT(cut.size(), ingest::metrics::kFingerprintBytes - 4);
    }
}

} // namespace

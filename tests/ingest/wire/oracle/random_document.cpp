// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/wire/oracle/random_document.h"

namespace test::oracle {

std::string RandomDocument::pick(std::initializer_list<const char *> words)
{
    return words.begin()[below(words.size())];
}

std::string RandomDocument::blank()
{
    return oneIn(12) ? pick({" ", "  ", "\t", " \t ", "   \r"}) : std::string();
}

// Escapes a letter now and then, as a key or a value may be written.
std::string RandomDocument::quoted(const std::string &raw)
{
    std::string out = "\"";
    for (const char c : raw) {
        static constexpr char kHex[] = "0123456789abcdef";
        if (static_cast<unsigned char>(c) < 0x80 && oneIn(150))
            out += std::string("\\u00") + kHex[c >> 4 & 15] + kHex[c & 15];
        else
            out += c;
    }
    return out + '"';
}

std::string RandomDocument::key(bool topLevel)
{
    const std::string known = pick({"type",
                                    "event",
                                    "event_name",
                                    "name",
                                    "time",
                                    "timestamp",
                                    "ts",
                                    "@timestamp",
                                    "source",
                                    "service",
                                    "service.name",
                                    "id",
                                    "event_id",
                                    "specversion",
                                    "sequence",
                                    "seq",
                                    "epoch",
                                    "instance",
                                    "started",
                                    "session",
                                    "session_id",
                                    "correlation_id",
                                    "journey",
                                    "cart_id",
                                    "subject",
                                    "error",
                                    "error_category",
                                    "reason",
                                    "code",
                                    "message",
                                    "amount",
                                    "total",
                                    "value",
                                    "currency"});
    if (topLevel && oneIn(6))
        return "data";
    if (topLevel ? oneIn(4) : !oneIn(3))
        return pick({"country", "platform", "lcp_ms", "ttfb_ms", "provider", "app_version", "x", "",
                     "a/b", "m~n", "perf", "typ", "types", "Type", "error_type", "datum",
                     "a much longer name than any that is known to the decoder"});
    return known;
}

std::string RandomDocument::number()
{
    switch (below(8)) {
    case 0:
        return pick({"0",
                     "-0",
                     "1e400",
                     "-1e400",
                     "1e-400",
                     "9223372036854775808",
                     "0.1",
                     "1E5",
                     "1e+2",
                     "0e0",
                     "0.0000001",
                     "18446744073709551615",
                     "18446744073709551616",
                     "4.9e-324",
                     "1.7976931348623157e308",
                     "123456789012345678",
                     "0.30000000000000004",
                     "2.675",
                     "1.005",
                     "-2.5e-1"});
    case 1:
        return std::to_string(m_random() >> below(64));
    case 2:
        return std::to_string(below(100'000)) + "." + std::to_string(below(1'000));
    case 3:
        return "-" + std::to_string(below(1'000)) + ".5";
    default:
        return std::to_string(below(10'000));
    }
}

std::string RandomDocument::string()
{
    if (oneIn(12))
        return pick({R"("\"")", R"("\\")", R"("\u00e4\n\t\/\b\f\r")", R"("\ud83d\ude00")",
                     R"("\u0000")", R"("a\\\\")", "\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\"",
                     R"("{\"a\":[1]}")", "\"\x7f\"", R"("],}")", R"("\uFFFF")", "\"\""});
    return quoted(pick({"DE",
                        "ios",
                        "4.2.0",
                        "acme-pay",
                        "declined",
                        "card 1234 was declined",
                        "EUR",
                        "jpy",
                        "KWD",
                        "CLF",
                        "payment.failed",
                        "order.completed",
                        "12",
                        "59.90",
                        "1795421403123",
                        "7f3a",
                        "s-1",
                        "/shop/payments",
                        "00000042",
                        "bellwether.heartbeat",
                        "bellwether.goodbye",
                        "a string of some length "
                        "that does not fit any small block of bytes at all"}));
}

std::string RandomDocument::scalar()
{
    switch (below(8)) {
    case 0:
        return pick({"true", "false", "null"});
    case 1:
    case 2:
    case 3:
        return number();
    default:
        return string();
    }
}

std::string RandomDocument::time()
{
    if (oneIn(6))
        return pick({"\"2026-02-30T00:00:00Z\"", "\"2026-11-23\"", "-5", "1e3", "\"1795421403\"",
                     "\"2024-02-29t23:59:60.5+23:59\"", "\"1677-12-31T00:00:00Z\"",
                     "\"2261-12-31T23:59:59.999999999999Z\"", "1795421403123456789", "9e18",
                     "9300000000000000000", "99999999999.9", "\"2026-11-23 08:10:03,5Z\"", "null",
                     "\"2026-11-23T08:10:03+0100\"", "\"2026-11-23T08:10:03\""});
    const std::string seconds = std::to_string(1'795'000'000 + below(1'000'000));
    switch (below(6)) {
    case 0:
        return seconds;
    case 1:
        return seconds + "." + std::to_string(below(1'000'000));
    case 2:
        return seconds + "123";
    case 3:
        return seconds + "123456";
    default: {
        const auto two = [this](std::size_t bound) {
            return std::to_string(100 + below(bound)).substr(1);
        };
        return "\"20" + two(100) + "-0" + std::to_string(1 + below(9)) + "-1" +
               std::to_string(below(10)) + "T" + two(24) + ":" + two(60) + ":" + two(60) + "." +
               std::to_string(below(1'000'000)) + pick({"Z", "z", "+02:00", "-11:30"}) + "\"";
    }
    }
}

std::string RandomDocument::container(int depth)
{
    if (oneIn(2))
        return "{" + members(below(4), false, depth + 1) + "}";
    std::string out = "[";
    for (std::size_t i = 0, count = below(4); i < count; ++i)
        out += (i == 0 ? "" : ",") + blank() + valueFor("", depth + 1) + blank();
    return out + "]";
}

std::string RandomDocument::valueFor(const std::string &key, int depth)
{
    if (key == "data" && depth == 1 && !oneIn(10))
        return "{" + members(below(9), false, depth + 1) + "}";
    if (key == "error" && oneIn(2))
        return "{" + blank() + "\"category\":" + scalar() + ",\"type\":" + scalar() +
               ",\"message\":" + scalar() + blank() + "}";
    if (!oneIn(15) && (key == "time" || key == "timestamp" || key == "ts" || key == "@timestamp" ||
                       key == "started"))
        return time();
    if (depth < 30 && oneIn(depth < 4 ? 8 : 3))
        return container(depth);
    return scalar();
}

std::string RandomDocument::members(std::size_t count, bool topLevel, int depth)
{
    std::string out = blank();
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = key(topLevel);
        out += (i == 0 ? "" : ",") + blank() + quoted(name) + blank() + ":" + blank() +
               valueFor(name, depth) + blank();
    }
    return out;
}

std::string RandomDocument::object()
{
    std::string rest = members(below(14), true, 1);
    if (oneIn(8))
        return "{" + rest + "}";
    const std::string type = pick({"\"type\":\"payment.failed\"", "\"event\":\"page.loaded\"",
                                   "\"type\" : \"cart.item_added\""});
    const bool more = rest.find(':') != std::string::npos;
    return "{" + type + (more ? "," + rest : rest) + "}";
}

std::string RandomDocument::payload()
{
    if (oneIn(2))
        return blank() + object() + blank();
    const bool array = oneIn(2);
    std::string out = array ? blank() + "[" : "";
    for (std::size_t i = 0, count = below(6); i < count; ++i) {
        const std::string element = oneIn(15) ? scalar() : object();
        if (array)
            out += (i == 0 ? "" : ",") + blank() + element + blank() + (oneIn(4) ? "\n" : "");
        else
            out += blank() + element + blank() + (oneIn(6) ? "\r\n\n" : "\n");
    }
    return array ? out + "]" + blank() : out;
}

std::string RandomDocument::broken()
{
    std::string text = payload();
    for (std::size_t i = 0, count = 1 + below(3); i < count && !text.empty(); ++i) {
        const std::size_t at = below(text.size());
        switch (below(6)) {
        case 0:
            text[at] = static_cast<char>(below(256));
            break;
        case 1:
            text.erase(at, 1 + below(3));
            break;
        case 2:
            text.insert(at, pick({"{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "NaN", "\\ud800",
                                  "-", "1", " ", "\xff", "\xc3", "null"}));
            break;
        case 3:
            text.resize(at);
            break;
        case 4:
            text.insert(at, text.substr(below(text.size()), below(20)));
            break;
        default:
            text.insert(at, std::string(below(40), pick({"[", "{", "]"}).front()));
        }
    }
    return text;
}

} // namespace test::oracle

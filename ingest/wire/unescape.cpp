// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/unescape.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace ingest::wire {

namespace {

constexpr std::uint32_t kBroken = 0xffffffff;

// Takes four hexadecimal digits from the front.
std::uint32_t takeHex4(std::string_view &raw)
{
    if (raw.size() < 4)
        return kBroken;
    std::uint32_t value = 0;
    for (const char c : raw.substr(0, 4)) {
        std::uint32_t digit = 0;
        if (c >= '0' && c <= '9')
            digit = static_cast<std::uint32_t>(c - '0');
        else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            digit = static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
        else
            return kBroken;
        value = value << 4 | digit;
    }
    raw.remove_prefix(4);
    return value;
}

// The code point behind "\u", with the second half of a surrogate pair.
std::uint32_t takeCodePoint(std::string_view &raw)
{
    const std::uint32_t first = takeHex4(raw);
    if (first == kBroken || (first >= 0xdc00 && first < 0xe000))
        return kBroken;
    if (first < 0xd800 || first >= 0xdc00)
        return first;
    if (!raw.starts_with("\\u"))
        return kBroken;
    raw.remove_prefix(2);
    const std::uint32_t second = takeHex4(raw);
    if (second < 0xdc00 || second >= 0xe000)
        return kBroken;
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
}

char *putUtf8(std::uint32_t code, char *out)
{
    const auto put = [&out](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6);
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
    return out;
}

// What the letter behind a backslash stands for; zero for none.
char plainEscape(char letter)
{
    switch (letter) {
    case '"':
    case '\\':
    case '/':
        return letter;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return '\0';
    }
}

} // namespace

char *unescape(std::string_view raw, char *out)
{
    while (!raw.empty()) {
        const std::size_t plain = std::min(raw.find('\\'), raw.size());
        std::memcpy(out, raw.data(), plain);
        out += plain;
        raw.remove_prefix(plain);
        if (raw.size() < 2)
            return raw.empty() ? out : nullptr;
        const char letter = raw[1];
        raw.remove_prefix(2);
        if (letter == 'u') {
            const std::uint32_t code = takeCodePoint(raw);
            if (code == kBroken)
                return nullptr;
            out = putUtf8(code, out);
            continue;
        }
        *out = plainEscape(letter);
        if (*out++ == '\0')
            return nullptr;
    }
    return out;
}

} // namespace ingest::wire

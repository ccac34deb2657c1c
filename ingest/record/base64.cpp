// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/base64.h"

#include <cstdint>

namespace ingest::record {

namespace {

constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

void putBase64(std::string_view bytes, std::string &to)
{
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::string_view three = bytes.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8 | (i < three.size() ? static_cast<unsigned char>(three[i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            to += i <= three.size() ? kLetters[bits >> (18 - 6 * i) & 63] : '=';
    }
}

bool readBase64(std::string_view text, std::string &to)
{
    to.clear();
    if (text.size() % 4 != 0)
        return false;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool padded = i + padding >= text.size();
        const std::size_t letter = padded ? 0 : kLetters.find(text[i]);
        if (letter == std::string_view::npos)
            return false;
        bits = bits << 6 | static_cast<std::uint32_t>(letter);
        if (i % 4 != 3)
            continue;
        for (int shift = 16; shift >= 0; shift -= 8)
            to += static_cast<char>(bits >> shift & 0xff);
    }
    to.resize(to.size() - padding);
    return true;
}

} // namespace ingest::record

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/bounded_name.h"

#include "ingest/metrics/seeded_hash.h"

namespace ingest::metrics {

namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";
constexpr std::size_t kHashDigits = 16;
constexpr std::size_t kHeadBytes = kNameBytes - kEllipsis.size() - kHashDigits;
// Fixed, so that a recording replayed elsewhere shows the same names.
constexpr std::uint64_t kSeed = 0x6e616d65;

} // namespace

std::string_view shortenedName(std::string_view name, std::string &buffer)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    const std::uint64_t hash = seededHash(name, kSeed);
    buffer.assign(wholeCharacters(name, kHeadBytes));
    buffer += kEllipsis;
    for (int shift = 60; shift >= 0; shift -= 4)
        buffer += kDigits[(hash >> shift) & 0xf];
    return buffer;
}

std::string_view wholeCharacters(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0u) == 0x80u)
        --bytes;
    return text.substr(0, bytes);
}

} // namespace ingest::metrics

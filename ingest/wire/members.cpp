// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/members.h"

#include <algorithm>

namespace ingest::wire {

namespace {

std::uint64_t bitOf(Name name)
{
    return std::uint64_t{1} << static_cast<unsigned>(name);
}

// One bit of 64 for a key: two keys with different bits are different.
std::uint64_t bloomOf(std::string_view key)
{
    if (key.empty())
        return 1;
    const auto first = static_cast<unsigned char>(key.front());
    const auto middle = static_cast<unsigned char>(key[key.size() / 2]);
    const auto last = static_cast<unsigned char>(key.back());
    return std::uint64_t{1} << ((key.size() * 7 + first * 5u + middle * 3u + last) & 63);
}

} // namespace

void Level::clear()
{
    scalars.clear();
    numbers.clear();
    errorCategory = errorType = errorMessage = Scalar{};
    errorIsContainer = false;
    m_seen = 0;
    m_held = 0;
    m_unknown.clear();
    m_unknownBloom = 0;
}

bool Level::admit(Name name, std::string_view key)
{
    if (name == Name::unknown)
        return admitUnknown(key);
    const bool first = (m_seen & bitOf(name)) == 0;
    m_seen |= bitOf(name);
    return first;
}

bool Level::admitUnknown(std::string_view key)
{
    const std::uint64_t bit = bloomOf(key);
    if (m_unknown.size() >= kMaxUnknown ||
        ((m_unknownBloom & bit) != 0 &&
         std::find(m_unknown.begin(), m_unknown.end(), key) != m_unknown.end()))
        return false;
    m_unknownBloom |= bit;
    m_unknown.push_back(key);
    return true;
}

void Level::keep(Name name, std::string_view key, const Scalar &scalar)
{
    if (name != Name::unknown && scalar.kind != ValueKind::null) {
        m_known[static_cast<std::size_t>(name)] = scalar;
        m_held |= bitOf(name);
    }
    if (!scalar.inRange)
        return;
    scalars.push_back({key, scalar.text, scalar.number, scalar.kind});
    if (scalar.kind == ValueKind::number)
        numbers.push_back(scalars.back());
}

void Members::clear()
{
    top.clear();
    data.clear();
    hasData = false;
    pointedSeen = 0;
}

} // namespace ingest::wire

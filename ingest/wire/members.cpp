// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/members.h"

#include <algorithm>

namespace ingest::wire {

namespace {

std::uint64_t bitOf(Name name)
{
    return std::uint64_t{1} << static_cast<unsigned>(name);
}

} // namespace

void Level::clear()
{
    seen = 0;
    scalars.clear();
    errorCategory = errorType = errorMessage = Scalar{};
    errorIsObject = false;
}

const Scalar *Level::find(Name name) const
{
    if ((seen & bitOf(name)) == 0)
        return nullptr;
    const Scalar &scalar = known[static_cast<std::size_t>(name)];
    return scalar.kind == ValueKind::null ? nullptr : &scalar;
}

bool Level::admit(Name name)
{
    if ((seen & bitOf(name)) != 0)
        return false;
    seen |= bitOf(name);
    known[static_cast<std::size_t>(name)] = Scalar{};
    return true;
}

void Level::keep(std::string_view name, const Scalar &scalar)
{
    if (scalars.size() >= kMaxScalars || !scalar.inRange)
        return;
    if (std::ranges::find(scalars, name, &Attribute::name) == scalars.end())
        scalars.push_back({name, scalar.text, scalar.number, scalar.kind});
}

void Members::clear()
{
    top.clear();
    data.clear();
    hasData = false;
    pointedSeen = 0;
}

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/names.h"

#include <array>

namespace ingest::wire {

namespace {

constexpr auto kKnown = static_cast<std::size_t>(Name::unknown);
constexpr std::array<std::string_view, kKnown> kNames{"type",
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
                                                      "category",
                                                      "message",
                                                      "amount",
                                                      "total",
                                                      "value",
                                                      "currency",
                                                      "data"};

// The names in one table by length and first letter: at most four share a place.
struct Table
{
    static constexpr std::size_t kLengths = 16;
    std::array<std::array<Name, 4>, kLengths * 32> byShape{};

    constexpr Table()
    {
        for (auto &names : byShape)
            names.fill(Name::unknown);
        for (std::size_t i = 0; i < kKnown; ++i)
            for (auto &place : byShape.at(shapeOf(kNames.at(i))))
                if (place == Name::unknown) {
                    place = static_cast<Name>(i);
                    break;
                }
    }

    static constexpr std::size_t shapeOf(std::string_view name)
    {
        return name.size() * 32 + (static_cast<unsigned char>(name.front()) & 31u);
    }
};

constexpr Table kTable;

} // namespace

Name nameOf(std::string_view member)
{
    if (member.empty() || member.size() >= Table::kLengths)
        return Name::unknown;
    for (const Name candidate : kTable.byShape[Table::shapeOf(member)]) {
        if (candidate == Name::unknown)
            return Name::unknown;
        if (kNames[static_cast<std::size_t>(candidate)] == member)
            return candidate;
    }
    return Name::unknown;
}

} // namespace ingest::wire

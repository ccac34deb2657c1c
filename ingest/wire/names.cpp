// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/names.h"

#include <array>
#include <cstring>
#include <type_traits>

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

// A name of at most 16 bytes as two words, so that comparing needs no loop. Names of one length
// have the same words only if they are equal.
struct Words
{
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    bool operator==(const Words &) const = default;
};

template <typename Word>
constexpr std::uint64_t load(const char *bytes)
{
    if (std::is_constant_evaluated()) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < sizeof(Word); ++i)
            word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
        return word;
    }
    Word word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

constexpr Words wordsOf(std::string_view name)
{
    const char *begin = name.data();
    const std::size_t size = name.size();
    if (size >= 8)
        return {load<std::uint64_t>(begin), load<std::uint64_t>(begin + size - 8)};
    if (size >= 4)
        return {load<std::uint32_t>(begin), load<std::uint32_t>(begin + size - 4)};
    return {load<std::uint8_t>(begin),
            load<std::uint8_t>(begin + size / 2) | load<std::uint8_t>(begin + size - 1) << 8};
}

// The names by length and first letter: at most four share a place.
class Table
{
public:
    static constexpr std::size_t kLengths = 16;

    constexpr Table()
    {
        for (std::size_t i = 0; i < kKnown; ++i) {
            auto &entries = m_byShape.at(shapeOf(kNames.at(i)));
            std::size_t free = 0;
            while (entries.at(free).name != Name::unknown)
                ++free;
            entries.at(free) = {wordsOf(kNames.at(i)), static_cast<Name>(i)};
        }
    }

    [[nodiscard]] Name find(std::string_view name) const
    {
        const auto &entries = m_byShape[shapeOf(name)];
        if (entries[0].name == Name::unknown)
            return Name::unknown;
        const Words words = wordsOf(name);
        for (const Entry &entry : entries)
            if (entry.words == words)
                return entry.name;
        return Name::unknown;
    }

private:
    struct Entry
    {
        Words words;
        Name name = Name::unknown;
    };

    static constexpr std::size_t shapeOf(std::string_view name)
    {
        return name.size() * 32 + (static_cast<unsigned char>(name.front()) & 31U);
    }

    std::array<std::array<Entry, 4>, kLengths * 32> m_byShape{};
};

constexpr Table kTable;

} // namespace

Name nameOf(std::string_view member)
{
    if (member.empty() || member.size() >= Table::kLengths)
        return Name::unknown;
    return kTable.find(member);
}

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the times that events carry. Pure functions; never throw, never allocate.
#pragma once

#include "ingest/time.h"

#include <array>
#include <optional>
#include <string_view>

namespace ingest::wire {

// RFC 3339 date and time with any offset and any number of decimals (beyond nine they are cut),
// 'T', 't' or a space between, 'Z', 'z' or +hh:mm. A leap second counts as the second after it.
[[nodiscard]] std::optional<Timestamp> parseRfc3339(std::string_view text);

// The same, quicker for times of the minute that was read before: most events are.
class Rfc3339Reader
{
public:
    // False, and any time, where there is none in it. (An optional made in parts and read as a
    // whole waits for the memory: this and TimeReader together a thirtieth of an event's decoding.)
    [[nodiscard]] bool read(std::string_view text, Timestamp &time);
    [[nodiscard]] std::optional<Timestamp> read(std::string_view text)
    {
        Timestamp time{};
        return read(text, time) ? std::optional(time) : std::nullopt;
    }

private:
    [[nodiscard]] bool readAnyMinute(std::string_view text, bool remember, Timestamp &time);

    static constexpr std::size_t kMinuteBytes = 16; // "2026-11-23T08:10"

    std::array<char, kMinuteBytes> m_minute{};
    Timestamp m_begin{}; // when that minute began, were it UTC
};

// A JSON number since 1970 in seconds, milliseconds, microseconds or nanoseconds, told apart by
// magnitude: below 1e11 seconds, below 1e14 ms, below 1e17 us, else ns. Decimals are kept exactly
// to the nanosecond. Empty where it is negative or outside what a Timestamp can hold.
[[nodiscard]] std::optional<Timestamp> parseEpoch(std::string_view number);

} // namespace ingest::wire

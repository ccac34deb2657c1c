// SPDX-License-Identifier: GPL-3.0-or-later
// When something was seen first and last, and when it last came back after an hour without it: by
// the times it was seen at, whatever the order they become known in. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

namespace ingest::metrics {

// What comes after such a time without it is back.
inline constexpr Nanoseconds kAwayFor = std::chrono::hours{1};
static_assert(kAwayFor >= std::chrono::hours{1}, "see SeenTimes");

// Times so far apart never lie in one hour of the clock. So what was seen first and last in each
// hour tells every absence, and the latest hours alone tell those that end in them: the size is
// fixed, and a time that fills an absence afterwards undoes it.
class SeenTimes
{
public:
    void add(Timestamp time)
    {
        const Hour hour = std::chrono::floor<std::chrono::hours>(time);
        if (hour > m_hour)
            begin(hour);
        Span &span = m_hours[std::min(kHours, static_cast<std::size_t>((m_hour - hour).count()))];
        span.first = std::min(span.first, time);
        span.last = std::max(span.last, time);
    }

    // Timestamp::max() and min() where nothing was added.
    [[nodiscard]] Timestamp first() const;
    [[nodiscard]] Timestamp last() const { return m_hours.front().last; }

    // The time that ended the latest absence of an hour or more. Of the hour of last() and the two
    // hours before: what came back earlier is known too long to be of interest, and is not kept.
    [[nodiscard]] std::optional<Timestamp> returned() const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[hours, hour] = *this;
        state(hours);
        if constexpr (Archive::kReading) {
            state.require(std::ranges::all_of(hours, isSpan), "a time out of range");
            hour = std::chrono::floor<std::chrono::hours>(last());
        }
    }

private:
    using Hour = std::chrono::sys_time<std::chrono::hours>;

    // Of an event a little ahead of its arrival the hour may be the one after that of asOf.
    static constexpr std::size_t kHours = 3;
    static constexpr Timestamp kEarliest = Timestamp::min() + kAwayFor; // so that differences hold

    struct Span
    {
        Timestamp first = Timestamp::max();
        Timestamp last = Timestamp::min();
        [[nodiscard]] bool empty() const { return first > last; }
    };

    static bool isSpan(const Span &span) { return span.empty() || span.first >= kEarliest; }
    void begin(Hour hour);

    std::array<Span, kHours + 1> m_hours; // m_hour, those before it, and all before them
    Hour m_hour = std::chrono::floor<std::chrono::hours>(Timestamp::min()); // of last()
};

} // namespace ingest::metrics

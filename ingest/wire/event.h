// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that happened to one customer, as decoded: views into the frame and the decoder's
// scratch memory, valid until the decoder is used again or, if lasting, a little longer. Belongs to
// the thread that decodes.
#pragma once

#include "ingest/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ingest::wire {

// ISO 4217 alphabetic code in upper case; "XXX" (no currency) where the event names none.
struct CurrencyCode
{
    std::array<char, 3> letters{'X', 'X', 'X'};
    [[nodiscard]] std::string_view view() const { return {letters.data(), letters.size()}; }
    auto operator<=>(const CurrencyCode &) const = default;
};

// An amount in the minor unit of its currency (cents for EUR, yen for JPY, fils for KWD).
// Without a currency the exponent is taken as 2.
struct Money
{
    std::int64_t minor = 0;
    CurrencyCode currency;
};

enum class ValueKind : std::uint8_t { string, number, boolean, null };

// One scalar member. `text` is the unescaped string, or the number or word as it was written.
// `number` is meaningful for ValueKind::number only, and finite.
struct Attribute
{
    std::string_view name;
    std::string_view text;
    double number = 0;
    ValueKind kind = ValueKind::string;
};

struct Failure
{
    std::string_view category; // empty where the event gives none
    std::string_view message;  // empty where the event gives none
};

enum class EventKind : std::uint8_t { event, heartbeat, goodbye };

[[nodiscard]] constexpr EventKind kindOf(std::string_view type)
{
    return type == "bellwether.heartbeat" ? EventKind::heartbeat
           : type == "bellwether.goodbye" ? EventKind::goodbye
                                          : EventKind::event;
}

// How many lasting events of a decoder are valid at once.
inline constexpr std::size_t kEventsLast = 16;

struct Event
{
    EventKind kind = EventKind::event;
    std::string_view text; // the whole object as it was received; empty where there was none
    std::string_view type;
    std::string_view source;          // the endpoint where the event names none
    std::string_view epoch;           // empty where not given
    std::string_view id;              // empty where not given
    std::string_view journey;         // empty where not given
    std::optional<Timestamp> time;    // own time; empty: takes its arrival time
    std::optional<Timestamp> arrival; // empty: arrives at its own time
    std::optional<std::uint64_t> sequence;
    std::optional<Timestamp> started; // heartbeats and goodbyes: start of the epoch
    std::optional<Failure> failure;
    // The event's money as DESIGN.md finds it (`amount`, `total`, `value` with `currency`).
    std::optional<Money> money;
    // What `by` and `where` see: the scalar members of `data` (without `data`, the remaining
    // top-level scalars), in document order, the first of equal names only.
    std::vector<Attribute> attributes;
    // Numbers that signals may name as their field: every finite number at the top level and in
    // `data`, top level first; and for every JSON Pointer of FieldPlaces::extra its number, under
    // the pointer itself ("/data/perf/lcp_ms"). The first of equal names is the one that counts.
    std::vector<Attribute> numbers;
    bool filtered = false;        // see Frame
    bool sequencePerType = false; // see Frame
    // It stays as it is, while the bytes of its frame do, until kEventsLast further ones have been
    // decoded or one comes that is not lasting.
    bool lasting = false;
};

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
// Why bytes from the network did not become an event. A value, counted by reason in the ledger.
// Views live as long as the call that delivers them.
#pragma once

#include "ingest/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ingest::wire {

enum class Reason : std::uint8_t {
    notUtf8,
    notJson,
    notObject,
    noType,
    noTime,
    badTime,
    tooLarge, // over 1 MiB
    tooDeep,  // nested deeper than 32
    badFrames // not one or two message parts
};

inline constexpr std::array<std::string_view, 9> kReasonNames{
    "not-utf8", "not-json",  "not-object", "no-type",   "no-time",
    "bad-time", "too-large", "too-deep",   "bad-frames"};
inline constexpr std::size_t kReasonCount = kReasonNames.size();

[[nodiscard]] constexpr std::string_view nameOf(Reason reason)
{
    return kReasonNames[static_cast<std::size_t>(reason)];
}

struct Rejection
{
    Reason reason{};
    std::string_view source; // the endpoint where none could be read
    std::string_view epoch;
    // Where it could be read: such an event is distinct, not lost.
    std::optional<std::uint64_t> sequence;
    std::optional<Timestamp> arrival;
    std::string_view type;    // for per-type sequences; empty where it could not be read
    std::string_view excerpt; // the start of the offending bytes, at most 1 KiB, unchecked
    bool filtered = false;
    bool sequencePerType = false;
};

} // namespace ingest::wire

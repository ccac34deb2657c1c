// SPDX-License-Identifier: GPL-3.0-or-later
// What a recording is made of, one entry a line. Views into the line or the reader's memory, valid
// until the next line is read. Plain values.
#pragma once

#include "ingest/time.h"
#include "ingest/wire/frame.h"

#include <cstdint>
#include <string_view>
#include <variant>

namespace ingest::record {

// The head of every segment.
struct SegmentHead
{
    Timestamp started;      // from when on everything that came is in the recording
    std::uint64_t part = 1; // of the recording: 1, 2, 3 ...
};

// Time went on, and nothing more had come until then.
struct Tick
{
    Timestamp at;
};

// So many frames in a row could not be written in time.
struct Missing
{
    Timestamp at;
    std::uint64_t frames = 0;
};

// A wire::Frame always has its arrival here.
using Entry = std::variant<SegmentHead, wire::Frame, Tick, Missing>;

// Why a line is none of these.
enum class LineFault : std::uint8_t { notAnEntry, badTime, badText, newerVersion };

[[nodiscard]] constexpr std::string_view nameOf(LineFault fault)
{
    switch (fault) {
    case LineFault::badTime:
        return "bad-time";
    case LineFault::badText:
        return "bad-text";
    case LineFault::newerVersion:
        return "newer-version";
    case LineFault::notAnEntry:
        break;
    }
    return "not-an-entry";
}

} // namespace ingest::record

// SPDX-License-Identifier: GPL-3.0-or-later
// One received ZeroMQ message or one line of a file, as it arrived, before anything is read in it.
// A view: the bytes belong to the transport and live for the one call they are passed to.
#pragma once

#include "ingest/time.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace ingest::wire {

struct Frame
{
    std::string_view topic;   // first part of a two-part message, else empty
    std::string_view payload; // UTF-8 JSON, packed or not; unchecked
    // Bytes that may be read (not used) behind payload.end(). The decoder needs none.
    std::size_t readableBehind = 0;
    std::size_t parts = 1;     // message parts received; anything but 1 or 2 is `bad-frames`
    std::string_view endpoint; // where it came from; the source of events that name none
    // When it arrived. Empty in a file: then an event arrives at its own time.
    std::optional<Timestamp> arrival;
    bool filtered = false;        // the socket subscribes to a part of the topics only
    bool sequencePerType = false; // configured sequence_scope = "type"
};

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
// Where the decoder looks for each field before the default places of the wire protocol.
// Plain values from the configuration's [fields]; immutable once the decoder has them.
#pragma once

#include <string>
#include <vector>

namespace ingest::wire {

// Each entry is a JSON Pointer (RFC 6901) into the event object, tried in order.
struct FieldPlaces
{
    std::vector<std::string> type;
    std::vector<std::string> time;
    std::vector<std::string> source;
    std::vector<std::string> id;
    std::vector<std::string> sequence;
    std::vector<std::string> epoch;
    std::vector<std::string> journey;
    std::vector<std::string> category;
    std::vector<std::string> message;
    std::vector<std::string> amount;
    std::vector<std::string> currency;
    // Pointers named as `field` of a signal: their numbers appear in Event::numbers.
    std::vector<std::string> extra;

    bool operator==(const FieldPlaces &) const = default;
};

} // namespace ingest::wire

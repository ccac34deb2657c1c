// SPDX-License-Identifier: GPL-3.0-or-later
// The wire protocol once more, slowly: decodes a frame into plain values over a tree of JSON, with
// strings and floating point where the decoder has views and bits. For comparison with it.
#pragma once

#include "tests/ingest/support/collecting_sink.h"

#include <set>
#include <variant>
#include <vector>

namespace test::oracle {

struct Refused
{
    // More than one where two faults compete, as a broken text that is also nested too deep.
    std::set<ingest::wire::Reason> reasons;
    // Only where the object was read to its end.
    std::optional<SeenRejection> origin;
};

using Outcome = std::variant<SeenEvent, Refused>;

[[nodiscard]] std::vector<Outcome> decode(const ingest::wire::Frame &frame,
                                          const ingest::wire::FieldPlaces &places);

} // namespace test::oracle

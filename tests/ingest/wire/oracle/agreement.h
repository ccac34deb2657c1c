// SPDX-License-Identifier: GPL-3.0-or-later
// Holds what the decoder makes of a frame against what the oracle makes of it.
#pragma once

#include "ingest/wire/decoder.h"
#include "ingest/wire/field_places.h"
#include "ingest/wire/frame.h"

#include <cstdint>
#include <string>

namespace test::oracle {

// Empty where they agree, else what differs. Decodes the frame twice: the second time its events
// look like ones before.
[[nodiscard]] std::string disagreement(ingest::wire::Decoder &decoder,
                                       const ingest::wire::Frame &frame,
                                       const ingest::wire::FieldPlaces &places);

// The payload with a few of its bytes changed, so that most of its values differ from what they
// were and little else does. The same seed gives the same changes.
[[nodiscard]] std::string similarTo(std::string payload, std::uint64_t seed);

// Places that have something to point at in random documents.
[[nodiscard]] ingest::wire::FieldPlaces somePlaces();

} // namespace test::oracle

// SPDX-License-Identifier: GPL-3.0-or-later
// Holds what the decoder makes of a frame against what the oracle makes of it.
#pragma once

#include "ingest/wire/decoder.h"
#include "ingest/wire/field_places.h"
#include "ingest/wire/frame.h"

#include <string>

namespace test::oracle {

// Empty where they agree, else what differs.
[[nodiscard]] std::string disagreement(ingest::wire::Decoder &decoder,
                                       const ingest::wire::Frame &frame,
                                       const ingest::wire::FieldPlaces &places);

// Places that have something to point at in random documents.
[[nodiscard]] ingest::wire::FieldPlaces somePlaces();

} // namespace test::oracle

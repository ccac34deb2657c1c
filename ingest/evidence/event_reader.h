// SPDX-License-Identifier: GPL-3.0-or-later
// Reads kept events again, exactly as they were read when they arrived. One per thread.
#pragma once

#include "ingest/evidence/kept_events.h"
#include "ingest/wire/decoder.h"
#include "ingest/wire/event_sink.h"
#include "ingest/wire/field_places.h"

namespace ingest::evidence {

class EventReader final : private wire::EventSink
{
public:
    explicit EventReader(const wire::FieldPlaces &places) : m_decoder(places) {}

    // Valid until the next call, as long as the event is kept.
    const wire::Event &read(const KeptChunk &chunk, const KeptRecord &record);
    const wire::Event &read(const KeptEvent &event) { return read(*event.chunk, event.record); }

private:
    void accept(const wire::Event &event) override { m_event = &event; }
    void reject(const wire::Rejection &) override {}

    wire::Decoder m_decoder;
    const wire::Event *m_event = nullptr; // the decoder's own
};

} // namespace ingest::evidence

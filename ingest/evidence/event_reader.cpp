// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/event_reader.h"

#include "ingest/wire/event.h"
#include "ingest/wire/frame.h"

#include <cassert>

namespace ingest::evidence {

const wire::Event &EventReader::read(const KeptChunk &chunk, const KeptRecord &record)
{
    wire::Frame frame;
    frame.parts = 2;
    frame.topic = chunk.type(record); // where the text names neither, they came with the message
    frame.endpoint = chunk.source(record);
    frame.payload = chunk.text(record);
    if (record.arrival != Timestamp::min())
        frame.arrival = record.arrival;
    m_event = nullptr;
    m_decoder.decode(frame, *this);
    assert(m_event != nullptr); // only what was accepted is kept
    return *m_event;
}

} // namespace ingest::evidence

// SPDX-License-Identifier: GPL-3.0-or-later
// Turns any bytes whatever into events and counted rejections, as the wire protocol in
// docs/protocol.md says. Total: it never throws and reads nothing outside the frame.
// One per thread; keeps scratch memory, so that nothing is allocated per event once warm.
#pragma once

#include <memory>

namespace ingest::wire {

class EventSink;
struct FieldPlaces;
struct Frame;

class Decoder
{
public:
    explicit Decoder(const FieldPlaces &places);
    ~Decoder();
    Decoder(Decoder &&) noexcept;
    Decoder &operator=(Decoder &&) noexcept;

    // Delivers every event or rejection of the frame to `sink`, in the frame's order: one for an
    // object, one per element of an array, one per line of newline-separated objects. An empty
    // payload is one `not-json`.
    void decode(const Frame &frame, EventSink &sink);

private:
    struct Scratch;
    std::unique_ptr<Scratch> m_scratch;
};

} // namespace ingest::wire

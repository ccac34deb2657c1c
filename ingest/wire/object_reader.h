// SPDX-License-Identifier: GPL-3.0-or-later
// Reads events' objects out of text, one standing alone or one after the other out of a packed
// text that is indexed once, and delivers what it finds. One per decoder.
#pragma once

#include "ingest/wire/event_builder.h"
#include "ingest/wire/members.h"
#include "ingest/wire/object_walk.h"
#include "ingest/wire/pointer_paths.h"
#include "ingest/wire/shape_predictor.h"
#include "ingest/wire/structural_index.h"

#include <optional>
#include <string_view>

namespace ingest::wire {

class EventSink;

class ObjectReader
{
public:
    static constexpr std::size_t kMaxBytes = std::size_t{1} << 20;

    explicit ObjectReader(const FieldPlaces &places);
    ObjectReader(const ObjectReader &) = delete; // its parts refer to each other
    ObjectReader &operator=(const ObjectReader &) = delete;

    // Reads the object at the front of `text` if it looks like one before: how many bytes it takes,
    // or 0. (No optional: made in parts and read as a whole it waits for the memory.)
    [[nodiscard]] std::size_t readKnown(const Frame &frame, std::string_view text);
    // Delivers what readKnown() read.
    void deliverKnown(EventSink &sink);

    // One event or one rejection for a text that is to be one object. Learns how it looks.
    void decode(const Frame &frame, std::string_view text, EventSink &sink);
    // Whether the text is no JSON, or too deep to tell; nothing is delivered.
    [[nodiscard]] bool isBroken(std::string_view text);

    // Starts on a packed text; false where it must be taken apart first, since something in it is
    // broken or it is too large.
    [[nodiscard]] bool beginPacked(std::string_view text);
    [[nodiscard]] JsonCursor &cursor() { return m_walk.cursor(); }
    // At the beginning of an object: reads it and stops behind it. False where it is not sound.
    [[nodiscard]] bool readNext();
    // Delivers what readNext() read; `text` is the object.
    void deliverNext(const Frame &frame, std::string_view text, EventSink &sink);

    // Delivers a rejection of bytes in which nothing was read.
    void reject(const Frame &frame, std::string_view text, Reason reason, EventSink &sink);

private:
    [[nodiscard]] std::optional<Reason> read(std::string_view text);
    [[nodiscard]] std::optional<Reason> readIndexed(std::string_view text);
    // False for a rejection.
    bool deliver(const Frame &frame, std::string_view text, std::optional<Reason> reason,
                 EventSink &sink);

    PointerPaths m_paths;
    Members m_members;
    StructuralIndex m_index;
    ObjectWalk m_walk;
    EventBuilder m_builder;
    ShapePredictor m_predictor;
};

} // namespace ingest::wire

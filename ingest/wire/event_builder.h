// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an event of what was found in its object: the field places of the wire protocol, first hit
// wins. One per decoder; reuses its event.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/live_fields.h"
#include "ingest/wire/rejection.h"
#include "ingest/wire/time_reader.h"

#include <optional>

namespace ingest::wire {

class EventBuilder
{
public:
    EventBuilder(const PointerPaths &paths, const Members &members);

    // Fills event() and says why it is none, if so.
    // `text` is the object.
    [[nodiscard]] std::optional<Reason> build(const Frame &frame, std::string_view text);
    [[nodiscard]] const Event &event() const { return m_event; }
    [[nodiscard]] const LiveFields &fields() const { return m_fields; }

    // What could be read of the origin of an object that became no event.
    [[nodiscard]] Rejection rejection(const Frame &frame, Reason reason) const;

private:
    [[nodiscard]] std::string_view type(const Frame &frame) const;
    [[nodiscard]] std::string_view source(const Frame &frame) const;
    [[nodiscard]] std::optional<std::uint64_t> sequence() const;
    [[nodiscard]] std::optional<Failure> failure(std::string_view type) const;
    [[nodiscard]] std::optional<Money> money() const;
    void clear();

    LiveFields m_fields;
    TimeReader m_times;
    Event m_event;
};

} // namespace ingest::wire

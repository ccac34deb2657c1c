// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an event of what was found in its object: the field places of the wire protocol, first hit
// wins. One per decoder; reuses its event.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/field_lookup.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/rejection.h"
#include "ingest/wire/timestamp.h"

#include <optional>

namespace ingest::wire {

class EventBuilder
{
public:
    EventBuilder(const PointerPaths &paths, Members &members);

    // Fills event() and says why it is none, if so. Takes the attributes out of the members.
    // `text` is the object.
    [[nodiscard]] std::optional<Reason> build(const Frame &frame, std::string_view text);
    [[nodiscard]] const Event &event() const { return m_event; }

    // What could be read of the origin of an object that became no event.
    [[nodiscard]] Rejection rejection(const Frame &frame, Reason reason) const;

private:
    [[nodiscard]] std::string_view type(const Frame &frame) const;
    [[nodiscard]] std::string_view source(const Frame &frame) const;
    [[nodiscard]] std::string_view id() const;
    [[nodiscard]] std::string_view epoch() const;
    [[nodiscard]] std::optional<std::uint64_t> sequence() const;
    [[nodiscard]] std::string_view journey() const;
    [[nodiscard]] std::optional<Failure> failure(std::string_view type) const;
    [[nodiscard]] std::optional<Money> money() const;
    [[nodiscard]] std::optional<Timestamp> timeOf(const Attribute &scalar);
    void clear();
    void takeAttributes();
    void takeNumbers();

    const PointerPaths &m_paths;
    Members &m_members;
    FieldLookup m_find;
    Rfc3339Reader m_rfc3339;
    Event m_event;
};

} // namespace ingest::wire

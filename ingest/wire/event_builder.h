// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an event of what was found in its object: the field places of the wire protocol, first hit
// wins. One per decoder; reuses its event.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/members.h"
#include "ingest/wire/pointer_paths.h"
#include "ingest/wire/rejection.h"

#include <initializer_list>
#include <optional>

namespace ingest::wire {

class EventBuilder
{
public:
    EventBuilder(const PointerPaths &paths, const Members &members)
        : m_paths(paths), m_members(members)
    {
    }

    // Fills event() and says why it is none, if so.
    [[nodiscard]] std::optional<Reason> build(const Frame &frame);
    [[nodiscard]] const Event &event() const { return m_event; }

    // What could be read of the origin of an object that became no event.
    [[nodiscard]] Rejection rejection(const Frame &frame, Reason reason) const;

private:
    enum class Reach : std::uint8_t { top, topThenData };

    [[nodiscard]] const Scalar *pointed(Field field) const;
    [[nodiscard]] const Scalar *find(Field field, std::initializer_list<Name> names,
                                     Reach reach) const;
    [[nodiscard]] const Scalar *findText(Field field, std::initializer_list<Name> names,
                                         Reach reach) const;
    [[nodiscard]] std::string_view type(const Frame &frame) const;
    [[nodiscard]] std::string_view source(const Frame &frame) const;
    [[nodiscard]] std::string_view id() const;
    [[nodiscard]] std::optional<std::uint64_t> sequence() const;
    [[nodiscard]] std::optional<Failure> failure(std::string_view type) const;
    [[nodiscard]] std::optional<Money> money() const;
    void collectAttributes();
    void collectNumbers();

    const PointerPaths &m_paths;
    const Members &m_members;
    Event m_event;
};

} // namespace ingest::wire

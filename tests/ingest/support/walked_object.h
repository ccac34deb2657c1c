// SPDX-License-Identifier: GPL-3.0-or-later
// An event's object as the decoder's slow way sees it, for tests of what looks at it.
#pragma once

#include "ingest/wire/event_builder.h"
#include "ingest/wire/field_places.h"
#include "ingest/wire/members.h"
#include "ingest/wire/object_walk.h"
#include "ingest/wire/structural_index.h"

#include <string>

namespace test {

class WalkedObject
{
public:
    explicit WalkedObject(std::string text, const ingest::wire::FieldPlaces &places = {})
        : m_text(std::move(text)), m_paths(places), m_walk(m_paths, m_members),
          m_builder(m_paths, m_members)
    {
        m_sound = m_index.build(m_text);
        m_walk.begin(m_text, m_index.positions());
        m_sound = m_sound && !m_walk.walkObject();
        ingest::wire::Frame frame;
        frame.arrival = ingest::Timestamp(std::chrono::seconds(1'795'000'000));
        m_sound = m_sound && !m_builder.build(frame, m_text);
    }
    WalkedObject(const WalkedObject &) = delete;
    WalkedObject &operator=(const WalkedObject &) = delete;

    [[nodiscard]] bool isEvent() const { return m_sound; }
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const ingest::wire::LiveFields &fields() const { return m_builder.fields(); }
    [[nodiscard]] const ingest::wire::Event &event() const { return m_builder.event(); }

private:
    std::string m_text;
    ingest::wire::PointerPaths m_paths;
    ingest::wire::Members m_members;
    ingest::wire::StructuralIndex m_index;
    ingest::wire::ObjectWalk m_walk;
    ingest::wire::EventBuilder m_builder;
    bool m_sound = false;
};

} // namespace test

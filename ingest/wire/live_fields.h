// SPDX-License-Identifier: GPL-3.0-or-later
// Which scalar of the object just walked holds which field: the table of docs/protocol.md, looked
// up when asked. Null where the object has none. Used by the event builder and by what learns from
// it.
#pragma once

#include "ingest/wire/field_lookup.h"

namespace ingest::wire {

class LiveFields
{
public:
    LiveFields(const PointerPaths &paths, const Members &members)
        : m_paths(paths), m_members(members), m_find(paths, members)
    {
    }

    [[nodiscard]] const Attribute *type() const
    {
        return m_find.text(Field::type, {Name::type, Name::event, Name::eventName}, Reach::top);
    }
    // The type of an event that has none, nor a topic.
    [[nodiscard]] const Attribute *name() const
    {
        const Attribute *name = m_members.top.find(Name::name);
        return name != nullptr && isText(*name) ? name : nullptr;
    }
    [[nodiscard]] const Attribute *source() const
    {
        return m_find.text(Field::source, {Name::source, Name::service, Name::serviceName},
                           Reach::top);
    }
    [[nodiscard]] const Attribute *id() const
    {
        return m_members.top.find(Name::specversion) != nullptr
                   ? m_find.text(Field::id, {Name::id, Name::eventId}, Reach::top)
                   : m_find.text(Field::id, {Name::eventId}, Reach::top);
    }
    [[nodiscard]] const Attribute *epoch() const
    {
        return m_find.text(Field::epoch, {Name::epoch, Name::instance}, Reach::top);
    }
    [[nodiscard]] const Attribute *sequence() const
    {
        return m_find.text(Field::sequence, {Name::sequence, Name::seq}, Reach::top);
    }
    [[nodiscard]] const Attribute *time() const
    {
        return m_find.first(Field::time, {Name::time, Name::timestamp, Name::ts, Name::atTimestamp},
                            Reach::top, [](const Attribute &) { return true; });
    }
    [[nodiscard]] const Attribute *started() const { return m_members.top.find(Name::started); }
    [[nodiscard]] const Attribute *journey() const
    {
        return m_find.text(Field::journey,
                           {Name::session, Name::sessionId, Name::correlationId, Name::journey,
                            Name::cartId, Name::subject},
                           Reach::topThenData);
    }
    [[nodiscard]] const Attribute *currency() const
    {
        return m_find.text(Field::currency, {Name::currency}, Reach::topThenData);
    }
    // Calls usable(scalar) for one scalar after the other that may hold the amount, until true.
    template <typename Usable>
    void eachAmount(Usable usable) const
    {
        static_cast<void>(m_find.first(Field::amount, {Name::amount, Name::total, Name::value},
                                       Reach::topThenData, usable));
    }

    // Whether `error` is a boolean: then it is its value that says whether something failed.
    [[nodiscard]] bool isErrorBoolean() const
    {
        for (const Level *level : {&m_members.top, &m_members.data})
            if (const Attribute *error = level->find(Name::error);
                error != nullptr && error->kind == ValueKind::boolean)
                return true;
        return false;
    }

    // Whether `error` says that something failed, and what there is to say of a failure.
    [[nodiscard]] bool saysFailure() const;
    [[nodiscard]] const Attribute *category() const;
    [[nodiscard]] const Attribute *message() const;

    // What of the object is an attribute where the fields of `event` were taken out of it.
    void takeAttributes(Event &event) const;
    void takeNumbers(Event &event) const;

private:
    const PointerPaths &m_paths;
    const Members &m_members;
    FieldLookup m_find;
};

} // namespace ingest::wire

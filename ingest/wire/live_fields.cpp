// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/live_fields.h"

#include "ingest/wire/failure.h"

namespace ingest::wire {

namespace {

// Says how an event came to be, not what happened in it: no attribute.
bool isPlumbing(Name name)
{
    constexpr std::uint64_t kPlumbing =
        std::uint64_t{1} << static_cast<unsigned>(Name::specversion) |
        std::uint64_t{1} << static_cast<unsigned>(Name::time) |
        std::uint64_t{1} << static_cast<unsigned>(Name::timestamp) |
        std::uint64_t{1} << static_cast<unsigned>(Name::ts) |
        std::uint64_t{1} << static_cast<unsigned>(Name::atTimestamp) |
        std::uint64_t{1} << static_cast<unsigned>(Name::sequence) |
        std::uint64_t{1} << static_cast<unsigned>(Name::seq);
    return (kPlumbing >> static_cast<unsigned>(name) & 1) != 0;
}

} // namespace

bool LiveFields::saysFailure() const
{
    return wire::saysFailure(m_members.top) || wire::saysFailure(m_members.data);
}

const Attribute *LiveFields::category() const
{
    return failureCategory(m_find, m_members);
}

const Attribute *LiveFields::message() const
{
    return failureMessage(m_find, m_members);
}

void LiveFields::takeAttributes(Event &event) const
{
    if (m_members.hasData) {
        const auto scalars = m_members.data.scalars();
        event.attributes.assign(scalars.begin(), scalars.end());
        return;
    }
    // What became a field of the event is no attribute as well.
    for (const Attribute &scalar : m_members.top.scalars()) {
        const auto is = [&scalar](std::string_view field) {
            return !field.empty() && scalar.text.data() == field.data();
        };
        if (!isPlumbing(wire::nameOf(scalar.name)) && !is(event.type) && !is(event.source) &&
            !is(event.epoch) && !is(event.id) && !is(event.journey))
            event.attributes.push_back(scalar);
    }
}

void LiveFields::takeNumbers(Event &event) const
{
    for (const Level *level : {&m_members.top, &m_members.data})
        if (level->hasNumbers())
            for (const Attribute &scalar : level->scalars())
                if (scalar.kind == ValueKind::number)
                    event.numbers.push_back(scalar);
    for (const std::size_t index : m_paths.of(Field::extra))
        if (const Attribute *scalar = m_find.pointed(index);
            scalar != nullptr && scalar->kind == ValueKind::number &&
            ((m_members.pointedInRange >> index) & 1) != 0)
            event.numbers.push_back(
                {m_paths.text(index), scalar->text, scalar->number, scalar->kind});
}

} // namespace ingest::wire

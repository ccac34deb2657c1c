// SPDX-License-Identifier: GPL-3.0-or-later
// Tries the places of a field in order: the configured pointers, then the default names, each at
// the top level and, where asked, in data. Used by the event builder.
#pragma once

#include "ingest/wire/members.h"
#include "ingest/wire/pointer_paths.h"

#include <initializer_list>

namespace ingest::wire {

enum class Reach : std::uint8_t { top, topThenData };

// A text that is not empty, or a number.
[[nodiscard]] inline bool isText(const Attribute &scalar)
{
    return (scalar.kind == ValueKind::string && !scalar.text.empty()) ||
           scalar.kind == ValueKind::number;
}

class FieldLookup
{
public:
    FieldLookup(const PointerPaths &paths, const Members &members)
        : m_paths(paths), m_members(members)
    {
    }

    // The first scalar, null apart, for which usable(scalar) holds; null where there is none.
    template <typename Usable>
    [[nodiscard]] const Attribute *first(Field field, std::initializer_list<Name> names,
                                         Reach reach, Usable usable) const
    {
        for (const std::size_t index : m_paths.of(field))
            if (const Attribute *scalar = pointed(index); scalar != nullptr && usable(*scalar))
                return scalar;
        for (const Name name : names) {
            if (const Attribute *scalar = m_members.top.find(name);
                scalar != nullptr && usable(*scalar))
                return scalar;
            if (reach == Reach::topThenData)
                if (const Attribute *scalar = m_members.data.find(name);
                    scalar != nullptr && usable(*scalar))
                    return scalar;
        }
        return nullptr;
    }

    [[nodiscard]] const Attribute *text(Field field, std::initializer_list<Name> names,
                                        Reach reach) const
    {
        return first(field, names, reach, isText);
    }

    [[nodiscard]] const Attribute *pointed(std::size_t index) const
    {
        const Attribute &scalar = m_members.pointed[index];
        const bool held =
            (m_members.pointedSeen >> index & 1) != 0 && scalar.kind != ValueKind::null;
        return held ? &scalar : nullptr;
    }

private:
    const PointerPaths &m_paths;
    const Members &m_members;
};

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers the values of one attribute for one breakdown: 0 is `(other)`, which takes what is beyond
// the cap. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/interner.h"
#include "ingest/metrics/known_name.h"
#include "ingest/wire/event.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ingest::metrics {

[[nodiscard]] const wire::Attribute *
findAttributeElsewhere(const std::vector<wire::Attribute> &attributes, std::string_view name,
                       std::size_t &place);

// The attribute of that name; `place` remembers where it stood, as events of a kind are alike.
[[nodiscard]] inline const wire::Attribute *
findAttribute(const std::vector<wire::Attribute> &attributes, std::string_view name,
              std::size_t &place)
{
    if (place < attributes.size() && isSameText(attributes[place].name, name))
        return &attributes[place];
    return findAttributeElsewhere(attributes, name, place);
}
[[nodiscard]] inline const wire::Attribute *
findAttribute(const std::vector<wire::Attribute> &attributes, const KnownName &name,
              std::size_t &place)
{
    if (place < attributes.size() && name == attributes[place].name)
        return &attributes[place];
    return findAttributeElsewhere(attributes, name.text(), place);
}

class AttributeValues
{
public:
    static constexpr std::uint32_t kOther = 0;
    static constexpr std::uint32_t kNone = 0xffffffffu;
    static constexpr std::string_view kOtherName = "(other)";

    AttributeValues(std::string attribute, std::size_t cap, std::uint64_t seed);

    // kNone where the event has no such attribute, or null in it. No optional: written in two
    // parts and handed over as one word it waits for the memory.
    [[nodiscard]] std::uint32_t valueOf(const wire::Event &event)
    {
        const wire::Attribute *found = findAttribute(event.attributes, m_attribute, m_place);
        if (found == nullptr || found->kind == wire::ValueKind::null)
            return kNone;
        const std::uint32_t id = m_interner.intern(found->text);
        return id == Interner::kOther ? kOther : id + 1;
    }

    [[nodiscard]] const std::string &attribute() const { return m_attribute.text(); }
    [[nodiscard]] std::string_view name(std::uint32_t value) const;
    // Values are numbered below this.
    [[nodiscard]] std::uint32_t size() const;
    [[nodiscard]] std::uint64_t overflow() const { return m_interner.overflow(); }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[attribute, interner, place] = *this; // the place is a guess
        state(interner);
    }

private:
    KnownName m_attribute;
    Interner m_interner;
    std::size_t m_place = 0; // where the attribute stood last
};

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/attribute_values.h"

#include <algorithm>

namespace ingest::metrics {

const wire::Attribute *findAttributeElsewhere(const std::vector<wire::Attribute> &attributes,
                                              std::string_view name, std::size_t &place)
{
    const auto found = std::ranges::find(attributes, name, &wire::Attribute::name);
    if (found == attributes.end())
        return nullptr;
    place = static_cast<std::size_t>(found - attributes.begin());
    return &*found;
}

AttributeValues::AttributeValues(std::string attribute, std::size_t cap, std::uint64_t seed)
    : m_attribute(std::move(attribute)), m_interner(cap, seed)
{
}

std::string_view AttributeValues::name(std::uint32_t value) const
{
    return value == kOther ? kOtherName : m_interner.name(value - 1);
}

std::uint32_t AttributeValues::size() const
{
    return static_cast<std::uint32_t>(m_interner.size()) + 1;
}

} // namespace ingest::metrics

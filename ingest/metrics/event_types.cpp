// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/event_types.h"

#include "ingest/metrics/marker_rules.h"

#include <algorithm>

namespace ingest::metrics {

EventTypes::EventTypes(const config::Configuration &configuration, std::uint64_t seed)
    : m_configuration(configuration), m_names(configuration.limits.types, seed)
{
}

EventTypes::Operations EventTypes::operationsOf(std::string_view type) const
{
    return {compile(m_configuration.signals, type), compile(m_configuration.markers, type)};
}

EventTypes::Operations &EventTypes::count(std::string_view type)
{
    const std::uint32_t id = m_names.intern(type);
    if (id == Interner::kOther) {
        ++m_other.count;
        m_other.operations = operationsOf(type);
        return m_other.operations;
    }
    if (id == m_types.size())
        m_types.push_back({0, operationsOf(type)});
    Type &known = m_types[id];
    ++known.count;
    return known.operations;
}

std::vector<TypeSnapshot> EventTypes::most(std::size_t number) const
{
    std::vector<TypeSnapshot> types;
    for (std::uint32_t id = 0; id < m_types.size(); ++id)
        types.push_back({std::string(m_names.name(id)), m_types[id].count});
    if (m_other.count > 0)
        types.push_back({std::string(m_names.name(Interner::kOther)), m_other.count});
    std::ranges::sort(types, [](const TypeSnapshot &a, const TypeSnapshot &b) {
        return a.count != b.count ? a.count > b.count : a.type < b.type;
    });
    if (types.size() > number)
        types.resize(number);
    return types;
}

} // namespace ingest::metrics

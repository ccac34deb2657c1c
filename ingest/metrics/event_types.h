// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine knows of each event type: its count and the operations compiled for it. Types
// beyond the cap are compiled anew each time, counted as `(other)`, and lose nothing in the
// signals. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/event_matching.h"
#include "ingest/metrics/interner.h"
#include "ingest/snapshot_sources.h"

#include <string_view>
#include <vector>

namespace ingest::metrics {

class EventTypes
{
public:
    // What is done with events of one type.
    struct Operations
    {
        std::vector<Operation> signals;
        std::vector<Operation> markers; // Operation::signal is the rule's place
    };

    // The configuration outlives this.
    EventTypes(const config::Configuration &configuration, std::uint64_t seed);

    // Counts the event's type and gives its operations, valid until the next call.
    Operations &count(std::string_view type);

    // The most frequent ones; ties by name.
    [[nodiscard]] std::vector<TypeSnapshot> most(std::size_t number) const;
    [[nodiscard]] std::uint64_t overflow() const { return m_names.overflow(); }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[configuration, names, types, other] =
            *this; // what is done with a type follows from its name
        state(names, other.count);
        if constexpr (Archive::kReading)
            for (std::uint32_t id = 0; id < names.size(); ++id)
                types.push_back({0, operationsOf(names.name(id))});
        for (Type &type : types)
            state(type.count);
    }

private:
    struct Type
    {
        std::uint64_t count = 0;
        Operations operations;
    };

    [[nodiscard]] Operations operationsOf(std::string_view type) const;

    const config::Configuration &m_configuration;
    Interner m_names;
    std::vector<Type> m_types; // by number
    Type m_other;
};

} // namespace ingest::metrics

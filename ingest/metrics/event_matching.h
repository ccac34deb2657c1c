// SPDX-License-Identifier: GPL-3.0-or-later
// Which signals an event concerns: every filter of the configuration is compared with a type once,
// when the type is first seen, so that signals that do not match cost nothing per event. Owned by
// the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/match_mask.h"
#include "ingest/wire/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ingest::metrics {

// `*` in the pattern stands for any run of characters, dots included.
[[nodiscard]] bool matchesPattern(std::string_view pattern, std::string_view type);

// What one signal wants of one type.
struct Operation
{
    struct Condition
    {
        std::string attribute;
        std::string text;
        std::size_t place = 0; // where the attribute stood last
    };
    struct Alternative
    {
        MatchMask mask = 0;
        std::vector<Condition> conditions; // all must hold
    };

    std::uint32_t signal = 0; // its place in the configuration
    MatchMask always = 0;     // filters passed by the type alone
    std::vector<Alternative> alternatives;

    // Empty where the event is none of the signal's.
    [[nodiscard]] MatchMask match(const wire::Event &event)
    {
        return alternatives.empty() ? always : always | matchAlternatives(event);
    }

private:
    MatchMask matchAlternatives(const wire::Event &event);
};

// What any of the filters wants of the type; empty where none may match.
[[nodiscard]] std::optional<Operation> compiled(const std::vector<config::EventFilter> &filters,
                                                std::string_view type);

// Only the signals that may match, in the configuration's order.
[[nodiscard]] std::vector<Operation>
compile(const std::vector<config::SignalConfiguration> &signals, std::string_view type);

} // namespace ingest::metrics

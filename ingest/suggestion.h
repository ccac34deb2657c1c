// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what was observed of the traffic into signals and roles. Pure function of the observations,
// which are in the order of names.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/travelled_path.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ingest {

struct ObservedType
{
    std::string name;
    std::uint64_t count = 0;
    std::uint64_t failures = 0;
    std::uint64_t amounts = 0;                                   // events with money
    std::map<std::string, std::uint64_t, std::less<>> latencies; // *_ms numbers, how often

    [[nodiscard]] bool fails() const { return 2 * failures > count; }
};

struct Observations
{
    std::vector<ObservedType> types; // by name
    std::vector<Route> routes;       // of indices into `types`; failing types left out
};

// `base` with signals, roles and, where it has none, markers filled in and `suggested` set; `base`
// itself, and nothing suggested, where nothing was observed. At most 200 signals: the most frequent
// of each kind.
[[nodiscard]] config::Configuration suggest(const Observations &observations,
                                            const config::Configuration &base);

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
// Who looks after what, by the configuration. Pure.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/snapshot_cost.h"

#include <string_view>

namespace ingest::incidents {

// What is known of what failed; empty where it does not apply.
struct Failing
{
    std::string_view type;
    std::string_view source;
    std::string_view category;
};

// The first rule all of whose lists have a pattern that matches; those of the configuration before
// those of catalogues. A rule without any list matches nothing.
[[nodiscard]] Owner ownerOf(const config::Configuration &configuration, const Failing &failing);

} // namespace ingest::incidents

// SPDX-License-Identifier: GPL-3.0-or-later
// What is replayed, and with which configuration. A plain value, and whether it can be used.
#pragma once

#include "ingest/config/configuration.h"

#include <filesystem>
#include <string>
#include <variant>

namespace ingest::replay {

struct Original
{
    // A recording, its folder or segment, a file of events, or a capsule.
    std::filesystem::path path;
    config::Configuration configuration;
    bool growing = false;     // the folder is being written to: its newest recording, as it grows
    std::string history = {}; // the store that whoever records it keeps; empty: there is none
};

// The configuration that comes with it, of a capsule; else the one of an absent file. A text: it
// cannot be replayed, and why, what was expected, and what to do.
[[nodiscard]] std::variant<config::Configuration, std::string>
checkOriginal(const std::filesystem::path &path);

} // namespace ingest::replay

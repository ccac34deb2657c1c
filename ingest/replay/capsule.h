// SPDX-License-Identifier: GPL-3.0-or-later
// An incident capsule: one file with what was recorded in a span, and the configuration that it was
// counted with. It is a segment of a recording whose head says more, so that whatever reads
// recordings reads it, zstdcat and jq included. Plain functions; any thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/time.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace ingest::replay {

struct Capsule
{
    static constexpr int kVersion = 1;
    // What is read, or written, at most.
    static constexpr std::uint64_t kMostBytes = std::uint64_t{256} << 20; // of the file
    static constexpr std::uint64_t kMostText = std::uint64_t{4} << 30;    // unpacked
    static constexpr std::size_t kMostHead = std::size_t{1} << 20;
    static constexpr std::size_t kMostAcknowledged = 1000;
    static constexpr std::size_t kMostName = 256; // bytes of a subject, or of who looks after it

    Timestamp from{};
    Timestamp to{};
    std::string product;                             // "0.9.0": which Bellwether wrote it
    config::Configuration configuration;             // no sources; nothing that is read elsewhere
    std::map<std::string, std::string> acknowledged; // who looks after what, as it was saved
};

// The head as a line; `started`: everything from then on is in it.
[[nodiscard]] std::string headOf(const Capsule &capsule, Timestamp started);

// Nothing: the file is no capsule. A text: it is one, but not to be used, and why. Nothing of it is
// used as a path. Its limits are kept within those that a machine bears.
[[nodiscard]] std::variant<std::monostate, Capsule, std::string>
readCapsule(const std::filesystem::path &file);

// Who looked after what when it was saved; nothing of what is no capsule, or of one from before.
[[nodiscard]] std::map<std::string, std::string> acknowledgedIn(const std::filesystem::path &file);

} // namespace ingest::replay

// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the engine in a file of its own, compressed. Not a line among the messages: tens of
// megabytes would stand in the way of whoever reads those, and a torn state cost some of them.
// Plain functions; any thread.
#pragma once

#include "ingest/state/frozen_state.h"
#include "ingest/time.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

namespace ingest::record {

// What the engine's state was at an instant of engine time.
struct Checkpoint
{
    Timestamp at{};
    state::FrozenState state; // Engine::freeze()
};

struct WrittenCheckpoint
{
    std::uint64_t bytes = 0;
    std::string problem; // what went wrong, for people; then no file is there
};

// Writes beside it and renames: the file is whole or not there. For this user alone. The state is
// let go of piece by piece; `trailer` is put behind it.
[[nodiscard]] WrittenCheckpoint writeCheckpoint(const std::filesystem::path &file,
                                                state::FrozenState state,
                                                std::string_view trailer = {});

struct CheckpointProblem
{
    std::string words; // "DIR/x.state: ..."
};

// States up to this are read.
inline constexpr std::size_t kMostCheckpointBytes = std::size_t{2} << 30;

[[nodiscard]] std::variant<std::string, CheckpointProblem>
readCheckpoint(const std::filesystem::path &file, std::size_t mostBytes = kMostCheckpointBytes);

} // namespace ingest::record

// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's state beside the history, so that the next run goes on where this one ends: with
// journeys in flight, running buckets, incidents and the ledger, none of which are rows. Plain
// functions; any thread.
#pragma once

#include "ingest/state/frozen_state.h"

#include <optional>
#include <string>
#include <variant>

namespace ingest::store {

struct KeptState
{
    std::string part;  // whose rows the engine goes on with; digits
    std::string state; // Engine::checkpoint()
};

struct StateToKeep
{
    std::string part;         // as above
    state::FrozenState state; // Engine::freeze()
};

struct KeptStateProblem
{
    std::string words;
};

// "history.db.state", of "history.db".
[[nodiscard]] std::string keptStateFile(const std::string &store);

// Writes beside it and renames: the file is whole or the one before. What is wrong, or nothing.
[[nodiscard]] std::string writeKeptState(const std::string &store, StateToKeep next);

// Empty: there is none.
[[nodiscard]] std::variant<std::optional<KeptState>, KeptStateProblem>
readKeptState(const std::string &store);

// Renames a state that cannot be used, in place of the last such one. The name it was given; empty
// where it could not be.
[[nodiscard]] std::string setAsideKeptState(const std::string &store);

} // namespace ingest::store

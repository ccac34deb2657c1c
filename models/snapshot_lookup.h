// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a signal and its value in a snapshot by the name a role gives it. Results point into the
// snapshot and live as long as it does; null where there is none. Any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

#include <optional>
#include <string>
#include <variant>

namespace models {

[[nodiscard]] const ingest::SignalSnapshot *signalNamed(const ingest::Snapshot &snapshot,
                                                        const std::string &name);
// Its place among the signals of the configuration.
[[nodiscard]] std::optional<std::size_t> placeOf(const ingest::Snapshot &snapshot,
                                                 const std::string &name);
[[nodiscard]] const ingest::config::SignalConfiguration *
configurationOf(const ingest::Snapshot &snapshot, const std::string &name);

// What it is called, or its name.
[[nodiscard]] QString signalTitle(const ingest::Snapshot &snapshot, std::size_t place);

template <class Value>
[[nodiscard]] const Value *valueNamed(const ingest::Snapshot &snapshot, const std::string &name)
{
    const ingest::SignalSnapshot *signal = signalNamed(snapshot, name);
    return signal ? std::get_if<Value>(&signal->value) : nullptr;
}

// What the figures of whole windows are of: in a silence the last snapshot before it, where there
// is one.
[[nodiscard]] const ingest::Snapshot &heardOf(const ingest::Snapshot &snapshot);

// The roles in effect; empty ones where no configuration is.
[[nodiscard]] ingest::config::ExperienceRoles rolesOf(const ingest::Snapshot &snapshot);

} // namespace models

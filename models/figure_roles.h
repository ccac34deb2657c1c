// SPDX-License-Identifier: GPL-3.0-or-later
// Which configured signal a figure of the pages is made of. Plain functions; any thread.
#pragma once

#include "ingest/config/configuration.h"

#include <QString>

#include <string>

namespace models {

// `key` as in Tile::key; empty where the role has no signal.
[[nodiscard]] std::string roleNamed(const ingest::config::ExperienceRoles &roles,
                                    const QString &key);

} // namespace models

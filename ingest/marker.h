// SPDX-License-Identifier: GPL-3.0-or-later
// An instant with a meaning: a deployment, the start of a campaign. Plain data; any thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/time.h"

#include <string>

namespace ingest {

// Of what happened in (at - 1 s, at]. Two that are equal are one.
struct Marker
{
    Second at{};
    config::MarkerKind kind = config::MarkerKind::note;
    std::string title; // one line of at most kMarkerTitleBytes

    auto operator<=>(const Marker &) const = default;
};

inline constexpr std::size_t kMarkerTitleBytes = 96;
inline constexpr std::size_t kShownMarkers = 200; // the newest

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
// The newest markers, in whatever order they came. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/marker.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

namespace ingest::metrics {

class MarkerLog
{
public:
    void add(Marker marker);

    // Those at or before asOf, oldest first.
    [[nodiscard]] std::vector<Marker> until(Second asOf) const;
    // How many older ones had to go, so that there are never more than kShownMarkers.
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[markers, dropped] = *this;
        state(markers, dropped);
        if constexpr (Archive::kReading)
            state.require(isSound(), "markers out of order");
    }

private:
    [[nodiscard]] bool isSound() const
    {
        const auto isMarker = [](const Marker &marker) {
            return marker.kind <= config::MarkerKind::note &&
                   marker.title.size() <= kMarkerTitleBytes;
        };
        return m_markers.size() <= kShownMarkers && std::ranges::all_of(m_markers, isMarker) &&
               std::ranges::is_sorted(m_markers, std::ranges::less_equal{});
    }

    std::vector<Marker> m_markers; // ascending, none twice
    std::uint64_t m_dropped = 0;
};

} // namespace ingest::metrics

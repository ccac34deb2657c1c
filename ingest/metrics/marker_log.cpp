// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/marker_log.h"

#include <utility>

namespace ingest::metrics {

void MarkerLog::add(Marker marker)
{
    const auto place = std::ranges::lower_bound(m_markers, marker);
    if (place != m_markers.end() && *place == marker)
        return;
    m_markers.insert(place, std::move(marker));
    if (m_markers.size() > kShownMarkers) {
        m_markers.erase(m_markers.begin());
        ++m_dropped;
    }
}

std::vector<Marker> MarkerLog::until(Second asOf) const
{
    const auto end = std::ranges::upper_bound(m_markers, asOf, {}, &Marker::at);
    return {m_markers.begin(), end};
}

} // namespace ingest::metrics

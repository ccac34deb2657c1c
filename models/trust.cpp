// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust.h"

#include "models/time_axis.h"

#include <algorithm>

namespace models {

std::optional<double> dataEndMs(const ingest::Snapshot &snapshot,
                                const ingest::SignalSnapshot *signal)
{
    if (signal && !signal->silentSources.empty())
        return signal->staleSince ? toMs(*signal->staleSince) : toMs(snapshot.asOf);
    if (snapshot.freshness.state == ingest::FreshnessState::stale)
        return snapshot.freshness.lastEvent ? toMs(*snapshot.freshness.lastEvent)
                                            : toMs(snapshot.asOf);
    return {};
}

const ingest::SourceSnapshot *unknownTail(const ingest::Snapshot &snapshot)
{
    const auto found =
        std::ranges::find(snapshot.sources, true, &ingest::SourceSnapshot::tailUnknown);
    return found == snapshot.sources.end() ? nullptr : &*found;
}

} // namespace models

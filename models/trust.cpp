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

bool hasGaps(const ingest::Snapshot &snapshot, const ingest::SignalSnapshot *signal)
{
    constexpr double kNoticeable = 0.01;
    return signal != nullptr && signal->unheard.count() > 0 &&
           signal->unheard.count() >= kNoticeable * snapshot.observed.count();
}

const ingest::SignalSnapshot *mostBroken(const ingest::Snapshot &snapshot)
{
    if (!snapshot.metrics || snapshot.metrics->signals.empty())
        return nullptr;
    const auto most =
        std::ranges::max_element(snapshot.metrics->signals, {}, &ingest::SignalSnapshot::unheard);
    return hasGaps(snapshot, &*most) ? &*most : nullptr;
}

std::size_t tailsInWindow(const ingest::Snapshot &snapshot, const std::string &source)
{
    const auto found = std::ranges::find(snapshot.sources, source, &ingest::SourceSnapshot::source);
    if (found == snapshot.sources.end())
        return 0;
    const double from = timeAxisOf(snapshot).fromMs;
    return static_cast<std::size_t>(std::ranges::count_if(
        found->tails, [from](const auto &tail) { return toMs(tail.again) > from; }));
}

bool tailKnown(const ingest::SourceSnapshot &source)
{
    return !source.tailUnknown && source.state != ingest::SourceState::silent;
}

bool tailsKnown(const ingest::Snapshot &snapshot)
{
    return std::ranges::all_of(snapshot.sources, tailKnown);
}

const ingest::SourceSnapshot *unknownTail(const ingest::Snapshot &snapshot)
{
    const auto found =
        std::ranges::find(snapshot.sources, true, &ingest::SourceSnapshot::tailUnknown);
    return found == snapshot.sources.end() ? nullptr : &*found;
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/last_heard.h"

#include <utility>

namespace models {

namespace {

// Its window ends after a whole second without an event.
bool endsInSilence(const ingest::Snapshot &snapshot)
{
    const auto &last = snapshot.freshness.lastEvent;
    return last && snapshot.asOf > std::chrono::ceil<ingest::Seconds>(*last);
}

} // namespace

std::shared_ptr<const ingest::Snapshot>
LastHeard::update(std::shared_ptr<const ingest::Snapshot> latest)
{
    if (m_last && (m_last->window != latest->window || m_last->asOf > latest->asOf))
        m_last.reset(); // another window, or gone back in time
    if (!endsInSilence(*latest)) {
        m_last = latest;
        return latest;
    }
    if (latest->heard) // a replay has looked it up
        return latest;
    if (!m_last || latest->freshness.state != ingest::FreshnessState::stale)
        return latest; // few events are no silence
    auto held = std::make_shared<ingest::Snapshot>(*latest);
    held->heard = m_last;
    return held;
}

} // namespace models

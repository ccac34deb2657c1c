// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/data_age.h"

#include <algorithm>

namespace models {

std::optional<double> DataAge::updateSeconds(const ingest::Snapshot &snapshot,
                                             std::int64_t silentMs, std::int64_t monotonicMs)
{
    using std::chrono::milliseconds;
    const std::optional<ingest::Timestamp> last = snapshot.freshness.lastEvent;
    if (!last)
        return {};
    if (last != m_lastEvent) {
        const auto then = std::chrono::duration_cast<milliseconds>(snapshot.engineTime - *last);
        m_arrivedMs = monotonicMs - silentMs - std::max<std::int64_t>(0, then.count());
        m_lastEvent = last;
    }
    return double(monotonicMs - m_arrivedMs) / 1000;
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers for ten minutes of arrival which events were seen, by hashes of what identifies them,
// up to a cap. Owned by the ledger; not thread-safe.
#pragma once

#include "ingest/metrics/latest_times.h"

#include <cstdint>

namespace ingest::metrics {

class DuplicateFilter
{
public:
    static constexpr Seconds kMemory{600};

    explicit DuplicateFilter(std::size_t cap) : m_cap(cap) {}

    // True where the identity was seen within the last ten minutes. `identity` is a hash good in
    // all its bits; `now` never goes back.
    bool seenBefore(std::uint64_t identity, Timestamp now);

    // How often memory had to be cut short of ten minutes to stay below the cap.
    [[nodiscard]] std::uint64_t cuts() const { return m_cuts; }

private:
    void makeRoom(Second now);

    std::size_t m_cap;
    LatestTimes m_seen;
    Second m_swept = Second::min();
    std::uint64_t m_cuts = 0;
};

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
// Which closed seconds of the last hour events have entered, and since when: what was written of
// those is no longer all of it. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/time.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <vector>

namespace ingest::metrics {

class RevisedSeconds
{
public:
    static constexpr Seconds kKept{3600};

    // An event entered `bucket`, at or before asOf.
    void mark(Second bucket, Second asOf)
    {
        if (bucket > asOf - kKept)
            m_marked[placeOf(bucket)] = {bucket, asOf};
    }
    // In ascending order, those that something entered while asOf was `since` or later.
    [[nodiscard]] std::vector<Second> since(Second since, Second asOf) const
    {
        std::vector<Second> revised;
        for (Second bucket = asOf - kKept + Seconds{1}; bucket <= asOf; bucket += Seconds{1})
            if (const Mark &mark = m_marked[placeOf(bucket)];
                mark.bucket == bucket && mark.at >= since)
                revised.push_back(bucket);
        return revised;
    }

private:
    struct Mark
    {
        Second bucket = Second::min();
        Second at = Second::min();
    };
    static constexpr std::size_t kPlaces = 4096; // more than kKept, so that none is taken over
    static std::size_t placeOf(Second bucket)
    {
        return static_cast<std::size_t>(bucket.time_since_epoch().count()) % kPlaces;
    }

    std::array<Mark, kPlaces> m_marked;
};

} // namespace ingest::metrics

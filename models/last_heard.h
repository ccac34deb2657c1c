// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps figures from being thinned by silence: while nothing is heard, windows go on and would soon
// hold nothing; the figures stay those of the last instant before. Owned by one feed; time comes
// with the snapshots.
#pragma once

#include "ingest/snapshot.h"

#include <memory>

namespace models {

class LastHeard
{
public:
    // The snapshot itself, as well where it comes with what was heard; else in a silence a copy
    // whose Snapshot::heard is the last one of the same window that held none of it, where there
    // was one.
    [[nodiscard]] std::shared_ptr<const ingest::Snapshot>
    update(std::shared_ptr<const ingest::Snapshot> latest);

    void forget() { m_last.reset(); }

private:
    std::shared_ptr<const ingest::Snapshot> m_last;
};

} // namespace models

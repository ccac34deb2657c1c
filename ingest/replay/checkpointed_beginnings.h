// SPDX-License-Identifier: GPL-3.0-or-later
// Begins at the last state that a recording holds long enough before the instant asked for: what
// follows is the same as from the very beginning. Owned by the thread that replays.
#pragma once

#include "ingest/record/segment_folder.h"
#include "ingest/replay/beginnings.h"

namespace ingest::replay {

class CheckpointedBeginnings final : public Beginnings
{
public:
    // A state holds no events: so much is replayed at least, for those behind the figures.
    static constexpr std::chrono::minutes kEvidence{5};

    explicit CheckpointedBeginnings(Original original)
        : m_original(original), m_fresh(std::move(original))
    {
    }

    [[nodiscard]] Beginning nearest(Timestamp at) override;

private:
    using Place = record::SegmentFolder::CheckpointPlace;

    [[nodiscard]] bool leadsToTheSame(const Place &place) const;

    Original m_original;
    FreshBeginnings m_fresh;
};

} // namespace ingest::replay

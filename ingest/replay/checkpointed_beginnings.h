// SPDX-License-Identifier: GPL-3.0-or-later
// Begins at the last state that a recording holds before the instant asked for: what follows is the
// same as from the very beginning. Owned by the thread that replays.
#pragma once

#include "ingest/record/segment_folder.h"
#include "ingest/replay/beginnings.h"

namespace ingest::replay {

class CheckpointedBeginnings final : public Beginnings
{
public:
    // A state holds no events: those behind the figures are read again from so long before.
    static constexpr std::chrono::minutes kEvidence{5};

    explicit CheckpointedBeginnings(Original original)
        : m_original(original), m_fresh(std::move(original))
    {
    }

    [[nodiscard]] Beginning nearest(Timestamp at) override;
    // Where the recording begins: fresh, or in the state of a run that went on from an earlier one,
    // or was under way when recording began. Empty: fresh; `note` says so where a state is refused.
    [[nodiscard]] std::optional<Beginning> first(std::string &note);

private:
    using Place = record::SegmentFolder::CheckpointPlace;

    [[nodiscard]] bool leadsToTheSame(const Place &place) const;
    [[nodiscard]] std::optional<Place> firstPlace() const;
    [[nodiscard]] std::optional<Place> placeFor(Timestamp at) const;
    [[nodiscard]] std::optional<Beginning> beginningAt(const Place &place, std::string &note) const;
    // What came between kEvidence before `at` and that state; null: nothing.
    [[nodiscard]] std::unique_ptr<EntrySource> evidenceFor(Timestamp at, const Place &place) const;

    Original m_original;
    FreshBeginnings m_fresh;
};

} // namespace ingest::replay

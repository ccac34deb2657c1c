// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the entries of a recording into a timeline, in ever wider points where it is long.
// Owned by one thread.
#pragma once

#include "ingest/replay/entry_source.h"
#include "ingest/replay/timeline.h"
#include "ingest/wire/decoder.h"

#include <optional>

namespace ingest::replay {

class TimelineBuilder
{
public:
    // While a recording runs something is written every second.
    static constexpr Seconds kGap{5};

    explicit TimelineBuilder(const wire::FieldPlaces &places) : m_decoder(places) {}

    void add(const DueEntry &entry);
    [[nodiscard]] const Timeline &timeline() const { return m_timeline; }

private:
    void reach(Timestamp at, bool isRecording);
    TimelinePoint &pointAt(Second second);
    void widen();

    wire::Decoder m_decoder;
    Timeline m_timeline;
    std::optional<Timestamp> m_latest;
};

} // namespace ingest::replay

// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the entries of a recording into a timeline, in ever wider points where it is long.
// Owned by one thread.
#pragma once

#include "ingest/metrics/marker_log.h"
#include "ingest/replay/entry_source.h"
#include "ingest/replay/timeline.h"
#include "ingest/wire/decoder.h"

#include <optional>
#include <vector>

namespace ingest::replay {

class TimelineBuilder
{
public:
    // While a recording runs something is written every second.
    static constexpr Seconds kGap{5};

    explicit TimelineBuilder(const config::Configuration &configuration)
        : m_decoder(configuration.fields), m_rules(configuration.markers)
    {
    }

    void add(const DueEntry &entry);
    // So far.
    [[nodiscard]] Timeline timeline() const;

private:
    void reach(Timestamp at, bool isRecording);
    TimelinePoint &pointAt(Second second);
    void widen();

    wire::Decoder m_decoder;
    std::vector<config::MarkerConfiguration> m_rules;
    metrics::MarkerLog m_markers;
    Timeline m_timeline;
    std::optional<Timestamp> m_latest;
};

} // namespace ingest::replay

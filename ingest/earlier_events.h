// SPDX-License-Identifier: GPL-3.0-or-later
// The events from before a state, which it does not hold: read once more to be kept, not counted.
// Knows copies by what it has read itself. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/event_reading.h"
#include "ingest/evidence/event_keeper.h"
#include "ingest/metrics/category_table.h"
#include "ingest/metrics/source_ledger.h"
#include "ingest/wire/decoder.h"
#include "ingest/wire/event_sink.h"
#include "ingest/wire/frame.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace ingest {

class EarlierEvents final : public wire::EventSink
{
public:
    // `categories`: at least those of the state, by their ordinals. `keeper` outlives this.
    EarlierEvents(const config::Configuration &configuration, std::uint64_t seed,
                  const std::vector<metrics::CategoryTable::Category> &categories,
                  evidence::EventKeeper &keeper)
        : m_decoder(configuration.fields),
          m_sources(configuration.limits, configuration.stale, seed), m_keeper(keeper)
    {
        for (std::uint32_t i = 0; i < categories.size(); ++i)
            m_ordinals.emplace(categories[i].name, i);
    }

    void read(std::span<const wire::Frame> frames)
    {
        for (const wire::Frame &frame : frames)
            m_decoder.decode(frame, *this);
    }

    void accept(const wire::Event &event) override
    {
        if (event.kind != wire::EventKind::event)
            return;
        const Timestamp arrival = event.arrival.value_or(event.time.value_or(m_now));
        const EventTiming timing = timingOf(event, arrival);
        m_now = std::max(m_now, arrival);
        if (m_sources.observe(event, timing.time, arrival, m_now, timing.late).verdict ==
            metrics::Verdict::accepted)
            m_keeper.keepEarlier(event, timing.time, journeyHash(event), categoryOf(event));
    }
    void reject(const wire::Rejection &) override {}

private:
    [[nodiscard]] std::uint32_t categoryOf(const wire::Event &event) const
    {
        if (!event.failure)
            return evidence::kNoCategory;
        auto found = m_ordinals.find(metrics::categoryNameOf(event));
        if (found == m_ordinals.end())
            found = m_ordinals.find(metrics::kOtherCategory);
        return found == m_ordinals.end() ? evidence::kNoCategory : found->second;
    }

    wire::Decoder m_decoder;
    metrics::SourceLedger m_sources;
    std::map<std::string, std::uint32_t, std::less<>> m_ordinals; // by name
    evidence::EventKeeper &m_keeper;
    Timestamp m_now{};
};

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an event is one of those a figure counts, by the rules the engine counted it by. One per
// search; any thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/evidence/event_reader.h"
#include "ingest/evidence/figure.h"
#include "ingest/metrics/event_matching.h"
#include "ingest/metrics/sum_field.h"

#include <map>
#include <optional>
#include <string>

namespace ingest::evidence {

class FigureFilter
{
public:
    // The figure's signal, if any, is no funnel.
    FigureFilter(const config::Configuration &configuration, const Figure &figure);

    [[nodiscard]] bool counts(const KeptChunk &chunk, const KeptRecord &record);

private:
    [[nodiscard]] bool inTime(const KeptRecord &record) const;
    [[nodiscard]] metrics::Operation *operationFor(std::string_view type);
    [[nodiscard]] bool matchesSignal(metrics::Operation &operation, const wire::Event &event);
    [[nodiscard]] bool isPart(metrics::MatchMask matched) const;
    [[nodiscard]] bool hasField(const wire::Event &event);
    [[nodiscard]] bool hasValue(const wire::Event &event);

    const Figure &m_figure;
    EventReader m_reader;
    std::vector<config::SignalConfiguration> m_signal; // none or one
    metrics::SumField m_sum;
    std::size_t m_place = 0;
    std::map<std::string, std::optional<metrics::Operation>, std::less<>> m_operations; // by type
};

} // namespace ingest::evidence

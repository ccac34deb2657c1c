// SPDX-License-Identifier: GPL-3.0-or-later
// Distinct journeys among the matching events of every window. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/metrics/attribute_values.h"
#include "ingest/metrics/distinct_by_value.h"
#include "ingest/metrics/distinct_window.h"
#include "ingest/metrics/kept_points.h"
#include "ingest/metrics/signal.h"

namespace ingest::metrics {

class UniquesSignal final : public Signal
{
public:
    UniquesSignal(const config::SignalConfiguration &configuration, const config::Limits &limits,
                  std::uint64_t seed);

    void record(const Occurrence &occurrence, MatchMask matched) override;
    void advanceTo(Second asOf) override;
    [[nodiscard]] SignalValue value(const View &view) override;
    [[nodiscard]] std::vector<Breakdown> breakdowns(const View &view) override;
    void putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const override;
    [[nodiscard]] std::uint64_t overflow() const override;
    void archive(state::StateWriter &state) override;
    void archive(state::StateReader &state) override;

private:
    template <class Archive>
    void archiveAll(Archive &state);

    struct By
    {
        AttributeValues values;
        DistinctByValue journeys;
    };

    DistinctWindow m_total;
    std::vector<By> m_by;
    KeptCharts<std::uint64_t> m_charts; // an estimate reads 4 KiB: an hour of them is 360
};

} // namespace ingest::metrics

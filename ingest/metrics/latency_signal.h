// SPDX-License-Identifier: GPL-3.0-or-later
// The distribution of a number of milliseconds in every window. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/metrics/attribute_values.h"
#include "ingest/metrics/latencies_by_value.h"
#include "ingest/metrics/latency_series.h"
#include "ingest/metrics/signal.h"

namespace ingest::metrics {

class LatencySignal final : public Signal
{
public:
    LatencySignal(const config::SignalConfiguration &configuration, const config::Limits &limits,
                  std::uint64_t seed);

    void record(const Occurrence &occurrence, MatchMask matched) override;
    void advanceTo(Second asOf) override;
    [[nodiscard]] SignalValue value(const View &view) override;
    [[nodiscard]] std::vector<Breakdown> breakdowns(const View &view) override;
    [[nodiscard]] OpenPoint open(const View &view) override;
    void putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const override;
    void putValueRollups(Second from, Seconds resolution,
                         std::vector<Rollup> &rollups) const override;
    [[nodiscard]] std::uint64_t overflow() const override;
    void archive(state::StateWriter &state) override;
    void archive(state::StateReader &state) override;

private:
    template <class Archive>
    void archiveAll(Archive &state);

    struct By
    {
        AttributeValues values;
        LatenciesByValue latencies;
    };

    [[nodiscard]] LatencySnapshot snapshotOf(const LatencyHistogram &histogram) const;

    KnownName m_field;
    std::optional<double> m_apdexMs;
    std::size_t m_place = 0;
    LatencySeries m_total;
    std::vector<By> m_by;
};

} // namespace ingest::metrics

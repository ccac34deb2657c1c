// SPDX-License-Identifier: GPL-3.0-or-later
// Counts matching events: exact in every window. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/attribute_values.h"
#include "ingest/metrics/keyed_windows.h"
#include "ingest/metrics/rolling_count.h"
#include "ingest/metrics/signal.h"
#include "ingest/metrics/tally_ring.h"

namespace ingest::metrics {

class RateSignal final : public Signal
{
public:
    RateSignal(const config::SignalConfiguration &configuration, const config::Limits &limits,
               std::uint64_t seed);

    void record(const Occurrence &occurrence, MatchMask matched) override;
    void advanceTo(Second asOf) override;
    [[nodiscard]] SignalValue value(const View &view) override;
    [[nodiscard]] std::vector<Breakdown> breakdowns(const View &view) override;
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
        TallyRing<CountWindows> counts; // by value
    };

    RollingCount m_count;
    std::vector<By> m_by;
};

} // namespace ingest::metrics

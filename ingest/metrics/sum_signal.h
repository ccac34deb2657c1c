// SPDX-License-Identifier: GPL-3.0-or-later
// Adds up money by currency, in whole minor units: exact in every window. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/metrics/attribute_values.h"
#include "ingest/metrics/currency_keys.h"
#include "ingest/metrics/kept_points.h"
#include "ingest/metrics/keyed_windows.h"
#include "ingest/metrics/signal.h"
#include "ingest/metrics/sum_field.h"
#include "ingest/metrics/tally_ring.h"

namespace ingest::metrics {

class SumSignal final : public Signal
{
public:
    SumSignal(const config::SignalConfiguration &configuration, const config::Configuration &all,
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

    struct Sums
    {
        CurrencyKeys keys;
        TallyRing<AmountWindows> amounts; // by key
    };
    struct By
    {
        AttributeValues values;
        Sums sums;
    };

    static void count(Sums &sums, Second bucket, std::uint32_t value, const wire::Money &money);
    void putSeries(const View &view, SumSnapshot &sum);
    [[nodiscard]] std::uint64_t pointOf(Second from, Second to) const;

    SumField m_field;
    Sums m_total; // the value is 0 throughout
    std::vector<By> m_by;
    KeptCharts<std::uint64_t> m_charts; // of m_chartCurrency, in minor units
    wire::CurrencyCode m_chartCurrency;
};

} // namespace ingest::metrics

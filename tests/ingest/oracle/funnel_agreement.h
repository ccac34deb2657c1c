// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot says of a funnel against what its definition says: every row, cohort, median and
// chart point of a window, exactly (medians within the histogram's error).
#pragma once

#include "ingest/snapshot.h"
#include "ingest/window.h"
#include "tests/ingest/oracle/event_log.h"
#include "tests/ingest/oracle/funnel_oracle.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace oracle {

// The window's start in whole seconds; none for all time. Medians and breakdowns begin at whole
// 10 s.
[[nodiscard]] std::optional<std::int64_t> funnelStart(ingest::Window window, std::int64_t asOf);
[[nodiscard]] std::optional<std::int64_t> coarseFunnelStart(ingest::Window window,
                                                            std::int64_t asOf);

void expectFunnelFigures(const ingest::FunnelSnapshot &got, const FunnelRule &rule,
                         const std::vector<FunnelJourney> &journeys, ingest::Window window,
                         std::int64_t asOf);

void expectFunnelSeries(const ingest::FunnelSnapshot &got,
                        const std::vector<FunnelJourney> &journeys, std::int64_t asOf);

// Every funnel of a configuration, as the definition has it at one instant.
class ExpectedFunnels
{
public:
    ExpectedFunnels(const ingest::config::Configuration &configuration, const EventLog &log,
                    ingest::Second asOf);

    // Of the same instant; with breakdowns by the first attribute of each funnel.
    void expectIn(const ingest::Snapshot &snapshot) const;

private:
    struct Funnel
    {
        std::size_t signal;
        FunnelRule rule;
        std::vector<std::string> values; // see funnelEvents()
        std::vector<FunnelJourney> journeys;
    };
    void expectBreakdown(const Funnel &funnel, const ingest::Snapshot &snapshot) const;

    std::vector<Funnel> m_funnels;
    std::int64_t m_asOf;
};

} // namespace oracle

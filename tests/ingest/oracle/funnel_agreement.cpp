// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/oracle/funnel_agreement.h"

#include "tests/ingest/oracle/funnel_events.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace oracle {

using ingest::FunnelSnapshot;
using ingest::Window;

namespace {

void expectShare(const std::optional<double> &share, std::uint64_t part, std::uint64_t whole)
{
    ASSERT_EQ(share.has_value(), whole != 0);
    if (share) {
        EXPECT_DOUBLE_EQ(*share, static_cast<double>(part) / static_cast<double>(whole));
    }
}

} // namespace

std::optional<std::int64_t> funnelStart(Window window, std::int64_t asOf)
{
    if (window == Window::all)
        return std::nullopt;
    const std::int64_t start = asOf - ingest::spanOf(window).count();
    return window == Window::oneDay ? start / 60 * 60 : start;
}

std::optional<std::int64_t> coarseFunnelStart(Window window, std::int64_t asOf)
{
    const auto start = funnelStart(window, asOf);
    return start ? std::optional(*start / 10 * 10) : start;
}

void expectFunnelFigures(const FunnelSnapshot &got, const FunnelRule &rule,
                         const std::vector<FunnelJourney> &journeys, Window window,
                         std::int64_t asOf)
{
    const auto expected =
        funnelFigures(rule, journeys, funnelStart(window, asOf), asOf, got.maturing.count());
    for (std::size_t k = 1; k <= rule.steps; ++k) {
        EXPECT_EQ(got.steps[k - 1].journeys, expected.rows[k - 1]) << "row " << k;
        if (k == 1)
            continue;
        const auto median = funnelStepQuantile(journeys, k, coarseFunnelStart(window, asOf), 0.5);
        ASSERT_EQ(got.steps[k - 1].medianSeconds.has_value(), median.has_value());
        if (median) {
            EXPECT_NEAR(*got.steps[k - 1].medianSeconds, *median, *median * 0.0055 + 1e-6);
        }
    }
    expectShare(got.conversion, expected.rows.back(), expected.rows.front());
    EXPECT_EQ(got.inFlight, expected.inFlight);
    EXPECT_EQ(got.settled, expected.settled);
    expectShare(got.settledConversion, expected.settledConverted, expected.settled);
    EXPECT_EQ(got.matured, expected.matured);
    expectShare(got.maturedConversion, expected.maturedConverted, expected.matured);
    EXPECT_FALSE(got.bounded);
}

void expectFunnelSeries(const FunnelSnapshot &got, const std::vector<FunnelJourney> &journeys,
                        std::int64_t asOf)
{
    std::int64_t end = got.series.start.time_since_epoch().count();
    for (const ingest::FunnelPoint &point : got.series.points) {
        end += got.series.step.count();
        const auto [entered, converted] =
            funnelCohort(journeys, end - got.rolling.count(), std::min(end, asOf));
        ASSERT_EQ(point.entered, entered);
        ASSERT_EQ(point.converted, converted);
    }
    EXPECT_GE(end, asOf);
    EXPECT_EQ(got.series.partial, end > asOf);
}

ExpectedFunnels::ExpectedFunnels(const ingest::config::Configuration &configuration,
                                 const EventLog &log, ingest::Second asOf)
    : m_asOf(asOf.time_since_epoch().count())
{
    const std::int64_t asOfNs = ingest::Timestamp{asOf}.time_since_epoch().count();
    for (std::size_t i = 0; i < configuration.signals.size(); ++i) {
        const auto &signal = configuration.signals[i];
        if (signal.kind != ingest::config::SignalKind::funnel)
            continue;
        Funnel funnel{i, funnelRule(signal, configuration), {}, {}};
        const auto events = funnelEvents(signal, log.kept(), funnel.values);
        funnel.journeys = funnelJourneys(funnel.rule, events, asOfNs);
        m_funnels.push_back(std::move(funnel));
    }
}

void ExpectedFunnels::expectIn(const ingest::Snapshot &snapshot) const
{
    ASSERT_EQ(snapshot.asOf.time_since_epoch().count(), m_asOf);
    for (const Funnel &funnel : m_funnels) {
        const ingest::SignalSnapshot &signal = snapshot.metrics->signals.at(funnel.signal);
        SCOPED_TRACE(testing::Message()
                     << signal.name << ' ' << nameOf(snapshot.window) << " at " << m_asOf);
        const auto &got = std::get<FunnelSnapshot>(signal.value);
        expectFunnelFigures(got, funnel.rule, funnel.journeys, snapshot.window, m_asOf);
        expectFunnelSeries(got, funnel.journeys, m_asOf);
        if (!signal.by.empty())
            expectBreakdown(funnel, snapshot);
    }
}

void ExpectedFunnels::expectBreakdown(const Funnel &funnel, const ingest::Snapshot &snapshot) const
{
    const auto &rows = snapshot.metrics->signals.at(funnel.signal).by.front().rows;
    std::size_t entered = 0;
    for (std::size_t i = 0; i < funnel.values.size(); ++i) {
        const auto expected =
            funnelRowsOf(funnel.rule, funnel.journeys, static_cast<std::uint32_t>(i) + 1,
                         coarseFunnelStart(snapshot.window, m_asOf));
        const auto row = std::ranges::find(rows, funnel.values[i], &ingest::BreakdownRow::value);
        ASSERT_EQ(row != rows.end(), expected.front() != 0) << funnel.values[i];
        if (row == rows.end())
            continue;
        ++entered;
        for (std::size_t k = 0; k < funnel.rule.steps; ++k)
            EXPECT_EQ(std::get<FunnelSnapshot>(row->signal).steps[k].journeys, expected[k])
                << funnel.values[i] << " row " << k + 1;
    }
    EXPECT_EQ(rows.size(), entered);
}

} // namespace oracle

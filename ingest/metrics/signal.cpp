// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/signal.h"

#include "ingest/metrics/latency_signal.h"
#include "ingest/metrics/rate_signal.h"
#include "ingest/metrics/ratio_signal.h"
#include "ingest/metrics/sum_signal.h"
#include "ingest/metrics/uniques_signal.h"

#include <cassert>

namespace ingest::metrics {

ChartGrid gridOf(const View &view)
{
    if (!view.step)
        return chartGrid(view.window, view.asOf);
    const bool wholeDay = view.window == Window::all && *view.step >= kMinute;
    return chartGrid(wholeDay ? Window::oneDay : view.window, view.asOf, *view.step);
}

std::unique_ptr<Signal> makeSignal(const config::SignalConfiguration &configuration,
                                   const config::Configuration &all, std::uint64_t seed)
{
    switch (configuration.kind) {
    case config::SignalKind::rate:
        return std::make_unique<RateSignal>(configuration, all.limits, seed);
    case config::SignalKind::ratio:
        return std::make_unique<RatioSignal>(configuration, all.limits, seed);
    case config::SignalKind::latency:
        return std::make_unique<LatencySignal>(configuration, all.limits, seed);
    case config::SignalKind::sum:
        return std::make_unique<SumSignal>(configuration, all, seed);
    case config::SignalKind::uniques:
        return std::make_unique<UniquesSignal>(configuration, all.limits, seed);
    case config::SignalKind::funnel:
        break;
    }
    assert(configuration.kind == config::SignalKind::funnel);
    return nullptr;
}

} // namespace ingest::metrics

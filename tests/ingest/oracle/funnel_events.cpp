// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/oracle/funnel_events.h"

#include "tests/ingest/oracle/signal_oracle.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace oracle {

using namespace ingest;
using config::SignalConfiguration;

namespace {

FunnelOrder orderOf(config::StepOrder order)
{
    switch (order) {
    case config::StepOrder::ordered:
        return FunnelOrder::ordered;
    case config::StepOrder::strict:
        return FunnelOrder::strict;
    case config::StepOrder::unordered:
        break;
    }
    return FunnelOrder::unordered;
}

std::uint32_t placeOf(const SignalConfiguration &funnel, const test::RawEvent &event,
                      std::vector<std::string> &values)
{
    for (const auto &[name, text] : event.attributes) {
        if (funnel.by.empty() || name != funnel.by.front())
            continue;
        const auto found = std::ranges::find(values, text);
        const auto place = static_cast<std::uint32_t>(found - values.begin());
        if (found == values.end())
            values.push_back(text);
        return place + 1;
    }
    return 0;
}

} // namespace

FunnelRule funnelRule(const SignalConfiguration &funnel, const config::Configuration &configuration)
{
    std::chrono::seconds idle = std::chrono::minutes{30};
    for (const SignalConfiguration &signal : configuration.signals)
        if (signal.kind == config::SignalKind::funnel)
            idle = std::max(idle, signal.within);
    return {orderOf(funnel.order), funnel.steps.size(), Nanoseconds{funnel.within}.count(),
            Nanoseconds{idle}.count()};
}

std::vector<FunnelEvent> funnelEvents(const SignalConfiguration &funnel,
                                      const std::vector<Kept> &kept,
                                      std::vector<std::string> &values)
{
    std::map<std::string, std::uint64_t> keys;
    std::vector<FunnelEvent> events;
    for (const auto &[raw, time, retimed] : kept) {
        if (raw->journey.empty())
            continue;
        FunnelEvent event;
        event.key = keys.try_emplace(raw->journey, keys.size()).first->second;
        event.timeNs = time.time_since_epoch().count();
        for (std::size_t step = 0; step < funnel.steps.size(); ++step)
            if (matches(funnel.steps[step], *raw))
                event.mask |= 1u << step;
        event.value = placeOf(funnel, *raw, values);
        events.push_back(event);
    }
    return events;
}

} // namespace oracle

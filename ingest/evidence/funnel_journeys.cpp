// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/funnel_journeys.h"

#include "ingest/evidence/event_reader.h"
#include "ingest/metrics/chains.h"
#include "ingest/metrics/event_matching.h"
#include "ingest/wire/event.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <tuple>

namespace ingest::evidence {

namespace {

struct Step
{
    KeptEvent event;
    metrics::StepMask mask = 0;
};

// What each kept event of a journey is to the funnel.
class StepReader
{
public:
    StepReader(const config::Configuration &configuration, const Figure &figure)
        : m_reader(configuration.fields), m_signal{configuration.signals.at(*figure.signal)}
    {
    }

    metrics::StepMask maskOf(const KeptChunk &chunk, const KeptRecord &record)
    {
        const std::string_view type = chunk.type(record);
        auto found = m_operations.find(type);
        if (found == m_operations.end())
            found = m_operations.emplace(type, metrics::compile(m_signal, type)).first;
        if (found->second.empty())
            return 0;
        metrics::Operation &operation = found->second.front();
        if (operation.alternatives.empty())
            return operation.always;
        return operation.match(m_reader.read(chunk, record));
    }

private:
    EventReader m_reader;
    std::vector<config::SignalConfiguration> m_signal;
    std::map<std::string, std::vector<metrics::Operation>, std::less<>> m_operations;
};

bool within(const Figure &figure, std::int64_t instant)
{
    if (instant == metrics::kNever)
        return false;
    const Second second = bucketOf(Timestamp(Nanoseconds(instant)));
    return second > figure.from && second <= figure.to;
}

bool counts(const Figure &figure, const metrics::ChainRule &rule, const metrics::Chains &chains)
{
    switch (figure.part) {
    case Part::entered:
        return within(figure, chains.firstEntry());
    case Part::converted:
        return within(figure, chains.firstEntry()) && chains.firstConversion() != metrics::kNever;
    default:
        return within(figure, chains.row(std::min(figure.step, rule.steps)).entry);
    }
}

// One journey's events, in order of time.
metrics::Chains follow(const metrics::ChainRule &rule, std::span<const Step> steps)
{
    metrics::Chains chains(rule);
    std::vector<metrics::StepMask> group;
    for (std::size_t i = 0; i < steps.size();) {
        const Timestamp time = steps[i].event.record.time;
        group.clear();
        for (; i < steps.size() && steps[i].event.record.time == time; ++i)
            if (steps[i].mask != 0 || rule.order == config::StepOrder::strict)
                group.push_back(steps[i].mask);
        if (!group.empty())
            chains.feed(rule, time.time_since_epoch().count(), group);
    }
    return chains;
}

} // namespace

std::chrono::seconds longestPause(const config::Configuration &configuration)
{
    std::chrono::seconds longest = std::chrono::minutes{30};
    for (const config::SignalConfiguration &signal : configuration.signals)
        if (signal.kind == config::SignalKind::funnel)
            longest = std::max(longest, signal.within);
    return longest;
}

std::vector<FoundJourney> funnelJourneys(const KeptEvents &kept,
                                         const config::Configuration &configuration,
                                         const Figure &figure)
{
    const config::SignalConfiguration &signal = configuration.signals.at(*figure.signal);
    const metrics::ChainRule rule{signal.order, signal.steps.size(),
                                  std::chrono::nanoseconds(signal.within).count()};
    StepReader reader(configuration, figure);
    std::vector<Step> steps;
    kept.forEach([&](const std::shared_ptr<const KeptChunk> &chunk, const KeptRecord &record) {
        if (record.journey != 0 && bucketOf(record.time) <= figure.asOf)
            steps.push_back({{chunk, record}, reader.maskOf(*chunk, record)});
    });
    std::ranges::sort(steps, {}, [](const Step &step) {
        const KeptRecord &record = step.event.record;
        return std::tuple(record.journey, record.time, step.mask, record.number);
    });
    const Nanoseconds pause = longestPause(configuration);
    std::vector<FoundJourney> journeys;
    for (std::size_t begin = 0; begin < steps.size();) {
        std::size_t end = begin + 1;
        const auto continues = [&] {
            const KeptRecord &next = steps[end].event.record;
            const KeptRecord &last = steps[end - 1].event.record;
            return next.journey == last.journey && next.time - last.time <= pause;
        };
        while (end < steps.size() && continues())
            ++end;
        const auto journey = std::span(steps).subspan(begin, end - begin);
        if (counts(figure, rule, follow(rule, journey)))
            journeys.push_back({journey.back().event.record.journey, journey.back().event});
        begin = end;
    }
    std::ranges::sort(journeys, [](const FoundJourney &a, const FoundJourney &b) {
        return std::tuple(a.latest.record.time, a.latest.record.number) >
               std::tuple(b.latest.record.time, b.latest.record.number);
    });
    return journeys;
}

} // namespace ingest::evidence

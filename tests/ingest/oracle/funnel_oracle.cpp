// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/oracle/funnel_oracle.h"

#include <algorithm>
#include <cmath>

namespace oracle {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

using Events = std::vector<FunnelEvent>;

std::vector<Events> divide(const FunnelRule &rule, const Events &events, std::int64_t asOfNs)
{
    std::map<std::uint64_t, Events> byKey;
    for (const FunnelEvent &event : events)
        if (event.timeNs <= asOfNs)
            byKey[event.key].push_back(event);
    std::vector<Events> journeys;
    for (auto &[key, of] : byKey) {
        std::ranges::stable_sort(of, {}, &FunnelEvent::timeNs);
        for (std::size_t i = 0; i < of.size(); ++i) {
            if (i == 0 || of[i].timeNs - of[i - 1].timeNs > rule.idleNs)
                journeys.emplace_back();
            journeys.back().push_back(of[i]);
        }
    }
    return journeys;
}

// Calls visit(chain) for every chain there is, and for each of its beginnings: lists of indices,
// in the order of steps (ordered, strict) or of time (unordered).
template <class Visit>
class ChainSearch
{
public:
    ChainSearch(const FunnelRule &rule, const Events &events, Visit visit)
        : m_rule(rule), m_events(events), m_visit(visit), m_used(events.size())
    {
    }

    void run() { extend(); }

private:
    void extend()
    {
        if (!m_chain.empty() && (m_rule.order != FunnelOrder::strict || isUnbroken()))
            m_visit(m_chain);
        if (m_chain.size() == m_rule.steps)
            return;
        for (std::size_t next = 0; next < m_events.size(); ++next) {
            if (m_used[next] || !mayFollow(next))
                continue;
            if (m_rule.order == FunnelOrder::unordered)
                for (std::size_t step = 0; step < m_rule.steps; ++step)
                    tryStep(next, step);
            else
                tryStep(next, m_chain.size());
        }
    }

    void tryStep(std::size_t event, std::size_t step)
    {
        if ((m_events[event].mask >> step & 1) == 0 || (m_steps >> step & 1) != 0)
            return;
        m_used[event] = true;
        m_steps |= 1u << step;
        m_chain.push_back(event);
        extend();
        m_chain.pop_back();
        m_steps &= ~(1u << step);
        m_used[event] = false;
    }

    [[nodiscard]] bool mayFollow(std::size_t next) const
    {
        if (m_chain.empty())
            return true;
        const std::int64_t time = m_events[next].timeNs;
        return time >= m_events[m_chain.back()].timeNs &&
               time - m_events[m_chain.front()].timeNs <= m_rule.withinNs;
    }

    // Whatever lies at the instant of the entry may come before it, at that of the end after it.
    [[nodiscard]] bool isUnbroken() const
    {
        const std::int64_t first = m_events[m_chain.front()].timeNs;
        const std::int64_t last = m_events[m_chain.back()].timeNs;
        for (std::size_t i = 0; i < m_events.size(); ++i)
            if (!m_used[i] && m_events[i].timeNs > first && m_events[i].timeNs < last)
                return false;
        return true;
    }

    const FunnelRule &m_rule;
    const Events &m_events;
    Visit m_visit;
    std::vector<bool> m_used;
    std::uint32_t m_steps = 0;
    std::vector<std::size_t> m_chain;
};

FunnelJourney evaluate(const FunnelRule &rule, const Events &events)
{
    FunnelJourney journey;
    journey.latestEntry.assign(rule.steps + 1, kNoTime);
    journey.stepNs.assign(rule.steps + 1, 0);
    // Of the chains with the latest entry the one that gets there first, and of those the one that
    // was a step before first.
    std::vector<std::pair<std::int64_t, std::int64_t>> best(rule.steps + 1);
    const auto visit = [&](const std::vector<std::size_t> &chain) {
        const std::size_t k = chain.size();
        const std::int64_t entry = events[chain.front()].timeNs;
        const std::int64_t reached = events[chain.back()].timeNs;
        const std::int64_t before = k > 1 ? events[chain[k - 2]].timeNs : reached;
        if (journey.firstEntry == kNoTime || entry < journey.firstEntry)
            journey.firstEntry = entry;
        if (k == rule.steps &&
            (journey.firstConversion == kNoTime || reached < journey.firstConversion))
            journey.firstConversion = reached;
        const std::pair times{reached, before};
        if (entry > journey.latestEntry[k] ||
            (entry == journey.latestEntry[k] && times < best[k])) {
            journey.latestEntry[k] = entry;
            journey.stepNs[k] = reached - before;
            best[k] = times;
        }
        auto &ofValue = journey.latestEntryByValue[events[chain.front()].value];
        ofValue.resize(rule.steps + 1, kNoTime);
        ofValue[k] = std::max(ofValue[k], entry);
    };
    ChainSearch search(rule, events, visit);
    search.run();
    return journey;
}

bool isAfter(std::int64_t timeNs, std::optional<std::int64_t> second)
{
    return timeNs != kNoTime && (!second || timeNs > *second * kSecond);
}

} // namespace

std::vector<FunnelJourney> funnelJourneys(const FunnelRule &rule, const Events &events,
                                          std::int64_t asOfNs)
{
    std::vector<FunnelJourney> journeys;
    for (const Events &journey : divide(rule, events, asOfNs))
        journeys.push_back(evaluate(rule, journey));
    return journeys;
}

FunnelFigures funnelFigures(const FunnelRule &rule, const std::vector<FunnelJourney> &journeys,
                            std::optional<std::int64_t> start, std::int64_t asOf,
                            std::int64_t maturing)
{
    FunnelFigures figures;
    figures.rows.assign(rule.steps, 0);
    // Beyond 2 h an age is taken in whole minutes.
    const auto ago = [asOf](std::int64_t age) {
        return age > 7200 ? (asOf - age) / 60 * 60 : asOf - age;
    };
    const std::int64_t open = ago(rule.withinNs / kSecond);
    const std::int64_t mature = ago(maturing);
    for (const FunnelJourney &journey : journeys) {
        for (std::size_t k = 1; k <= rule.steps; ++k)
            if (isAfter(journey.latestEntry[k], start))
                ++figures.rows[k - 1];
        const bool entered = isAfter(journey.latestEntry[1], start);
        const bool complete = isAfter(journey.latestEntry[rule.steps], start);
        if (entered && !complete && isAfter(journey.latestEntry[1], open))
            ++figures.inFlight;
        if (!isAfter(journey.firstEntry, start))
            continue;
        const bool converted = journey.firstConversion != kNoTime;
        if (!isAfter(journey.firstEntry, open)) {
            ++figures.settled;
            figures.settledConverted += converted ? 1 : 0;
        }
        if (!isAfter(journey.firstEntry, mature)) {
            ++figures.matured;
            figures.maturedConverted += converted ? 1 : 0;
        }
    }
    return figures;
}

std::pair<std::uint64_t, std::uint64_t> funnelCohort(const std::vector<FunnelJourney> &journeys,
                                                     std::int64_t from, std::int64_t to)
{
    std::pair<std::uint64_t, std::uint64_t> cohort{0, 0};
    for (const FunnelJourney &journey : journeys) {
        if (!isAfter(journey.firstEntry, from) || isAfter(journey.firstEntry, to))
            continue;
        ++cohort.first;
        cohort.second += journey.firstConversion != kNoTime ? 1 : 0;
    }
    return cohort;
}

std::optional<double> funnelStepQuantile(const std::vector<FunnelJourney> &journeys, std::size_t k,
                                         std::optional<std::int64_t> start, double q)
{
    std::vector<std::int64_t> durations;
    for (const FunnelJourney &journey : journeys)
        if (isAfter(journey.latestEntry[k], start))
            durations.push_back(journey.stepNs[k]);
    if (durations.empty())
        return std::nullopt;
    std::ranges::sort(durations);
    const double rank = std::ceil(q * static_cast<double>(durations.size()));
    return static_cast<double>(durations[static_cast<std::size_t>(std::max(rank, 1.0)) - 1]) / 1e9;
}

std::vector<std::uint64_t> funnelRowsOf(const FunnelRule &rule,
                                        const std::vector<FunnelJourney> &journeys,
                                        std::uint32_t value, std::optional<std::int64_t> start)
{
    std::vector<std::uint64_t> rows(rule.steps, 0);
    for (const FunnelJourney &journey : journeys) {
        const auto found = journey.latestEntryByValue.find(value);
        if (found == journey.latestEntryByValue.end())
            continue;
        for (std::size_t k = 1; k <= rule.steps; ++k)
            if (isAfter(found->second[k], start))
                ++rows[k - 1];
    }
    return rows;
}

} // namespace oracle

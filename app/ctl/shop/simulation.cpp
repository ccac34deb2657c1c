// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/simulation.h"

#include "app/ctl/shop/customer.h"

#include <algorithm>
#include <string>
#include <utility>

namespace app::shop {

namespace {

// How long before the start the shop opened: longer than nearly every journey takes.
constexpr auto kOpenBefore = std::chrono::minutes(10);
constexpr double kPeakOverMean = 1.45 * 10; // busiest hour times flash sale, for thinning

double eventsPerSession()
{
    constexpr std::uint64_t kSample = 4000;
    Random random(1);
    std::vector<PlannedEvent> events;
    for (std::uint64_t i = 0; i < kSample; ++i) {
        const Customer customer = arrive(random, Plan{}, i, {});
        planJourney(random, Plan{}, customer, {}, events);
    }
    return static_cast<double>(events.size()) / static_cast<double>(kSample);
}

} // namespace

Simulation::Simulation(const Plan &plan, std::uint64_t seed, double eventsPerSecond,
                       ingest::Timestamp start)
    : m_plan(plan), m_random(seed), m_start(start), m_nextArrival(start - kOpenBefore),
      m_sessionsPerSecond(eventsPerSecond / eventsPerSession())
{
    announceChange();
}

// What people did that the figures are to show: no customer's event, and no journey's.
void Simulation::announceChange()
{
    PlannedEvent event;
    event.time = m_plan.from;
    if (m_plan.scenario == Scenario::badDeploy) {
        event.type = "deployment.finished";
        event.data = R"("service":"app-)" + std::string(kBadPlatform) + R"(","version":")" +
                     std::string(kBadVersion) + '"';
    } else if (m_plan.scenario == Scenario::flashSale) {
        event.type = "campaign.started";
        event.data = R"("name":"Flash sale")";
    } else {
        return;
    }
    if (event.time >= m_start)
        m_ahead.push(std::move(event));
}

void Simulation::admitNext()
{
    // Thinning (Lewis and Shedler 1979): propose at the peak rate, keep by the rate of the moment.
    const double seconds = m_random.exponential(m_sessionsPerSecond * kPeakOverMean);
    m_nextArrival += ingest::Nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
    const double now = dailyRhythm(m_nextArrival) * m_plan.traffic(m_nextArrival);
    if (!m_random.chance(now / kPeakOverMean))
        return;
    m_planning.clear();
    const Customer customer = arrive(m_random, m_plan, ++m_journeys, m_nextArrival);
    planJourney(m_random, m_plan, customer, m_nextArrival, m_planning);
    for (PlannedEvent &event : m_planning) {
        event.serial = ++m_serial;
        if (event.time >= m_start)
            m_ahead.push(std::move(event));
    }
}

PlannedEvent Simulation::next()
{
    while (m_ahead.empty() || m_ahead.top().time >= m_nextArrival)
        admitNext();
    PlannedEvent event = m_ahead.top();
    m_ahead.pop();
    return event;
}

} // namespace app::shop

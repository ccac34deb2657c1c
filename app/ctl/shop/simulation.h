// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated shop in its own time: customers arrive, do what they planned, and their events come
// out in time order. Pure: the same options give the same events. One thread.
#pragma once

#include "app/ctl/shop/planned_event.h"
#include "app/ctl/shop/random.h"
#include "app/ctl/shop/scenario.h"

#include <queue>
#include <vector>

namespace app::shop {

class Simulation
{
public:
    // Traffic flows from `start` on, as if the shop had been open before: events of journeys under
    // way then are published from `start` on. `eventsPerSecond` is the mean over a usual day.
    Simulation(const Plan &plan, std::uint64_t seed, double eventsPerSecond,
               ingest::Timestamp start);

    // The next event in time order; the shop never closes.
    PlannedEvent next();

private:
    struct Later
    {
        bool operator()(const PlannedEvent &a, const PlannedEvent &b) const
        {
            return a.time != b.time ? a.time > b.time : a.serial > b.serial;
        }
    };

    void admitNext();
    void announceChange();

    Plan m_plan;
    Random m_random;
    ingest::Timestamp m_start;
    ingest::Timestamp m_nextArrival;
    double m_sessionsPerSecond;
    std::uint64_t m_journeys = 0;
    std::uint64_t m_serial = 0;
    std::priority_queue<PlannedEvent, std::vector<PlannedEvent>, Later> m_ahead;
    std::vector<PlannedEvent> m_planning;
};

} // namespace app::shop

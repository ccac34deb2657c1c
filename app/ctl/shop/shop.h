// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated shop at work: the simulation's events go out through five publishing services, in
// step with a clock that the caller provides. One thread.
#pragma once

#include "app/ctl/shop/ground_truth.h"
#include "app/ctl/shop/publishing_service.h"
#include "app/ctl/shop/simulation.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace app::shop {

struct ShopOptions
{
    Plan plan;
    std::uint64_t seed = 1;
    double eventsPerSecond = 200; // mean over a usual day
    ingest::Timestamp start{};
    bool keepGroundTruth = false;
};

class Shop
{
public:
    // `openOutlet` is called for every start of every service.
    using OpenOutlet = std::function<std::unique_ptr<Outlet>(Service)>;

    Shop(const ShopOptions &options, OpenOutlet openOutlet);

    // Publishes everything due at or before `now`, with heartbeats. Times never go back.
    void advanceTo(ingest::Timestamp now);
    // When something is due next.
    [[nodiscard]] ingest::Timestamp nextDue() const { return m_pending.time; }
    // Every service says goodbye and flushes.
    void close();

    [[nodiscard]] const GroundTruth &groundTruth() const { return m_truth; }
    [[nodiscard]] std::uint64_t published() const { return m_published; }

private:
    void open(Service service, ingest::Timestamp now);
    void end(Service service, bool goodbye);
    // Kills and restarts the flaky service where the plan says so.
    void playFlaky(ingest::Timestamp now);
    std::string newEpoch();

    ShopOptions m_options;
    OpenOutlet m_openOutlet;
    Simulation m_simulation;
    Random m_epochs;
    PlannedEvent m_pending;
    std::vector<std::unique_ptr<PublishingService>> m_services; // by Service; null while down
    ingest::Timestamp m_nextAct{}; // when the flaky service dies or comes back
    GroundTruth m_truth;
    std::uint64_t m_published = 0;
};

} // namespace app::shop

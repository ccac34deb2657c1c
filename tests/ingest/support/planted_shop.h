// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated shop's payments and checkouts in an engine, with a cause planted: from an instant
// on, approved payments of customers with given traits fail instead. Equal seeds, equal shops.
#pragma once

#include "app/ctl/shop/scenario.h"
#include "ingest/engine.h"
#include "ingest/snapshot.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace test {

using Traits = std::vector<std::pair<std::string, std::string>>;

struct Planting
{
    app::shop::Scenario scenario = app::shop::Scenario::normal;
    Traits traits; // whose payments fail; none: nobody's
    double share = 0.9;
    double afterSeconds = 900;
    double eventsPerSecond = 400;
    ingest::config::IncidentTimes incident{};
    std::size_t keptBytes = ingest::config::Limits{}.keptBytes;
};

class PlantedShop
{
public:
    PlantedShop(const Planting &planting, std::uint64_t seed);
    ~PlantedShop();

    // Runs so long after the start.
    void runUntil(double seconds);
    // Runs until 10 s after the cause was planted and until 30 of its failures, whichever is later.
    void runUntilItShows();

    // Without any event.
    void advanceTo(double seconds);
    void acknowledge(const std::string &subject, const std::string &by);

    [[nodiscard]] std::shared_ptr<const ingest::Snapshot> snapshot();
    // The ordinal of a category that was seen in the last hour.
    [[nodiscard]] std::optional<std::uint32_t> category(const std::string &name);
    [[nodiscard]] ingest::Timestamp plantedAt() const;

private:
    struct Run;
    std::unique_ptr<Run> m_run;
};

} // namespace test

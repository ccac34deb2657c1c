// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated shop straight into an engine, in its own time: minutes of a scenario in seconds,
// and the same ones each time. One thread.
#pragma once

#include "app/ctl/shop/shop.h"
#include "ingest/snapshot.h"
#include "tests/soak/engine_outlet.h"

#include <memory>

namespace gallery {

class StagedShop
{
public:
    // The scenario begins `quiet` seconds after the start and lasts for the rest of the hour.
    StagedShop(std::shared_ptr<const ingest::config::Configuration> configuration,
               app::shop::Scenario scenario, int quiet);

    void advance(std::chrono::milliseconds by);
    // From now on nothing that is published arrives.
    void cutNetwork() { m_network.down = true; }
    [[nodiscard]] std::shared_ptr<const ingest::Snapshot> snapshot(ingest::Window window);
    [[nodiscard]] ingest::Timestamp now() const { return m_network.now; }

private:
    ingest::Engine m_engine;
    soak::Network m_network;
    app::shop::Shop m_shop;
};

} // namespace gallery

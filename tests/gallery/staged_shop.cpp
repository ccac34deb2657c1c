// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/staged_shop.h"

namespace gallery {

namespace {

using namespace std::chrono_literals;

constexpr auto kStart = ingest::Timestamp(1'763'645'400s); // Thursday, 20 November 2025, 13:30 UTC
constexpr double kEventsPerSecond = 150;
constexpr double kPace = 4; // so that a quarter of an hour holds whole journeys
constexpr auto kStep = 100ms;

app::shop::ShopOptions optionsOf(app::shop::Scenario scenario, int quiet)
{
    app::shop::ShopOptions options;
    options.plan = {scenario, kStart + std::chrono::seconds(quiet), kStart + 1h, kPace};
    options.eventsPerSecond = kEventsPerSecond;
    options.start = kStart;
    return options;
}

// A publisher that begins anew is not heard until its subscriber has connected again.
ingest::Timestamp heardFrom(ingest::Timestamp opened)
{
    return opened > kStart ? opened + 700ms : opened;
}

} // namespace

StagedShop::StagedShop(std::shared_ptr<const ingest::config::Configuration> configuration,
                       app::shop::Scenario scenario, int quiet)
    : m_engine(std::move(configuration)), m_network{m_engine, kStart},
      m_shop(optionsOf(scenario, quiet), [this](app::shop::Service) {
          return std::make_unique<soak::EngineOutlet>(m_network, heardFrom(m_network.now));
      })
{
    m_engine.advanceTo(kStart);
}

void StagedShop::advance(std::chrono::milliseconds by)
{
    for (const ingest::Timestamp end = m_network.now + by; m_network.now < end;) {
        m_network.now = std::min<ingest::Timestamp>(m_network.now + kStep, end);
        m_shop.advanceTo(m_network.now);
        m_engine.advanceTo(m_network.now);
    }
}

std::shared_ptr<const ingest::Snapshot> StagedShop::snapshot(ingest::Window window)
{
    return m_engine.snapshot(window);
}

} // namespace gallery

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/planted_shop.h"

#include "app/ctl/shop/cloud_event.h"
#include "app/ctl/shop/simulation.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/raw_event.h"

#include <algorithm>
#include <array>

namespace test {

namespace {

using namespace ingest;
using namespace std::chrono_literals;

std::shared_ptr<const config::Configuration> shopSignals(const Planting &planting)
{
    config::Configuration configuration;
    config::SignalConfiguration payment;
    payment.name = "payment_success";
    payment.kind = config::SignalKind::ratio;
    payment.good = {{"payment.approved", {}}};
    payment.bad = {{"payment.failed", {}}};
    config::SignalConfiguration checkout = payment;
    checkout.name = "checkout_success";
    checkout.good = {{"checkout.started", {}}};
    checkout.bad = {{"checkout.failed", {}}};
    configuration.signals = {payment, checkout};
    configuration.incident = planting.incident;
    configuration.limits.keptBytes = planting.keptBytes;
    return std::make_shared<const config::Configuration>(std::move(configuration));
}

app::shop::Plan planOf(const Planting &planting)
{
    const Timestamp from = at(planting.afterSeconds);
    return {planting.scenario, from, from + 1h};
}

} // namespace

struct PlantedShop::Run
{
    Run(const Planting &given, std::uint64_t seed)
        : planting(given), simulation(planOf(given), seed, given.eventsPerSecond, at(0)),
          chance(seed ^ 0x5eed), engine(shopSignals(given))
    {
        ahead = simulation.next();
    }

    // True where the event is one of the planted failures.
    bool step()
    {
        app::shop::PlannedEvent event = std::move(ahead);
        ahead = simulation.next();
        if (event.type.starts_with("page.") || event.type.starts_with("product.") ||
            event.type.starts_with("session."))
            return false; // most of the traffic, and nothing of it is asked about
        bool planted =
            event.category == app::shop::kFailingCategory || event.category == "render_crash";
        if (event.type == "payment.approved" && event.time >= at(planting.afterSeconds) &&
            bears(event) && chance.chance(planting.share)) {
            event.type = "payment.failed";
            event.data += R"(,"error":{"category":"planted","message":"no answer"})";
            planted = true;
        }
        app::shop::writeCloudEvent(event, "e", ++sequence, json);
        wire::Frame frame;
        frame.payload = json;
        frame.arrival = event.time;
        engine.ingest(frame);
        return planted;
    }

    [[nodiscard]] bool bears(const app::shop::PlannedEvent &event) const
    {
        return !planting.traits.empty() &&
               std::ranges::all_of(planting.traits, [&](const auto &trait) {
                   return event.data.find("\"" + trait.first + "\":\"" + trait.second + "\"") !=
                          std::string::npos;
               });
    }

    Planting planting;
    app::shop::Simulation simulation;
    app::shop::Random chance;
    Engine engine;
    app::shop::PlannedEvent ahead;
    std::uint64_t sequence = 0;
    std::string json;
};

PlantedShop::PlantedShop(const Planting &planting, std::uint64_t seed)
    : m_run(std::make_unique<Run>(planting, seed))
{
}

PlantedShop::~PlantedShop() = default;

void PlantedShop::runUntil(double seconds)
{
    while (m_run->ahead.time <= at(seconds))
        m_run->step();
    m_run->engine.advanceTo(at(seconds));
}

void PlantedShop::runUntilItShows()
{
    const Timestamp from = plantedAt();
    int failures = 0;
    Timestamp last = from + 10s;
    while (failures < 30 || m_run->ahead.time <= from + 10s) {
        const Timestamp time = m_run->ahead.time;
        if (m_run->step() && time >= from) {
            ++failures;
            last = std::max(last, time);
        }
    }
    m_run->engine.advanceTo(std::chrono::ceil<Seconds>(last));
}

void PlantedShop::advanceTo(double seconds)
{
    m_run->engine.advanceTo(at(seconds));
}

void PlantedShop::acknowledge(const std::string &subject, const std::string &by)
{
    m_run->engine.acknowledge(subject, by);
}

std::shared_ptr<const Snapshot> PlantedShop::snapshot()
{
    return m_run->engine.snapshot(Window::oneHour);
}

std::optional<std::uint32_t> PlantedShop::category(const std::string &name)
{
    const auto shown = snapshot();
    for (const CategorySnapshot &category : shown->metrics->categories)
        if (category.category == name)
            return category.ordinal;
    return std::nullopt;
}

Timestamp PlantedShop::plantedAt() const
{
    return at(m_run->planting.afterSeconds);
}

} // namespace test

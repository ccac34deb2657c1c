// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/ground_truth.h"

#include "app/ctl/shop/cloud_event.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace app::shop {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 7> kSteps{
    "session.started",   "product.viewed",   "cart.item_added", "checkout.started",
    "payment.submitted", "payment.approved", "order.completed"};

// The value of rank ceil(q n), 1-based; `sorted` ascending and not empty.
double nearestRank(const std::vector<double> &sorted, double q)
{
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

Json planted(const Plan &plan)
{
    Json json{{"from", rfc3339(plan.from)}, {"until", rfc3339(plan.until)}};
    switch (plan.scenario) {
    case Scenario::normal:
        return nullptr;
    case Scenario::paymentOutage:
        json["provider"] = kFailingProvider;
        json["category"] = kFailingCategory;
        break;
    case Scenario::badDeploy:
        json["platform"] = kBadPlatform;
        json["app_version"] = kBadVersion;
        break;
    case Scenario::flashSale:
        json["traffic"] = plan.traffic(plan.from);
        break;
    case Scenario::flakyPublisher:
        json["source"] = kFlakyService;
        break;
    }
    return json;
}

} // namespace

void GroundTruth::follow(const PlannedEvent &event)
{
    if (event.type == kSteps.front()) {
        m_stepsReached[event.journey] = 1;
        return;
    }
    const auto found = m_stepsReached.find(event.journey);
    if (found == m_stepsReached.end())
        return; // came before the start: no chain without its first step
    if (found->second < kSteps.size() && kSteps.at(found->second) == event.type)
        ++found->second;
}

void GroundTruth::sent(const PlannedEvent &event)
{
    if (m_sent++ == 0)
        m_first = event.time;
    m_last = event.time;
    ++m_byType[event.type];
    if (!event.category.empty())
        ++m_byCategory[event.category];
    if (event.type == kSteps.back())
        m_revenueMinor += event.amountMinor;
    if (event.type == "page.loaded")
        m_lcpMs.push_back(event.lcpMs);
    follow(event);
}

void GroundTruth::ended(Service service, Epoch epoch)
{
    m_epochs.at(static_cast<std::size_t>(service)).push_back(std::move(epoch));
}

std::string GroundTruth::toJson(const Plan &plan, std::uint64_t seed) const
{
    Json json{{"scenario", nameOf(plan.scenario)},
              {"seed", seed},
              {"sent", m_sent},
              {"unpublished", m_unpublished}};
    if (m_sent > 0) {
        json["first"] = rfc3339(m_first);
        json["last"] = rfc3339(m_last);
    }
    json["byType"] = m_byType;
    json["byCategory"] = m_byCategory;
    Json &services = json["services"] = Json::object();
    for (std::size_t i = 0; i < kServiceNames.size(); ++i) {
        Json &epochs = services[std::string(kServiceNames.at(i))] = Json::array();
        for (const Epoch &epoch : m_epochs.at(i))
            epochs.push_back({{"epoch", epoch.epoch},
                              {"handedOver", epoch.handedOver},
                              {"goodbye", epoch.goodbye}});
    }
    std::array<std::uint64_t, kSteps.size()> rows{};
    for (const auto &[journey, reached] : m_stepsReached)
        for (std::size_t k = 0; k < reached; ++k)
            ++rows.at(k);
    json["funnel"] = {{"steps", kSteps}, {"journeys", rows}};
    json["revenueMinor"] = {{"EUR", m_revenueMinor}};
    if (std::vector<double> sorted = m_lcpMs; !sorted.empty()) {
        std::ranges::sort(sorted);
        json["lcpMs"] = {{"count", sorted.size()},           {"p50", nearestRank(sorted, 0.5)},
                         {"p75", nearestRank(sorted, 0.75)}, {"p95", nearestRank(sorted, 0.95)},
                         {"p99", nearestRank(sorted, 0.99)}, {"max", sorted.back()}};
    }
    json["planted"] = planted(plan);
    return json.dump(2) + "\n";
}

} // namespace app::shop

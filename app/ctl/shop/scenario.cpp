// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/scenario.h"

#include <algorithm>
#include <cmath>

namespace app::shop {

std::optional<Scenario> scenarioNamed(std::string_view name)
{
    const auto *found = std::ranges::find(kScenarioNames, name);
    if (found == kScenarioNames.end())
        return std::nullopt;
    return static_cast<Scenario>(found - kScenarioNames.begin());
}

std::string_view nameOf(Scenario scenario)
{
    return kScenarioNames.at(static_cast<std::size_t>(scenario));
}

double Plan::traffic(ingest::Timestamp at) const
{
    return active(Scenario::flashSale, at) ? 10.0 : 1.0;
}

double Plan::paymentFailure(std::string_view provider, ingest::Timestamp at) const
{
    constexpr double kUsual = 0.045;
    return active(Scenario::paymentOutage, at) && provider == kFailingProvider ? 0.95 : kUsual;
}

double Plan::slowness(std::string_view appVersion, ingest::Timestamp at) const
{
    if (scenario == Scenario::badDeploy && appVersion == kBadVersion)
        return 2.4;
    return active(Scenario::flashSale, at) ? 1.35 : 1.0;
}

double Plan::checkoutLoss(std::string_view appVersion) const
{
    return scenario == Scenario::badDeploy && appVersion == kBadVersion ? 0.6 : 0.0;
}

double dailyRhythm(ingest::Timestamp at)
{
    const auto sinceMidnight = at - std::chrono::floor<std::chrono::days>(at);
    const double hour = std::chrono::duration<double, std::ratio<3600>>(sinceMidnight).count();
    return 1.0 - 0.45 * std::cos((hour - 4.0) / 24.0 * 6.283185307179586);
}

} // namespace app::shop

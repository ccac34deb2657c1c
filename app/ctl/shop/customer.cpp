// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/customer.h"

#include "app/ctl/shop/itinerary.h"

#include <array>

namespace app::shop {

namespace {

constexpr std::array<std::string_view, 12> kCountries{"DE", "FR", "NL", "AT", "BE", "ES",
                                                      "IT", "PL", "IE", "PT", "FI", "LU"};
constexpr std::array<double, 12> kCountryShares{38, 14, 10, 8, 7, 6, 6, 4, 3, 2, 1.5, 0.5};
constexpr std::array<std::string_view, 3> kProviders{kFailingProvider, "paynow", "cardlink"};
constexpr std::array<double, 3> kProviderShares{42, 35, 23};

std::string_view versionOf(Random &random, const Plan &plan, std::string_view platform,
                           ingest::Timestamp at)
{
    if (platform == "web")
        return "2026.11";
    const bool deployed = plan.active(Scenario::badDeploy, at) && platform == kBadPlatform;
    if (deployed && random.chance(0.7))
        return kBadVersion;
    return random.chance(0.8) ? "4.2.0" : "4.1.3";
}

} // namespace

Customer arrive(Random &random, const Plan &plan, std::uint64_t journey, ingest::Timestamp at)
{
    constexpr std::array<std::string_view, 3> kPlatforms{"ios", "android", "web"};
    Customer customer;
    customer.journey = journey;
    customer.country = kCountries.at(random.pick(kCountryShares));
    customer.platform = kPlatforms.at(random.pick({34, 33, 33}));
    customer.appVersion = versionOf(random, plan, customer.platform, at);
    customer.device = customer.platform == "web" ? (random.chance(0.8) ? "desktop" : "tablet")
                                                 : (random.chance(0.9) ? "phone" : "tablet");
    customer.provider = kProviders.at(random.pick(kProviderShares));
    customer.slowness = random.logNormal(customer.platform == "android" ? 1.25 : 1.0, 0.35);
    return customer;
}

void planJourney(Random &random, const Plan &plan, const Customer &customer, ingest::Timestamp at,
                 std::vector<PlannedEvent> &out)
{
    Itinerary itinerary(random, plan, customer, at, out);
    itinerary.startSession();
    if (!itinerary.browse() || !itinerary.fillCart() || !itinerary.checkOut())
        return;
    if (itinerary.pay())
        itinerary.completeOrder();
}

} // namespace app::shop

// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong in the simulated shop, to whom and when. Plain values.
#pragma once

#include "ingest/time.h"

#include <array>
#include <optional>
#include <string_view>

namespace app::shop {

enum class Scenario { normal, paymentOutage, badDeploy, flashSale, flakyPublisher };

inline constexpr std::array<std::string_view, 5> kScenarioNames{
    "normal", "payment-outage", "bad-deploy", "flash-sale", "flaky-publisher"};

[[nodiscard]] std::optional<Scenario> scenarioNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(Scenario scenario);

inline constexpr std::string_view kFailingProvider = "acme-pay";
inline constexpr std::string_view kFailingCategory = "3ds_timeout";
inline constexpr std::string_view kBadVersion = "4.3.0";
inline constexpr std::string_view kBadPlatform = "ios";
inline constexpr std::string_view kFlakyService = "/shop/payments";

// A scenario placed in time: quiet before `from` and from `until` on.
struct Plan
{
    Scenario scenario = Scenario::normal;
    ingest::Timestamp from{};
    ingest::Timestamp until{};
    double pace = 1; // customers take 1 / pace of the usual time from step to step

    [[nodiscard]] bool active(Scenario which, ingest::Timestamp at) const
    {
        return scenario == which && at >= from && at < until;
    }

    // Sessions that start at `at`, relative to the usual for that hour.
    [[nodiscard]] double traffic(ingest::Timestamp at) const;
    // Probability that a payment attempt with `provider` fails.
    [[nodiscard]] double paymentFailure(std::string_view provider, ingest::Timestamp at) const;
    // Factor on page load times.
    [[nodiscard]] double slowness(std::string_view appVersion, ingest::Timestamp at) const;
    // Probability that a customer about to check out is stopped by a broken page.
    [[nodiscard]] double checkoutLoss(std::string_view appVersion) const;
};

// The share of the mean traffic at that time of day (UTC): quiet at 4, busiest at 16 o'clock.
[[nodiscard]] double dailyRhythm(ingest::Timestamp at);

} // namespace app::shop

// SPDX-License-Identifier: GPL-3.0-or-later
// One event the simulated shop is going to publish, before it has a sequence.
#pragma once

#include "ingest/time.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace app::shop {

enum class Service : std::uint8_t { web, cart, checkout, payments, orders };

inline constexpr std::array<std::string_view, 5> kServiceNames{
    "/shop/web", "/shop/cart", "/shop/checkout", "/shop/payments", "/shop/orders"};

[[nodiscard]] constexpr std::string_view nameOf(Service service)
{
    return kServiceNames.at(static_cast<std::size_t>(service));
}

struct PlannedEvent
{
    ingest::Timestamp time{};
    std::uint64_t serial = 0;  // order among events of one instant
    std::uint64_t journey = 0; // 0: it is no customer's
    Service service = Service::web;
    std::string_view type;     // a literal
    std::string_view category; // a literal; empty where it is no failure
    std::int64_t amountMinor = 0;
    double lcpMs = 0;
    std::string data; // the members of `data`, without braces
};

} // namespace app::shop

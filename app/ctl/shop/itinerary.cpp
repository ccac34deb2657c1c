// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/itinerary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace app::shop {

namespace {

void member(std::string &data, std::string_view name, std::string_view text)
{
    data.append(data.empty() ? "\"" : ",\"").append(name).append("\":\"").append(text).append("\"");
}

void member(std::string &data, std::string_view name, double number, int decimals)
{
    std::array<char, 40> text{};
    const auto [end, error] =
        std::to_chars(text.begin(), text.end(), number, std::chars_format::fixed, decimals);
    data.append(data.empty() ? "\"" : ",\"").append(name).append("\":").append(text.data(), end);
}

} // namespace

Itinerary::Itinerary(Random &random, const Plan &plan, const Customer &customer,
                     ingest::Timestamp at, std::vector<PlannedEvent> &out)
    : m_random(random), m_plan(plan), m_customer(customer), m_now(at), m_out(out)
{
}

void Itinerary::wait(double medianSeconds, double sigma)
{
    const double seconds = std::min(m_random.logNormal(medianSeconds, sigma), 900.0) / m_plan.pace;
    m_now += std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6) + 1000);
}

PlannedEvent &Itinerary::add(Service service, std::string_view type)
{
    PlannedEvent &event = m_out.emplace_back();
    event.time = m_now;
    event.journey = m_customer.journey;
    event.service = service;
    event.type = type;
    member(event.data, "country", m_customer.country);
    member(event.data, "platform", m_customer.platform);
    member(event.data, "app_version", m_customer.appVersion);
    member(event.data, "device", m_customer.device);
    return event;
}

PlannedEvent &Itinerary::fail(Service service, std::string_view type, std::string_view category,
                              const std::string &message)
{
    PlannedEvent &event = add(service, type);
    event.category = category;
    event.data.append(",\"error\":{\"category\":\"").append(category);
    event.data.append("\",\"message\":\"").append(message).append("\"}");
    return event;
}

void Itinerary::loadPage(std::string_view page)
{
    const double slow = m_customer.slowness * m_plan.slowness(m_customer.appVersion, m_now);
    PlannedEvent &event = add(Service::web, "page.loaded");
    // Rounded as published, so that the ground truth holds exactly what was sent.
    event.lcpMs = std::round(m_random.logNormal(1350.0 * slow, 0.42) * 10) / 10;
    member(event.data, "page", page);
    member(event.data, "lcp_ms", event.lcpMs, 1);
    member(event.data, "ttfb_ms", m_random.logNormal(180.0 * slow, 0.5), 1);
    if (m_random.chance(0.012)) {
        wait(0.4);
        const auto line = std::to_string(100 + m_random.bits() % 900);
        fail(Service::web, "page.error", "script_error",
             "TypeError: undefined is not a function at line " + line);
    }
}

void Itinerary::startSession()
{
    add(Service::web, "session.started");
    wait(1.2, 0.4);
    loadPage("/");
}

bool Itinerary::browse()
{
    if (!m_random.chance(0.69))
        return false;
    const std::size_t products = 1 + m_random.pick({50, 30, 15, 5});
    for (std::size_t i = 0; i < products; ++i) {
        wait(7.0);
        loadPage(i % 2 == 0 ? "/product" : "/search");
        wait(1.0, 0.3);
        PlannedEvent &event = add(Service::web, "product.viewed");
        member(event.data, "category", m_random.chance(0.5) ? "home" : "fashion");
    }
    return m_random.chance(0.36);
}

bool Itinerary::fillCart()
{
    wait(9.0);
    if (m_random.chance(0.035)) {
        const auto article = std::to_string(10000 + m_random.bits() % 90000);
        if (m_random.chance(0.7))
            fail(Service::cart, "cart.add_failed", "out_of_stock",
                 "article " + article + " is out of stock");
        else
            fail(Service::cart, "cart.add_failed", "price_changed",
                 "the price of article " + article + " has changed");
        if (m_random.chance(0.5))
            return false;
        wait(6.0);
    }
    m_items = 1 + static_cast<int>(m_random.pick({60, 25, 15}));
    const double euros = std::clamp(m_random.logNormal(38.0, 0.7) * m_items, 3.0, 4000.0);
    m_amountMinor = static_cast<std::int64_t>(euros * 100.0);
    PlannedEvent &event = add(Service::cart, "cart.item_added");
    member(event.data, "items", m_items, 0);
    return m_random.chance(0.46);
}

bool Itinerary::checkOut()
{
    wait(12.0);
    if (m_random.chance(m_plan.checkoutLoss(m_customer.appVersion))) {
        fail(Service::checkout, "checkout.failed", "render_crash",
             "the checkout page of build 430 did not render");
        return false;
    }
    loadPage("/checkout");
    wait(1.0, 0.3);
    add(Service::checkout, "checkout.started");
    if (m_random.chance(0.04)) {
        wait(10.0);
        fail(Service::checkout, "checkout.failed", "address_invalid",
             "postcode " + std::to_string(10000 + m_random.bits() % 90000) + " is not known");
        if (m_random.chance(0.4))
            return false;
    }
    return m_random.chance(0.78);
}

bool Itinerary::attemptPayment()
{
    PlannedEvent &submitted = add(Service::payments, "payment.submitted");
    member(submitted.data, "provider", m_customer.provider);
    wait(1.1, 0.5);
    if (!m_random.chance(m_plan.paymentFailure(m_customer.provider, m_now))) {
        PlannedEvent &approved = add(Service::payments, "payment.approved");
        approved.amountMinor = m_amountMinor;
        member(approved.data, "provider", m_customer.provider);
        member(approved.data, "amount", static_cast<double>(m_amountMinor) / 100.0, 2);
        member(approved.data, "currency", "EUR");
        return true;
    }
    const bool outage =
        m_plan.active(Scenario::paymentOutage, m_now) && m_customer.provider == kFailingProvider;
    const auto card = std::to_string(1000 + m_random.bits() % 9000);
    PlannedEvent &failed = outage ? fail(Service::payments, "payment.failed", kFailingCategory,
                                         "no answer from 3-D Secure after 30000 ms")
                           : m_random.chance(0.65)
                               ? fail(Service::payments, "payment.failed", "declined",
                                      "card " + card + " was declined")
                               : fail(Service::payments, "payment.failed", "insufficient_funds",
                                      "card " + card + " has insufficient funds");
    member(failed.data, "provider", m_customer.provider);
    member(failed.data, "amount", static_cast<double>(m_amountMinor) / 100.0, 2);
    member(failed.data, "currency", "EUR");
    return false;
}

bool Itinerary::pay()
{
    for (int attempt = 0; attempt < 3; ++attempt) {
        wait(attempt == 0 ? 14.0 : 9.0);
        if (attemptPayment())
            return true;
        if (!m_random.chance(0.6))
            return false;
    }
    return false;
}

void Itinerary::completeOrder()
{
    if (!m_random.chance(0.996))
        return;
    wait(0.4, 0.4);
    PlannedEvent &event = add(Service::orders, "order.completed");
    event.amountMinor = m_amountMinor;
    member(event.data, "amount", static_cast<double>(m_amountMinor) / 100.0, 2);
    member(event.data, "currency", "EUR");
    member(event.data, "items", m_items, 0);
}

} // namespace app::shop

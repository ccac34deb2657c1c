// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/shop.h"

#include <array>
#include <cstdio>

namespace app::shop {

namespace {

using namespace std::chrono_literals;

constexpr auto kFlakyLife = 12s;
constexpr auto kFlakyDown = 3s;

std::size_t indexOf(Service service)
{
    return static_cast<std::size_t>(service);
}

} // namespace

Shop::Shop(const ShopOptions &options, OpenOutlet openOutlet)
    : m_options(options), m_openOutlet(std::move(openOutlet)),
      m_simulation(options.plan, options.seed, options.eventsPerSecond, options.start),
      m_epochs(options.seed ^ 0x5eed), m_services(kServiceNames.size())
{
    for (std::size_t i = 0; i < m_services.size(); ++i)
        open(static_cast<Service>(i), options.start);
    m_nextAct = options.plan.from;
    m_pending = m_simulation.next();
}

std::string Shop::newEpoch()
{
    std::array<char, 9> text{};
    std::snprintf(text.data(), text.size(), "%08x", static_cast<unsigned>(m_epochs.bits() >> 32));
    return text.data();
}

void Shop::open(Service service, ingest::Timestamp now)
{
    auto &slot = m_services[indexOf(service)];
    slot = std::make_unique<PublishingService>(service, newEpoch(), now, m_openOutlet(service));
    slot->tick(now);
}

void Shop::end(Service service, bool goodbye)
{
    auto &slot = m_services[indexOf(service)];
    if (!slot)
        return;
    if (goodbye)
        slot->goodbye();
    else
        slot->kill();
    m_truth.ended(service, {slot->epoch(), slot->handedOver(), goodbye});
    slot.reset();
}

void Shop::playFlaky(ingest::Timestamp now)
{
    if (m_options.plan.scenario != Scenario::flakyPublisher || now < m_nextAct)
        return;
    const bool up = m_services[indexOf(Service::payments)] != nullptr;
    if (up && m_nextAct < m_options.plan.until) {
        end(Service::payments, false);
        m_nextAct += kFlakyDown;
    } else if (!up) {
        open(Service::payments, m_nextAct);
        m_nextAct += kFlakyLife;
    }
}

void Shop::advanceTo(ingest::Timestamp now)
{
    while (m_pending.time <= now) {
        playFlaky(m_pending.time);
        for (const auto &service : m_services)
            if (service)
                service->tick(m_pending.time);
        if (const auto &service = m_services[indexOf(m_pending.service)]) {
            service->publish(m_pending);
            ++m_published;
            if (m_options.keepGroundTruth)
                m_truth.sent(m_pending);
        } else {
            m_truth.unpublished();
        }
        m_pending = m_simulation.next();
    }
    playFlaky(now);
    for (const auto &service : m_services)
        if (service)
            service->tick(now);
}

void Shop::close()
{
    for (std::size_t i = 0; i < m_services.size(); ++i)
        end(static_cast<Service>(i), true);
}

} // namespace app::shop

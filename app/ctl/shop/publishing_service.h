// SPDX-License-Identifier: GPL-3.0-or-later
// One running process of one service of the simulated shop, as subscribers see it: an outlet, an
// epoch, a sequence, a heartbeat a second. Time is an argument. One thread.
#pragma once

#include "app/ctl/shop/outlet.h"
#include "app/ctl/shop/planned_event.h"

#include <memory>
#include <string>

namespace app::shop {

class PublishingService
{
public:
    PublishingService(Service service, std::string epoch, ingest::Timestamp started,
                      std::unique_ptr<Outlet> outlet);

    void publish(const PlannedEvent &event);
    // Sends a heartbeat where the last one is a second or more ago.
    void tick(ingest::Timestamp now);
    void goodbye();
    void kill();

    [[nodiscard]] Service service() const { return m_service; }
    [[nodiscard]] const std::string &epoch() const { return m_epoch; }
    // Events numbered and handed over in this epoch.
    [[nodiscard]] std::uint64_t handedOver() const { return m_sequence; }

private:
    void announce(std::string_view type);

    Service m_service;
    std::string m_epoch;
    ingest::Timestamp m_started;
    ingest::Timestamp m_lastBeat{};
    std::unique_ptr<Outlet> m_outlet;
    std::uint64_t m_sequence = 0;
    std::string m_payload;
};

} // namespace app::shop

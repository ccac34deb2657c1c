// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/publishing_service.h"

#include "app/ctl/shop/cloud_event.h"

namespace app::shop {

PublishingService::PublishingService(Service service, std::string epoch, ingest::Timestamp started,
                                     std::unique_ptr<Outlet> outlet)
    : m_service(service), m_epoch(std::move(epoch)), m_started(started), m_outlet(std::move(outlet))
{
}

void PublishingService::publish(const PlannedEvent &event)
{
    writeCloudEvent(event, m_epoch, ++m_sequence, m_payload);
    m_outlet->send(event.type, m_payload);
}

void PublishingService::tick(ingest::Timestamp now)
{
    if (now - m_lastBeat < std::chrono::seconds(1))
        return;
    m_lastBeat = now;
    announce("bellwether.heartbeat");
}

void PublishingService::goodbye()
{
    announce("bellwether.goodbye");
    m_outlet->close();
}

void PublishingService::kill()
{
    m_outlet->kill();
}

void PublishingService::announce(std::string_view type)
{
    m_payload.assign("{\"type\":\"").append(type);
    m_payload.append("\",\"source\":\"").append(nameOf(m_service));
    m_payload.append("\",\"epoch\":\"").append(m_epoch);
    m_payload.append("\",\"started\":\"").append(rfc3339(m_started));
    m_payload.append("\",\"sequence\":").append(std::to_string(m_sequence)).append("}");
    m_outlet->send(type, m_payload);
}

} // namespace app::shop

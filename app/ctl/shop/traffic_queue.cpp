// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/traffic_queue.h"

namespace app::shop {

void IntoTraffic::send(std::string_view topic, std::string_view payload)
{
    m_traffic.bytes.append(topic).append(payload);
    m_traffic.sizes.emplace_back(static_cast<std::uint32_t>(topic.size()),
                                 static_cast<std::uint32_t>(payload.size()));
}

bool TrafficQueue::put(Traffic traffic)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopped || m_seconds.size() < kMost; });
    if (m_stopped)
        return false;
    m_seconds.push_back(std::move(traffic));
    if (m_seconds.size() == 1)
        m_changed.notify_one();
    return true;
}

void TrafficQueue::end()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_one();
}

std::optional<Traffic> TrafficQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ended || !m_seconds.empty(); });
    if (m_seconds.empty())
        return std::nullopt;
    std::optional<Traffic> traffic = std::move(m_seconds.front());
    m_seconds.pop_front();
    if (m_seconds.size() + 1 == kMost)
        m_changed.notify_one();
    return traffic;
}

void TrafficQueue::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_changed.notify_one();
}

} // namespace app::shop

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/receiver.h"

#include <algorithm>
#include <thread>

namespace ingest::transport {

Receiver::Receiver(const std::vector<config::SourceConfiguration> &sources)
{
    configure(sources);
}

void Receiver::configure(const std::vector<config::SourceConfiguration> &sources)
{
    std::vector<std::unique_ptr<ListeningSocket>> before;
    before.swap(m_sockets);
    const auto keep = [&](const config::SourceConfiguration &source, const std::string &endpoint,
                          bool bound) {
        const auto same = std::ranges::find_if(before, [&](const auto &socket) {
            return socket && socket->isFor(source, endpoint, bound);
        });
        if (same != before.end())
            m_sockets.push_back(std::move(*same));
        return same != before.end();
    };
    struct Wanted
    {
        const config::SourceConfiguration &source;
        const std::string &endpoint;
        bool bound;
    };
    std::vector<Wanted> fresh;
    for (const auto &source : sources) {
        for (const std::string &endpoint : source.bind)
            if (!keep(source, endpoint, true))
                fresh.push_back({source, endpoint, true});
        for (const std::string &endpoint : source.connect)
            if (!keep(source, endpoint, false))
                fresh.push_back({source, endpoint, false});
    }
    before.clear(); // closes what is gone, so that a port may be taken over
    for (const Wanted &wanted : fresh)
        m_sockets.push_back(
            std::make_unique<ListeningSocket>(wanted.source, wanted.endpoint, wanted.bound));
}

std::size_t Receiver::drain(std::optional<Timestamp> arrival,
                            const std::function<void(std::span<const wire::Frame>)> &take)
{
    std::size_t count = 0;
    for (const auto &socket : m_sockets)
        count += socket->drain(arrival, kBurst, take);
    return count;
}

void Receiver::wait(std::chrono::milliseconds time)
{
    m_open.clear();
    for (const auto &socket : m_sockets)
        if (Socket *open = socket->socket())
            m_open.push_back(open);
    if (m_open.empty())
        std::this_thread::sleep_for(time);
    else
        Socket::wait(m_open, time);
}

void Receiver::maintain(std::chrono::steady_clock::time_point now)
{
    for (const auto &socket : m_sockets)
        socket->maintain(now);
}

std::vector<SocketSnapshot> Receiver::snapshots() const
{
    std::vector<SocketSnapshot> states;
    for (const auto &socket : m_sockets)
        states.push_back(socket->snapshot());
    return states;
}

} // namespace ingest::transport

// SPDX-License-Identifier: GPL-3.0-or-later
// Hands what a simulated service publishes straight to an engine, unless the network between them
// is down, or the subscriber has not connected yet. One thread.
#pragma once

#include "app/ctl/shop/outlet.h"
#include "ingest/engine.h"
#include "ingest/wire/frame.h"

#include <string_view>

namespace soak {

struct Network
{
    ingest::Engine &engine;
    ingest::Timestamp now{};
    bool down = false;
    std::uint64_t sent = 0;
};

class EngineOutlet final : public app::shop::Outlet
{
public:
    // Nothing is heard of it before `connected`.
    explicit EngineOutlet(Network &network, ingest::Timestamp connected = {})
        : m_network(network), m_connected(connected)
    {
    }

    void send(std::string_view topic, std::string_view payload) override
    {
        ++m_network.sent;
        if (m_network.down || m_network.now < m_connected)
            return;
        ingest::wire::Frame frame;
        frame.topic = topic;
        frame.payload = payload;
        frame.parts = 2;
        frame.arrival = m_network.now;
        m_network.engine.ingest(frame);
    }

private:
    Network &m_network;
    ingest::Timestamp m_connected;
};

} // namespace soak

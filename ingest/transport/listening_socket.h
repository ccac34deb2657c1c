// SPDX-License-Identifier: GPL-3.0-or-later
// One configured endpoint: its socket, its peers, its troubles in words. Owned by the Receiver.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/snapshot_sources.h"
#include "ingest/time.h"
#include "ingest/transport/socket.h"

#include <chrono>
#include <functional>
#include <optional>
#include <span>

namespace ingest::wire {
struct Frame;
}

namespace ingest::transport {

class ListeningSocket
{
public:
    using Clock = std::chrono::steady_clock;

    ListeningSocket(const config::SourceConfiguration &source, std::string endpoint, bool bound);

    [[nodiscard]] bool isFor(const config::SourceConfiguration &source, std::string_view endpoint,
                             bool bound) const;

    std::size_t drain(std::optional<Timestamp> arrival, std::size_t most,
                      const std::function<void(std::span<const wire::Frame>)> &take);

    // Opens what is not open yet, follows the monitor, reconnects what libzmq abandoned.
    void maintain(Clock::time_point now);

    [[nodiscard]] SocketSnapshot snapshot() const;
    // Null while it cannot be opened.
    [[nodiscard]] Socket *socket() { return m_socket ? &*m_socket : nullptr; }

private:
    void open();
    void follow(Clock::time_point now);
    [[nodiscard]] std::optional<SocketError> openSocket();
    void subscribe(Socket &socket) const;
    [[nodiscard]] bool filtered() const;

    config::SourceConfiguration m_source;
    std::string m_endpoint;
    bool m_bound;
    std::optional<Socket> m_unopened; // kept from try to try: closing one takes libzmq a while
    std::optional<Socket> m_socket;
    std::optional<Clock::time_point> m_lastTry;
    std::optional<Clock::time_point> m_downSince; // connection lost, libzmq not retrying yet
    SocketSnapshot m_state;
};

} // namespace ingest::transport

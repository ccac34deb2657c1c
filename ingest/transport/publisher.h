// SPDX-License-Identifier: GPL-3.0-or-later
// The sending side, for the simulated shop and for publishing files: a PUB or PUSH socket that
// connects or binds. Owned by one thread.
#pragma once

#include "ingest/transport/socket.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ingest::transport {

class Publisher
{
public:
    struct Options
    {
        bool push = false;     // else PUB
        bool bind = false;     // else connect
        bool lossless = false; // PUB: wait for a slow subscriber instead of dropping
        std::chrono::milliseconds linger{5'000}; // close() waits at most so long for the flush
    };

    Publisher(std::string endpoint, Options options);

    // Why the endpoint cannot be used; empty when it can.
    [[nodiscard]] std::optional<std::string> open();
    [[nodiscard]] std::string endpoint() const { return m_socket.lastEndpoint(); }

    // PUB: until somebody has subscribed; PUSH: until somebody is connected. False after `limit`.
    [[nodiscard]] bool waitForPeer(std::chrono::milliseconds limit);

    // False where it could not be handed over within `limit`; a PUB that may drop never waits.
    bool send(std::string_view topic, std::string_view payload,
              std::chrono::milliseconds limit = std::chrono::milliseconds(10'000));

    // Flushes within the linger time, then closes. A publisher that goes without it has a moment to
    // flush.
    void close();

    // What is not sent is lost, as if the process had been killed.
    void kill();

private:
    std::string m_endpoint;
    Options m_options;
    Socket m_socket;
};

} // namespace ingest::transport

// SPDX-License-Identifier: GPL-3.0-or-later
// All sockets that events come from: connects and binds as configured, hands out frames in bursts,
// and brings back what libzmq gives up. Owned by the ingest thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/snapshot_sources.h"
#include "ingest/time.h"
#include "ingest/transport/listening_socket.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace ingest::wire {
struct Frame;
}

namespace ingest::transport {

class Receiver
{
public:
    static constexpr std::size_t kBurst = 512;

    // Endpoints that cannot be used are said in snapshots() and retried, they do not fail.
    explicit Receiver(const std::vector<config::SourceConfiguration> &sources);

    // Sockets whose configuration did not change stay open.
    void configure(const std::vector<config::SourceConfiguration> &sources);

    // Hands out what waits, some frames at once, at most kBurst a socket, without blocking; gives
    // how many. Frames carry `arrival`; their bytes live for the one call.
    std::size_t drain(std::optional<Timestamp> arrival,
                      const std::function<void(std::span<const wire::Frame>)> &take);

    // Until something waits, at most so long.
    void wait(std::chrono::milliseconds time);

    // Looks after connections; call it several times a second.
    void maintain(std::chrono::steady_clock::time_point now);

    [[nodiscard]] std::vector<SocketSnapshot> snapshots() const;

private:
    std::vector<std::unique_ptr<ListeningSocket>> m_sockets;
    std::vector<Socket *> m_open; // for wait()
};

} // namespace ingest::transport

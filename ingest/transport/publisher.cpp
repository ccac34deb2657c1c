// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/publisher.h"

#include "ingest/transport/endpoint.h"

#include <array>

namespace ingest::transport {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

// Not zero: where the peer hangs up in the instant in which a socket with half a message on its way
// is closed without any, libzmq ends the process (zeromq/libzmq#3442). Closing returns at once, and
// what has a peer no more is dropped at once; only the end of the process waits, this long at most.
constexpr auto kShortLinger = 200ms;

} // namespace

Publisher::Publisher(std::string endpoint, Options options)
    : m_endpoint(std::move(endpoint)), m_options(options),
      m_socket(options.push ? SocketKind::push : SocketKind::pub)
{
    if (options.lossless && !options.push)
        m_socket.makeLossless();
    m_socket.lingerFor(kShortLinger);
}

std::optional<std::string> Publisher::open()
{
    if (const std::string problem = endpointProblem(m_endpoint); !problem.empty())
        return "'" + m_endpoint + "' is no endpoint: " + problem;
    const auto error = m_options.bind ? m_socket.bind(m_endpoint) : m_socket.connect(m_endpoint);
    if (!error)
        return std::nullopt;
    return m_endpoint + ": " + error->text;
}

bool Publisher::waitForPeer(std::chrono::milliseconds limit)
{
    if (m_options.push)
        return m_socket.waitWritable(limit);
    const auto end = Clock::now() + limit;
    const std::array<Socket *, 1> self{&m_socket};
    while (!m_socket.takeSubscription()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left <= 0ms)
            return false;
        Socket::wait(self, std::min(left, 100ms));
    }
    // A subscriber's further prefixes follow its first at once.
    while (Socket::wait(self, 20ms))
        m_socket.takeSubscription();
    return true;
}

bool Publisher::send(std::string_view topic, std::string_view payload,
                     std::chrono::milliseconds limit)
{
    if (m_socket.send(topic, payload))
        return true;
    const auto end = Clock::now() + limit;
    while (Clock::now() < end) {
        m_socket.waitWritable(10ms);
        if (m_socket.send(topic, payload))
            return true;
    }
    return false;
}

void Publisher::close()
{
    m_socket.lingerFor(m_options.linger);
    m_socket.close();
}

void Publisher::kill()
{
    m_socket.lingerFor(0ms);
    m_socket.close();
}

} // namespace ingest::transport

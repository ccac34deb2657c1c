// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/listening_socket.h"

#include "ingest/transport/endpoint.h"
#include "ingest/wire/frame.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace ingest::transport {

namespace {

using namespace std::chrono_literals;

constexpr auto kBindRetry = 2s;
// libzmq announces its own reconnect at once; without a word for so long it has given up.
constexpr auto kAbandonedAfter = 3s;

std::string wordsFor(const SocketError &error, const std::string &endpoint)
{
    switch (error.code) {
    case EADDRINUSE:
        return "port in use: another program listens on " + endpoint +
               "; stop it or choose another port (trying again every 2 s)";
    case EADDRNOTAVAIL:
    case ENODEV:
        return "this machine has no address " + endpoint +
               "; bind tcp://127.0.0.1:PORT or an address of this machine";
    case EMFILE:
        return endpoint +
               " cannot be opened: this process has used up its sockets or file handles; "
               "close other sources or raise the limit (trying again every 2 s)";
    case EACCES:
        return "not allowed to listen on " + endpoint + "; choose a port above 1023";
    default:
        return endpoint + ": " + error.text + "; expected tcp://HOST:PORT";
    }
}

} // namespace

ListeningSocket::ListeningSocket(const config::SourceConfiguration &source, std::string endpoint,
                                 bool bound)
    : m_source(source), m_endpoint(std::move(endpoint)), m_bound(bound)
{
    m_state.endpoint = m_endpoint;
    m_state.bound = bound;
    m_state.sub = source.pattern == config::Pattern::sub;
    maintain(Clock::now());
}

bool ListeningSocket::isFor(const config::SourceConfiguration &source, std::string_view endpoint,
                            bool bound) const
{
    return m_endpoint == endpoint && m_bound == bound && m_source.pattern == source.pattern &&
           m_source.topics == source.topics &&
           m_source.allowUnauthenticated == source.allowUnauthenticated &&
           m_source.sequenceScope == source.sequenceScope;
}

bool ListeningSocket::filtered() const
{
    return m_state.sub && std::ranges::find(m_source.topics, "") == m_source.topics.end();
}

void ListeningSocket::open()
{
    m_state.error = endpointProblem(m_endpoint);
    if (!m_state.error.empty()) {
        m_state.error = "'" + m_endpoint + "' is no endpoint: " + m_state.error;
        return;
    }
    if (m_bound && !staysOnThisMachine(m_endpoint)) {
        if (!m_source.allowUnauthenticated) {
            m_state.error = m_endpoint +
                            " is refused: it would take events from anyone on the network; "
                            "set allow_unauthenticated = true in its [[source]] to do so";
            return;
        }
        m_state.warning = m_endpoint + " takes events from anyone on the network, without keys";
    }
    if (const auto error = openSocket()) {
        m_state.error = wordsFor(*error, m_endpoint);
        return;
    }
    m_socket = std::exchange(m_unopened, std::nullopt);
    if (m_bound)
        m_state.endpoint = m_socket->lastEndpoint();
    m_state.up = m_bound;
}

std::optional<SocketError> ListeningSocket::openSocket()
{
    if (!m_unopened) {
        SocketError error;
        m_unopened = Socket::create(m_state.sub ? SocketKind::sub : SocketKind::pull, error);
        if (!m_unopened)
            return error;
        if (m_state.sub)
            subscribe(*m_unopened);
    }
    return m_bound ? m_unopened->bind(m_endpoint) : m_unopened->connect(m_endpoint);
}

void ListeningSocket::subscribe(Socket &socket) const
{
    for (const std::string &topic : m_source.topics)
        socket.subscribe(topic);
    if (filtered())
        socket.subscribe("bellwether.");
}

void ListeningSocket::maintain(Clock::time_point now)
{
    if (!m_socket && (!m_lastTry || now - *m_lastTry >= kBindRetry)) {
        m_lastTry = now;
        open();
    }
    if (!m_socket)
        return;
    follow(now);
    const bool unreached = !m_bound && m_state.peers == 0;
    m_state.up = !unreached;
    m_state.error = unreached && now - *m_lastTry > 1s
                        ? "no answer from " + m_endpoint +
                              " yet: is the service running, and is the address right? Trying again"
                        : "";
}

void ListeningSocket::follow(Clock::time_point now)
{
    while (const auto connection = m_socket->nextConnection()) {
        if (*connection == Connection::up) {
            ++m_state.peers;
            m_downSince.reset();
        } else if (*connection == Connection::down) {
            m_state.peers = std::max(0, m_state.peers - 1);
            m_downSince = now;
        } else {
            m_downSince.reset();
        }
    }
    if (m_bound || !m_downSince || now - *m_downSince < kAbandonedAfter)
        return;
    m_downSince = now;
    ++m_state.reconnects;
    m_socket->disconnect(m_endpoint);
    if (const auto error = m_socket->connect(m_endpoint))
        m_state.error = wordsFor(*error, m_endpoint);
}

std::size_t ListeningSocket::drain(std::optional<Timestamp> arrival, std::size_t most,
                                   const std::function<void(std::span<const wire::Frame>)> &take)
{
    if (!m_socket)
        return 0;
    wire::Frame frame;
    frame.arrival = arrival;
    frame.endpoint = m_state.endpoint;
    frame.filtered = filtered();
    frame.sequencePerType = m_source.sequenceScope == config::SequenceScope::type;
    std::array<Received, Socket::kTogether> received;
    std::array<wire::Frame, Socket::kTogether> frames;
    frames.fill(frame);
    std::size_t count = 0;
    std::size_t largest = 0;
    for (std::size_t got = received.size(); got == received.size() && count < most; count += got) {
        got = m_socket->receive(std::span(received).first(std::min(received.size(), most - count)));
        for (std::size_t i = 0; i < got; ++i) {
            frames.at(i).topic = received.at(i).topic;
            frames.at(i).payload = received.at(i).payload;
            frames.at(i).parts = received.at(i).parts;
            ++m_state.frames;
            const std::size_t bytes = received.at(i).topic.size() + received.at(i).payload.size();
            m_state.bytes += bytes;
            largest = std::max(largest, bytes);
        }
        if (got > 0)
            take(std::span(frames).first(got));
    }
    m_socket->boundQueue(largest);
    return count;
}

SocketSnapshot ListeningSocket::snapshot() const
{
    return m_state;
}

} // namespace ingest::transport

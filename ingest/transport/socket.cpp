// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/socket.h"

#include <zmq.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <vector>

namespace ingest::transport {

namespace {

// One context per process, as libzmq wants it; it outlives every socket.
std::shared_ptr<zmq::context_t> sharedContext()
{
    static const std::shared_ptr<zmq::context_t> context = std::make_shared<zmq::context_t>(1);
    return context;
}

zmq::socket_type typeOf(SocketKind kind)
{
    switch (kind) {
    case SocketKind::sub:
        return zmq::socket_type::sub;
    case SocketKind::pull:
        return zmq::socket_type::pull;
    case SocketKind::pub:
        return zmq::socket_type::xpub; // PUB that tells of subscriptions
    case SocketKind::push:
        break;
    }
    return zmq::socket_type::push;
}

SocketError errorOf(const zmq::error_t &error)
{
    return {error.num(), error.what()};
}

std::string newMonitorEndpoint()
{
    static std::atomic<unsigned> count{0};
    return "inproc://monitor-" + std::to_string(++count);
}

// A signal of the operating system ends the wait early, it is no error.
bool pollOnce(std::span<zmq::pollitem_t> items, std::chrono::milliseconds time)
try {
    return zmq::poll(items.data(), items.size(), time) > 0;
} catch (const zmq::error_t &error) {
    if (error.num() == EINTR)
        return false;
    throw;
}

constexpr int kWatched = ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED |
                         ZMQ_EVENT_CONNECT_DELAYED | ZMQ_EVENT_CONNECT_RETRIED;

} // namespace

struct Socket::Handle
{
    explicit Handle(SocketKind kind)
        : context(sharedContext()), socket(*context, typeOf(kind)),
          monitor(*context, zmq::socket_type::pair)
    {
        const std::string endpoint = newMonitorEndpoint();
        if (zmq_socket_monitor(socket.handle(), endpoint.c_str(), kWatched) == 0)
            monitor.connect(endpoint);
        socket.set(zmq::sockopt::linger, 0);
        monitor.set(zmq::sockopt::linger, 0);
        // ZMQ_HEARTBEAT_IVL stays 0: with it a stalled SUB aborts the process.
        socket.set(zmq::sockopt::reconnect_ivl, 200);
        socket.set(zmq::sockopt::reconnect_ivl_max, 10'000);
        socket.set(zmq::sockopt::connect_timeout, 3'000);
        socket.set(zmq::sockopt::tcp_keepalive, 1);
        socket.set(zmq::sockopt::rcvhwm, kMostWaiting);
        socket.set(zmq::sockopt::sndhwm, kMostWaiting);
        socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(kMostBytes));
    }

    ~Handle() { zmq_socket_monitor(socket.handle(), nullptr, 0); }

    // Only for literal IPv6 addresses: with it a bound IPv4 address reads [::ffff:127.0.0.1].
    void speakIpv6Where(const std::string &endpoint)
    {
        socket.set(zmq::sockopt::ipv6, endpoint.find('[') != std::string::npos);
    }

    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    std::shared_ptr<zmq::context_t> context;
    zmq::socket_t socket;
    zmq::socket_t monitor;
    // The parts of a message that are kept.
    struct Parts
    {
        zmq::message_t first;
        zmq::message_t second;
    };
    // Written in place: what is written in parts and copied as a whole waits for the memory.
    bool receive(Parts &parts, Received &message);
    void receiveRest(Parts &parts, Received &message);

    std::array<Parts, kTogether> received;
    std::size_t largestBytes = kMostWaitingBytes / kMostWaiting; // what the bound is for
};

Socket::Socket(SocketKind kind) : m_handle(std::make_unique<Handle>(kind)) {}

std::optional<Socket> Socket::create(SocketKind kind, SocketError &error)
try {
    return Socket(kind);
} catch (const zmq::error_t &refused) {
    error = errorOf(refused);
    return std::nullopt;
}

Socket::~Socket() = default;
Socket::Socket(Socket &&) noexcept = default;
Socket &Socket::operator=(Socket &&) noexcept = default;

void Socket::subscribe(std::string_view prefix)
{
    m_handle->socket.set(zmq::sockopt::subscribe, prefix);
}

std::optional<SocketError> Socket::bind(const std::string &endpoint)
try {
    m_handle->speakIpv6Where(endpoint);
    m_handle->socket.bind(endpoint);
    return std::nullopt;
} catch (const zmq::error_t &error) {
    return errorOf(error);
}

std::optional<SocketError> Socket::connect(const std::string &endpoint)
try {
    m_handle->speakIpv6Where(endpoint);
    m_handle->socket.connect(endpoint);
    return std::nullopt;
} catch (const zmq::error_t &error) {
    return errorOf(error);
}

void Socket::disconnect(const std::string &endpoint)
{
    // An endpoint libzmq has given up already is not an error.
    zmq_disconnect(m_handle->socket.handle(), endpoint.c_str());
}

std::string Socket::lastEndpoint() const
{
    return m_handle->socket.get(zmq::sockopt::last_endpoint);
}

bool Socket::Handle::receive(Parts &parts, Received &message)
{
    if (!socket.recv(parts.first, zmq::recv_flags::dontwait))
        return false;
    message.topic = {};
    message.payload = parts.first.to_string_view();
    message.parts = 1;
    if (parts.first.more())
        receiveRest(parts, message);
    return true;
}

// The parts of a message arrive together: there is no waiting here.
void Socket::Handle::receiveRest(Parts &parts, Received &message)
{
    zmq::message_t unused;
    for (bool more = true; more;) {
        zmq::message_t &part = message.parts == 1 ? parts.second : unused;
        if (!socket.recv(part, zmq::recv_flags::none))
            return;
        more = part.more();
        if (++message.parts == 2) {
            message.topic = message.payload;
            message.payload = part.to_string_view();
        }
    }
}

std::optional<Received> Socket::receive()
{
    Received message;
    if (!m_handle->receive(m_handle->received.front(), message))
        return std::nullopt;
    return message;
}

std::size_t Socket::receive(std::span<Received> into)
{
    const std::size_t most = std::min(into.size(), kTogether);
    for (std::size_t count = 0; count < most; ++count)
        if (!m_handle->receive(m_handle->received.at(count), into[count]))
            return count;
    return most;
}

void Socket::boundQueue(std::size_t largestBytes)
{
    if (largestBytes <= m_handle->largestBytes)
        return;
    m_handle->largestBytes = largestBytes;
    const std::size_t most = kMostWaitingBytes / std::min(largestBytes, kMostBytes);
    m_handle->socket.set(zmq::sockopt::rcvhwm, static_cast<int>(most));
}

int Socket::mostWaiting() const
{
    return m_handle->socket.get(zmq::sockopt::rcvhwm);
}

bool Socket::send(std::string_view topic, std::string_view payload)
{
    // After the first part the second always fits: a message goes as a whole or not at all.
    const auto flags = zmq::send_flags::dontwait;
    if (!topic.empty() &&
        !m_handle->socket.send(zmq::buffer(topic), flags | zmq::send_flags::sndmore))
        return false;
    return m_handle->socket.send(zmq::buffer(payload), flags).has_value();
}

bool Socket::takeSubscription()
{
    bool subscribed = false;
    zmq::message_t notice;
    while (m_handle->socket.recv(notice, zmq::recv_flags::dontwait))
        subscribed = subscribed || (!notice.empty() && *notice.data<char>() == 1);
    return subscribed;
}

void Socket::makeLossless()
{
    m_handle->socket.set(zmq::sockopt::xpub_nodrop, true);
}

void Socket::lingerFor(std::chrono::milliseconds time)
{
    m_handle->socket.set(zmq::sockopt::linger, static_cast<int>(time.count()));
}

void Socket::close()
{
    zmq_socket_monitor(m_handle->socket.handle(), nullptr, 0);
    m_handle->socket.close();
}

std::optional<Connection> Socket::nextConnection()
{
    zmq::message_t event;
    if (!m_handle->monitor.recv(event, zmq::recv_flags::dontwait))
        return std::nullopt;
    zmq::message_t address;
    if (event.more() && !m_handle->monitor.recv(address, zmq::recv_flags::none))
        return std::nullopt;
    std::uint16_t what = 0;
    if (event.size() >= sizeof what)
        std::memcpy(&what, event.data(), sizeof what);
    if (what == ZMQ_EVENT_HANDSHAKE_SUCCEEDED)
        return Connection::up;
    return what == ZMQ_EVENT_DISCONNECTED ? Connection::down : Connection::retrying;
}

int Socket::heartbeatInterval() const
{
    return m_handle->socket.get(zmq::sockopt::heartbeat_ivl);
}

bool Socket::waitWritable(std::chrono::milliseconds time)
{
    zmq::pollitem_t item{m_handle->socket.handle(), 0, ZMQ_POLLOUT, 0};
    return pollOnce({&item, 1}, time);
}

bool Socket::wait(std::span<Socket *const> sockets, std::chrono::milliseconds time)
{
    std::vector<zmq::pollitem_t> items;
    items.reserve(sockets.size());
    for (const Socket *socket : sockets)
        items.push_back({socket->m_handle->socket.handle(), 0, ZMQ_POLLIN, 0});
    return pollOnce(items, time);
}

} // namespace ingest::transport

// SPDX-License-Identifier: GPL-3.0-or-later
// One ZeroMQ socket with the options every socket here must have, and its monitor. The only place
// that knows libzmq. Each socket belongs to one thread at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ingest::transport {

enum class SocketKind : std::uint8_t { sub, pull, pub, push };

// Why a call on a socket failed: errno's number and libzmq's words.
struct SocketError
{
    int code = 0;
    std::string text;
};

// What became of a connection, as the monitor tells.
enum class Connection : std::uint8_t { up, down, retrying };

// Views into the socket, valid until its next receive.
struct Received
{
    std::string_view topic; // empty for a message of one part
    std::string_view payload;
    std::size_t parts = 0; // all parts are taken off the socket, the first two are kept
};

class Socket
{
public:
    // Throws where the process has no more sockets or file handles to give; create() says so
    // instead.
    explicit Socket(SocketKind kind);
    [[nodiscard]] static std::optional<Socket> create(SocketKind kind, SocketError &error);
    ~Socket();
    Socket(Socket &&) noexcept;
    Socket &operator=(Socket &&) noexcept;

    void subscribe(std::string_view prefix);
    [[nodiscard]] std::optional<SocketError> bind(const std::string &endpoint);
    [[nodiscard]] std::optional<SocketError> connect(const std::string &endpoint);
    void disconnect(const std::string &endpoint);
    // As bound, with the port that was chosen for "*".
    [[nodiscard]] std::string lastEndpoint() const;

    // Never blocks; empty where nothing waits.
    std::optional<Received> receive();
    // The same, as many as wait and fit in, at most kTogether; gives how many. All are valid until
    // the next receive.
    static constexpr std::size_t kTogether = 32;
    std::size_t receive(std::span<Received> into);

    // libzmq bounds what waits of a peer by number alone. Bounds it by kMostWaitingBytes, given the
    // largest message that came; a bound once lowered stays, since libzmq may leave a peer that
    // waits for room waiting where it is raised.
    void boundQueue(std::size_t largestBytes);
    static constexpr int kMostWaiting = 10'000; // messages of a peer
    static constexpr std::size_t kMostWaitingBytes = std::size_t{128} << 20;
    static constexpr std::size_t kMostBytes = std::size_t{8} << 20; // of a message
    [[nodiscard]] int mostWaiting() const;

    // False where it cannot be sent now (a full or unconnected PUSH, a full lossless PUB). A plain
    // PUB takes everything and drops what a subscriber cannot take.
    bool send(std::string_view topic, std::string_view payload);
    // PUB: true once somebody has subscribed; takes the notices off the socket.
    bool takeSubscription();
    // PUB: wait for slow subscribers instead of dropping.
    void makeLossless();
    // What happens on closing to messages not yet sent: waits so long. 0 drops them.
    void lingerFor(std::chrono::milliseconds time);
    void close();

    // The next change of a connection; never blocks.
    std::optional<Connection> nextConnection();

    [[nodiscard]] int heartbeatInterval() const; // must stay 0, see docs/protocol.md
    bool waitWritable(std::chrono::milliseconds time);

    // Until one of them has something to receive; true then.
    static bool wait(std::span<Socket *const> sockets, std::chrono::milliseconds time);

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
};

} // namespace ingest::transport

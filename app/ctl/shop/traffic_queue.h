// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated shop sends, handed from the thread that makes it to the one that counts it, a
// second at a time. One thread on each side; bounded: who is ahead waits.
#pragma once

#include "app/ctl/shop/outlet.h"

#include "ingest/time.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app::shop {

// Everything sent by `until` since the second before.
struct Traffic
{
    ingest::Timestamp until{};
    std::string bytes; // topic, payload, topic, payload ...
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sizes; // of topic and payload, in order
};

// Adds to the traffic of the second that is being made.
class IntoTraffic final : public Outlet
{
public:
    explicit IntoTraffic(Traffic &traffic) : m_traffic(traffic) {}
    void send(std::string_view topic, std::string_view payload) override;

private:
    Traffic &m_traffic;
};

class TrafficQueue
{
public:
    // False where nobody takes any more: then nothing need be made.
    [[nodiscard]] bool put(Traffic traffic);
    // No more will come.
    void end();

    // Empty at the end.
    [[nodiscard]] std::optional<Traffic> take();
    // Nothing more will be taken.
    void stop();

private:
    static constexpr std::size_t kMost = 256; // seconds

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Traffic> m_seconds;
    bool m_ended = false;
    bool m_stopped = false;
};

} // namespace app::shop

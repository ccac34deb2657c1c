// SPDX-License-Identifier: GPL-3.0-or-later
// Frames that arrived within one second, with bytes of their own or such as stay: an engine takes
// several at once for less than one by one, and comes to the same. Owned by one thread.
#pragma once

#include "ingest/wire/frame.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace ingest::record {

class FrameBurst
{
public:
    static constexpr std::size_t kMostFrames = 512;                   // as a burst of the sockets
    static constexpr std::size_t kMostBytes = std::size_t{128} << 10; // near the processor

    // False where it cannot be one of them: it came in another second, or they are enough. Into an
    // empty burst any frame goes.
    [[nodiscard]] bool add(const wire::Frame &frame)
    {
        const std::size_t bytes = frame.topic.size() + frame.payload.size() + frame.endpoint.size();
        if (empty())
            m_bytes.reserve(std::max(bytes, kMostBytes));
        else if (full() || m_bytes.size() + bytes > m_bytes.capacity())
            return false;
        wire::Frame &own = room();
        own = frame;
        own.readableBehind = 0;
        if (!takeRoom())
            return false;
        for (std::string_view *part : {&own.topic, &own.payload, &own.endpoint})
            *part = kept(*part);
        return true;
    }

    // The same without a copy, of a frame whose bytes stay until the burst is emptied: it is put
    // into the room, where the burst is not full, and then taken.
    [[nodiscard]] wire::Frame &room() { return m_frames[m_size]; }
    [[nodiscard]] bool takeRoom()
    {
        const std::optional<Timestamp> arrival = m_frames[m_size].arrival;
        if (empty())
            m_second =
                arrival ? std::optional(std::chrono::floor<Seconds>(*arrival)) : std::nullopt;
        else if (!isOfTheirSecond(arrival))
            return false;
        ++m_size;
        return true;
    }
    [[nodiscard]] bool full() const { return m_size == kMostFrames; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

    // The same, but those before go into the engine first where it cannot be one of them.
    template <class Engine>
    void addOrGive(const wire::Frame &frame, Engine &engine)
    {
        if (add(frame))
            return;
        giveTo(engine);
        std::ignore = add(frame);
    }

    // Empties it into an engine, which is told the time of the first before. (That of each further
    // one closes no second, and changes nothing before its frame does.)
    template <class Engine>
    void giveTo(Engine &engine)
    {
        if (empty())
            return;
        if (m_frames.front().arrival)
            engine.advanceTo(*m_frames.front().arrival);
        engine.ingest(std::span<const wire::Frame>(m_frames).first(m_size));
        clear();
    }
    void clear()
    {
        m_size = 0;
        m_bytes.clear();
    }

private:
    [[nodiscard]] bool isOfTheirSecond(std::optional<Timestamp> arrival) const
    {
        if (!m_second || !arrival)
            return !m_second && !arrival;
        return *arrival >= *m_second && *arrival < *m_second + Seconds{1};
    }

    // There is room: the views stay.
    std::string_view kept(std::string_view part)
    {
        const std::size_t at = m_bytes.size();
        m_bytes.append(part);
        return std::string_view(m_bytes).substr(at);
    }

    std::vector<wire::Frame> m_frames{kMostFrames};
    std::size_t m_size = 0;         // of them: in the burst
    std::optional<Second> m_second; // that they came in
    std::string m_bytes;            // of those that were copied
};

} // namespace ingest::record

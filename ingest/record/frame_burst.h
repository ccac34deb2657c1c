// SPDX-License-Identifier: GPL-3.0-or-later
// Frames that arrived within one second, with bytes of their own: an engine takes several at once
// for less than one by one, and comes to the same. Owned by one thread.
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
        if (m_frames.empty())
            m_bytes.reserve(std::max(bytes, kMostBytes));
        else if (!isOfTheirSecond(frame) || m_frames.size() == kMostFrames ||
                 m_bytes.size() + bytes > m_bytes.capacity())
            return false;
        wire::Frame &own = m_frames.emplace_back(frame);
        own.readableBehind = 0;
        for (std::string_view *part : {&own.topic, &own.payload, &own.endpoint})
            *part = kept(*part);
        return true;
    }

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
        if (m_frames.empty())
            return;
        if (m_frames.front().arrival)
            engine.advanceTo(*m_frames.front().arrival);
        engine.ingest(std::span<const wire::Frame>(m_frames));
        clear();
    }
    void clear()
    {
        m_frames.clear();
        m_bytes.clear();
    }

private:
    [[nodiscard]] bool isOfTheirSecond(const wire::Frame &frame) const
    {
        const std::optional<Timestamp> first = m_frames.front().arrival;
        if (!first || !frame.arrival)
            return first == frame.arrival;
        return std::chrono::floor<Seconds>(*first) == std::chrono::floor<Seconds>(*frame.arrival);
    }

    // There is room: the views stay.
    std::string_view kept(std::string_view part)
    {
        const std::size_t at = m_bytes.size();
        m_bytes.append(part);
        return std::string_view(m_bytes).substr(at);
    }

    std::vector<wire::Frame> m_frames;
    std::string m_bytes;
};

} // namespace ingest::record

// SPDX-License-Identifier: GPL-3.0-or-later
// Frames with bytes of their own, packed one behind the other: what the ingest thread hands to the
// thread that writes a recording. A value; filled by one, then read by the other.
#pragma once

#include "ingest/wire/frame.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace ingest::record {

class FrameChunk
{
public:
    // A frame without arrival is packed as of 1970.
    void add(const wire::Frame &frame);
    void clear(); // keeps the memory

    [[nodiscard]] std::uint64_t frames() const { return m_frames; }
    [[nodiscard]] std::size_t bytes() const { return m_bytes.size(); }

    // In the order they were added; views into the chunk.
    void each(const std::function<void(const wire::Frame &)> &take) const;

private:
    std::string m_bytes;
    std::uint64_t m_frames = 0;
};

} // namespace ingest::record

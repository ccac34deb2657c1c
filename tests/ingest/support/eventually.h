// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for what another thread or process brings about: looks again and again, bounded in time.
#pragma once

#include <poll.h>

#include <chrono>
#include <functional>

namespace support {

// False where the condition did not come true within the limit.
inline bool eventually(const std::function<bool()> &condition,
                       std::chrono::seconds limit = std::chrono::seconds(20))
{
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        ::poll(nullptr, 0, 2);
    }
    return true;
}

} // namespace support

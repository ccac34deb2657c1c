// SPDX-License-Identifier: GPL-3.0-or-later
// Where one service of the simulated shop hands its messages over: a socket or a file.
#pragma once

#include <string_view>

namespace app::shop {

class Outlet
{
public:
    virtual ~Outlet() = default;
    Outlet() = default;
    Outlet(const Outlet &) = delete;
    Outlet &operator=(const Outlet &) = delete;

    virtual void send(std::string_view topic, std::string_view payload) = 0;
    // Ends as a killed process does: what was not flushed is gone.
    virtual void kill() {}
    // Ends as a well-behaved process does: waits, bounded, until everything is flushed.
    virtual void close() {}
};

} // namespace app::shop

// SPDX-License-Identifier: GPL-3.0-or-later
// Publishes a service's messages on a PUB socket of its own.
#pragma once

#include "app/ctl/shop/outlet.h"
#include "app/ctl/shop/planned_event.h"

#include <memory>
#include <string>

namespace app::shop {

// Connects to `connect`; where `bind` is not empty, binds there instead: service n at its port + n.
[[nodiscard]] std::unique_ptr<Outlet> openSocket(const std::string &connect,
                                                 const std::string &bind, Service service);

} // namespace app::shop

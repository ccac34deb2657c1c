// SPDX-License-Identifier: GPL-3.0-or-later
// `bellwetherctl shop`: the simulated shop, live on sockets or written to a file.
#pragma once

namespace CLI {
class App;
}

namespace app {

// Adds the subcommand. When it is chosen, running it leaves the exit status in `status`.
void addShopCommand(CLI::App &ctl, int &status);

} // namespace app

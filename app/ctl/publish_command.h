// SPDX-License-Identifier: GPL-3.0-or-later
// `bellwetherctl publish`: sends the events of a file over ZeroMQ, as recorded or faster.
#pragma once

namespace CLI {
class App;
}

namespace app {

// Adds the subcommand. When it is chosen, running it leaves the exit status in `status`.
void addPublishCommand(CLI::App &ctl, int &status);

} // namespace app

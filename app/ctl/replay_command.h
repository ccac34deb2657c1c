// SPDX-License-Identifier: GPL-3.0-or-later
// `bellwetherctl replay`: sends a recording's messages again, in step with their arrivals or
// faster.
#pragma once

namespace CLI {
class App;
}

namespace app {

// Adds the subcommand. When it is chosen, running it leaves the exit status in `status`.
void addReplayCommand(CLI::App &ctl, int &status);

} // namespace app

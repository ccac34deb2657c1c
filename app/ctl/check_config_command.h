// SPDX-License-Identifier: GPL-3.0-or-later
// `bellwetherctl check-config`: says what is wrong with a configuration, by line.
#pragma once

namespace CLI {
class App;
}

namespace app {

// Adds the subcommand. When it is chosen, running it leaves the exit status in `status`.
void addCheckConfigCommand(CLI::App &ctl, int &status);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// `bellwetherctl report`: runs the engine over events and prints the snapshot as JSON.
#pragma once

namespace CLI {
class App;
}

namespace app {

// Adds the subcommand. When it is chosen, running it leaves the exit status in `status`.
void addReportCommand(CLI::App &ctl, int &status);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// bellwetherctl capsule: cuts a span out of a recording, as one file to be sent on.
#pragma once

namespace CLI {
class App;
}

namespace app {

// Adds the subcommand. When it is chosen, running it leaves the exit status in `status`.
void addCapsuleCommand(CLI::App &ctl, int &status);

} // namespace app

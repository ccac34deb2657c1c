// SPDX-License-Identifier: GPL-3.0-or-later
// The past may wait for the present. Called by the thread that it concerns.
#pragma once

namespace ingest::replay {

// Lets every other thread of the process go first where processors are scarce.
void lowerPriority();

} // namespace ingest::replay

// SPDX-License-Identifier: GPL-3.0-or-later
// The word in the top bar's corner: live, paused, waiting, stale or stalled, and the time that goes
// with it. GUI thread.
#pragma once

#include "models/status.h"

#include <QString>

namespace models {
class SnapshotFeed;
}

namespace app {

struct WindowState
{
    models::Status status = models::Status::unknown;
    QString word;
    QString clock;
};

[[nodiscard]] WindowState stateOf(const models::SnapshotFeed &feed);

} // namespace app

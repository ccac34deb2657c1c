// SPDX-License-Identifier: GPL-3.0-or-later
// The word in the top bar's corner: live, paused, waiting, stale or stalled, and the time that goes
// with it; and the window's title. GUI thread.
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

// The window's title; `recordedTo` is empty where nothing is recorded.
[[nodiscard]] QString titleOf(const QString &recordedTo);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The word in the top bar's corner: live, paused, waiting, stale, stalled or replayed, and the time
// that goes with it; and the window's title. GUI thread.
#pragma once

#include "models/status.h"

#include <QString>

#include <optional>

namespace models {
class SnapshotFeed;
}

namespace app {

struct WindowState
{
    models::Status status = models::Status::unknown;
    QString word;
    QString clock;
    std::optional<bool> plays; // of a replay
    bool paused = false;       // live, but the views stand still
};

// How a replay goes; the instant is the snapshot's.
struct ReplayPace
{
    bool plays = false;
    double speed = 1;
    std::optional<double> liveRate; // events a second that come meanwhile, where any can
};

// `replay`: empty while live.
[[nodiscard]] WindowState stateOf(const models::SnapshotFeed &feed,
                                  const std::optional<ReplayPace> &replay);

// The window's title; `recordedTo` is empty where nothing is recorded.
[[nodiscard]] QString titleOf(const QString &recordedTo);
// While a recording is open instead of anything live.
[[nodiscard]] QString titleOfRecording(const QString &name);

} // namespace app

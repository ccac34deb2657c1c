// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that replays: works out the state at the instant asked for, plays on from there, and
// publishes snapshots as the ingest loop does, compared with earlier days where there is a history.
// It listens to nothing and writes nothing. Created
// and controlled by one thread (the GUI's); every call returns at once.
#pragma once

#include "ingest/replay/beginnings.h"
#include "ingest/replay/replay_state.h"
#include "ingest/window.h"

#include <memory>

namespace ingest {
class SnapshotSlot;
}

namespace ingest::replay {

class ReplayLoop
{
public:
    static constexpr double kSlowest = 0.25;
    static constexpr double kFastest = 60;

    // Starts the thread on its way to `at`; kEnd: the end. What is wrong with the recording is
    // said by Snapshot::warnings.
    ReplayLoop(Original original, SnapshotSlot &slot, Second at, Window window);
    // Stops the thread; returns within a second.
    ~ReplayLoop();
    ReplayLoop(const ReplayLoop &) = delete;
    ReplayLoop &operator=(const ReplayLoop &) = delete;

    // The window of the following snapshots.
    void show(Window window);
    // The latest request counts; one that is under way is given up.
    void seek(Second to);
    // On from where it is; at the end it stops by itself.
    void play(bool on);
    void setSpeed(double speed); // between kSlowest and kFastest

    [[nodiscard]] ReplayState state() const;

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace ingest::replay

// SPDX-License-Identifier: GPL-3.0-or-later
// The ingest thread: drains the sockets in bursts, feeds the engine, ticks it with the wall clock
// and publishes a snapshot at most ten times a second. The only place below the application that
// reads clocks. Created and controlled by one thread (the GUI's); every call returns at once.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/config/history_configuration.h"
#include "ingest/config/record_configuration.h"
#include "ingest/window.h"

#include <memory>
#include <string>

namespace ingest {

class SnapshotSlot;

class IngestLoop
{
public:
    // Starts the thread. Addresses that cannot be bound or reached do not fail: they are said in
    // Snapshot::sockets and retried for ever.
    // `history`: the file that keeps what was counted; empty: none. What is wrong with it is said
    // by Snapshot::warnings. So is what is wrong with the recording, of every frame from the first.
    IngestLoop(config::Configuration configuration, SnapshotSlot &slot,
               const std::string &history = {}, config::RecordConfiguration record = {},
               const config::HistoryConfiguration &keep = {});
    // Stops the thread; returns within a second, or once what waits is written.
    ~IngestLoop();
    IngestLoop(const IngestLoop &) = delete;
    IngestLoop &operator=(const IngestLoop &) = delete;

    // The window of the following snapshots.
    void show(Window window);

    // Taken up before the next burst. Sockets that did not change stay open. Where signals changed,
    // the engine starts anew with them; totals and windows begin again, and a warning says so.
    void apply(config::Configuration configuration);

    // Records from now on, elsewhere than before, or (without a folder) no longer. The recording
    // begins in the state of then, unless something is to be redacted or signals are being learnt:
    // then totals that began before are not in it.
    void record(config::RecordConfiguration record);

    // As Engine's.
    void acknowledge(std::string subject, std::string by);

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace ingest

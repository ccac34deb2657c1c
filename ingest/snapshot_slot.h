// SPDX-License-Identifier: GPL-3.0-or-later
// The one hand-over between the ingest thread and the GUI: the latest snapshot wins, a slow reader
// skips, the writer never waits for a reader. Any number of threads.
#pragma once

#include <atomic>
#include <memory>

namespace ingest {

struct Snapshot;

class SnapshotSlot
{
public:
    void publish(std::shared_ptr<const Snapshot> snapshot)
    {
        m_latest.store(std::move(snapshot), std::memory_order_release);
    }

    // Null before the first snapshot.
    [[nodiscard]] std::shared_ptr<const Snapshot> latest() const
    {
        return m_latest.load(std::memory_order_acquire);
    }

private:
    std::atomic<std::shared_ptr<const Snapshot>> m_latest;
};

} // namespace ingest

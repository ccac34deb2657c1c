// SPDX-License-Identifier: GPL-3.0-or-later
// The one hand-over between the ingest thread and the GUI: the latest snapshot wins, a slow reader
// skips, the writer waits for nobody's work. Any number of threads.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace ingest {

struct Snapshot;

// Either side holds the lock for the exchange of one pointer. libstdc++ 12's atomic shared_ptr does
// the same with a spin lock, but its load() releases without ordering, which is a race.
class SnapshotSlot
{
public:
    void publish(std::shared_ptr<const Snapshot> snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_latest.swap(snapshot); // the one before is freed by the caller, after the lock
        m_taken = false;
    }

    // Null before the first snapshot.
    [[nodiscard]] std::shared_ptr<const Snapshot> latest() const
    {
        const std::lock_guard lock(m_mutex);
        m_taken = true;
        return m_latest;
    }

    // Somebody has looked since the last snapshot came.
    [[nodiscard]] bool taken() const
    {
        const std::lock_guard lock(m_mutex);
        return m_taken;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Snapshot> m_latest;
    mutable bool m_taken = true;
};

} // namespace ingest

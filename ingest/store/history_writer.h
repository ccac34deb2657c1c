// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that writes history, one transaction a batch. Whoever offers batches never waits for
// it: where the disk does not follow, batches are shed and counted.
#pragma once

#include "ingest/config/history_configuration.h"
#include "ingest/rollup.h"
#include "ingest/state/frozen_state.h"
#include "ingest/store/kept_state.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ingest::store {

class HistoryWriter
{
public:
    static constexpr std::size_t kMostWaiting = 16; // batches

    // Starts the thread, which opens the file. What fails is said by warnings() and tried again
    // every second.
    HistoryWriter(std::string path, config::HistoryConfiguration keep);
    // Writes what waits, if it can be written, and stops.
    ~HistoryWriter();
    HistoryWriter(const HistoryWriter &) = delete;
    HistoryWriter &operator=(const HistoryWriter &) = delete;

    // Returns at once. Where too many wait already, the oldest is shed.
    void offer(RollupBatch batch);

    // As offer(), into the file beside it, in place of the one before. Of several that wait, the
    // last; of a file another Bellwether writes to, none.
    void keep(std::string part, state::FrozenState state);

    // Everything offered is in the file. Any thread.
    [[nodiscard]] bool settled() const;
    // How many batches were not written in time, and are lost. Any thread.
    [[nodiscard]] std::uint64_t shed() const;
    // Another Bellwether writes to the file: this one may read it. Any thread.
    [[nodiscard]] bool readOnly() const;

    // What is wrong now, for people: empty while all is well. Any thread.
    [[nodiscard]] std::vector<std::string> warnings() const;

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace ingest::store

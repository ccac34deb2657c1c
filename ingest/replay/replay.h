// SPDX-License-Identifier: GPL-3.0-or-later
// The engine over a recording, stopped at any whole second of it: the snapshot is the one that was
// live then. Never reads a clock. Owned by one thread.
#pragma once

#include "ingest/record/frame_burst.h"
#include "ingest/replay/beginnings.h"
#include "ingest/replay/replay_state.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ingest {
struct Snapshot;
}

namespace ingest::replay {

class Replay
{
public:
    explicit Replay(std::unique_ptr<Beginnings> beginnings);

    // Works towards `to` for `most` entries; false: there is more to do. On it goes from where it
    // is, back by beginning anew. What lies beyond the end stops there.
    bool workTowards(Second to, std::size_t most);

    // A state holds no events. Reads up to `most` entries from before the one it began with, so
    // that the lists of events have them; false: there is more to read, and they are not in a
    // snapshot yet.
    bool readEarlier(std::size_t most);
    [[nodiscard]] bool hasAllEvents() const { return !m_run || !m_run->before; }

    // The instant it has got to, in whole seconds: there, once workTowards() was true.
    [[nodiscard]] Second reached() const;
    // Nothing follows what was used, so far.
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    [[nodiscard]] std::uint64_t entries() const { return m_entries; } // since the beginning

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot(Window window);
    // What it is of; only once workTowards() was true.
    [[nodiscard]] const SelfConfiguringEngine &engine() const { return m_run->engine; }
    [[nodiscard]] std::vector<std::string> problems() const;

private:
    void beginBefore(Second to);
    void take(const DueEntry &entry);
    bool stopAt(Second to);
    bool workOn(Second to, std::size_t most);
    std::size_t takeReady(Second to, std::size_t most);
    void takeBurst() { m_burst.giveTo(m_run->engine); }
    [[nodiscard]] bool goesBackTo(Second to) const;

    std::unique_ptr<Beginnings> m_beginnings;
    std::optional<Beginning> m_run;    // empty before the first
    record::FrameBurst m_burst;        // due, and not yet given to the engine
    std::optional<DueEntry> m_pending; // read, and not due yet
    Second m_towards{};                // the last one asked for
    std::optional<Second> m_stopped;   // the engine has been advanced to there
    std::uint64_t m_entries = 0;
    bool m_atEnd = false;
    bool m_laterPart = false; // what comes first is not the recording's beginning
};

} // namespace ingest::replay

// SPDX-License-Identifier: GPL-3.0-or-later
// What a replay is fed from: the entries of a recording, or the lines of a file of events, each
// with the instant it is due. Owned by one thread.
#pragma once

#include "ingest/record/entry.h"
#include "ingest/record/frame_burst.h"
#include "ingest/time.h"

#include <optional>
#include <string>
#include <vector>

namespace ingest::replay {

// A frame of a file of events has no arrival: its events arrive at their own times.
struct DueEntry
{
    record::Entry entry;
    // A head: from then on everything is recorded. Empty: nobody can tell, it comes with the one
    // before.
    std::optional<Timestamp> at;
};

class EntrySource
{
public:
    virtual ~EntrySource() = default;
    EntrySource() = default;
    EntrySource(const EntrySource &) = delete;
    EntrySource &operator=(const EntrySource &) = delete;

    // Empty at the end, or where what is being written ends so far: then it may be asked again.
    // Valid until the next call.
    virtual std::optional<DueEntry> next() = 0;

    // The frames that come next, in order and one right after the other, as far as they are ready,
    // due by `until`, and `burst` takes them: their bytes stay until the next call of this or of
    // next(). Up to `most`; returns how many. None: next() tells what comes.
    virtual std::size_t next(record::FrameBurst & /*burst*/, Timestamp /*until*/,
                             std::size_t /*most*/)
    {
        return 0;
    }

    // False: an entry may be due before one that was read earlier.
    [[nodiscard]] virtual bool isInOrder() const { return true; }

    // What is missing or wrong so far, in words, one a line; empty where all is well.
    [[nodiscard]] virtual std::vector<std::string> problems() const = 0;
};

// The instant of an entry of a recording.
[[nodiscard]] std::optional<Timestamp> dueAt(const record::Entry &entry);

} // namespace ingest::replay

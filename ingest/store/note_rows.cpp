// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/note_rows.h"

#include "ingest/store/statement.h"

#include <sqlite3.h>

namespace ingest::store {

namespace {

constexpr const char *kPut = R"(
INSERT INTO note(kind, name, number, part, rev, since, until, n, text)
VALUES(?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0), ?8, ?9)
ON CONFLICT DO UPDATE SET rev = excluded.rev, since = excluded.since, until = excluded.until,
  n = excluded.n, text = excluded.text
WHERE excluded.rev > note.rev
)";
constexpr const char *kForget = "DELETE FROM note WHERE rev < ?1";
// Of a rule that matches what customers do, there are as many as customers.
constexpr const char *kTooManyMarkers = R"(
DELETE FROM note WHERE kind GLOB 'marker.*' AND since <
  (SELECT since FROM note WHERE kind GLOB 'marker.*' ORDER BY since DESC LIMIT 1 OFFSET ?1)
)";
constexpr const char *kRead = "SELECT kind, name, number, part, rev, since, until, n, text "
                              "FROM note ORDER BY kind, name, number, part";

std::int64_t secondsOf(Second at)
{
    return at.time_since_epoch().count();
}

Second secondOf(std::int64_t seconds)
{
    return Second{Seconds{seconds}};
}

} // namespace

const char *const kNoteSchema = R"(
CREATE TABLE IF NOT EXISTS note(
  kind TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, part TEXT NOT NULL,
  rev INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER, n INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(kind, name, number, part)) WITHOUT ROWID;
)";

bool putNotes(sqlite3 *connection, const RollupBatch &batch)
{
    Statement put(connection, kPut);
    for (const Note &note : batch.notes) {
        put.bind(1, note.kind);
        put.bind(2, note.name);
        put.bind(3, static_cast<std::int64_t>(note.number));
        put.bind(4, batch.part);
        put.bind(5, batch.revision);
        put.bind(6, secondsOf(note.since));
        put.bind(7, note.until ? secondsOf(*note.until) : 0);
        put.bind(8, static_cast<std::int64_t>(note.n));
        put.bind(9, note.text);
        if (put.step() != SQLITE_DONE)
            return false;
        put.reset();
    }
    return true;
}

bool forgetNotes(sqlite3 *connection, Second before)
{
    Statement forget(connection, kForget);
    forget.bind(1, secondsOf(before));
    if (forget.step() != SQLITE_DONE)
        return false;
    Statement markers(connection, kTooManyMarkers);
    markers.bind(1, kMostMarkersKept - 1);
    return markers.step() == SQLITE_DONE;
}

std::optional<std::vector<KeptNote>> readNotes(sqlite3 *connection)
{
    std::vector<KeptNote> notes;
    Statement read(connection, kRead);
    int found = read.step();
    for (; found == SQLITE_ROW; found = read.step()) {
        KeptNote &kept = notes.emplace_back();
        kept.note.kind = read.text(0);
        kept.note.name = read.text(1);
        kept.note.number = static_cast<std::uint64_t>(read.integer(2));
        kept.part = read.text(3);
        kept.asOf = secondOf(read.integer(4));
        kept.note.since = secondOf(read.integer(5));
        if (!read.isNull(6))
            kept.note.until = secondOf(read.integer(6));
        kept.note.n = static_cast<std::uint64_t>(read.integer(7));
        kept.note.text = read.text(8);
    }
    if (found != SQLITE_DONE)
        return std::nullopt;
    return notes;
}

} // namespace ingest::store

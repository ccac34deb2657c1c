// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_store.h"

#include "ingest/store/note_rows.h"
#include "ingest/store/retention.h"
#include "ingest/store/rollup_codec.h"
#include "ingest/store/statement.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace ingest::store {

namespace {

namespace fs = std::filesystem;

constexpr int kPatienceMs = 2'000;

// `kept` knows how many bytes the rows of each resolution take, so that nobody has to count them.
constexpr const char *kSchema = R"(
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS rollup(
  signal TEXT NOT NULL, slot TEXT NOT NULL, res_s INTEGER NOT NULL, t0 INTEGER NOT NULL,
  attrs TEXT NOT NULL DEFAULT '', part TEXT NOT NULL, rev INTEGER NOT NULL,
  n INTEGER NOT NULL, bad INTEGER NOT NULL, sum_minor INTEGER NOT NULL,
  histogram BLOB, uniques BLOB,
  PRIMARY KEY(signal, slot, res_s, t0, attrs, part)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS rollup_age ON rollup(res_s, t0);
CREATE INDEX IF NOT EXISTS rollup_by_value_age ON rollup(res_s, t0) WHERE attrs <> '';
CREATE TABLE IF NOT EXISTS kept(res_s INTEGER PRIMARY KEY, bytes INTEGER NOT NULL);
INSERT INTO kept SELECT res_s,
  sum(80 + length(signal) + length(slot) + length(attrs) + length(part)
      + ifnull(length(histogram), 0) + ifnull(length(uniques), 0))
  FROM rollup WHERE NOT EXISTS(SELECT 1 FROM kept) GROUP BY res_s;
INSERT OR IGNORE INTO kept VALUES(1, 0), (10, 0), (60, 0), (3600, 0);
CREATE TRIGGER IF NOT EXISTS rollup_added AFTER INSERT ON rollup BEGIN
  UPDATE kept SET bytes = bytes + 80 + length(new.signal) + length(new.slot) + length(new.attrs)
    + length(new.part) + ifnull(length(new.histogram), 0) + ifnull(length(new.uniques), 0)
    WHERE res_s = new.res_s;
END;
CREATE TRIGGER IF NOT EXISTS rollup_changed AFTER UPDATE ON rollup BEGIN
  UPDATE kept SET bytes = bytes
    + ifnull(length(new.histogram), 0) + ifnull(length(new.uniques), 0)
    - ifnull(length(old.histogram), 0) - ifnull(length(old.uniques), 0)
    WHERE res_s = new.res_s;
END;
CREATE TRIGGER IF NOT EXISTS rollup_gone AFTER DELETE ON rollup BEGIN
  UPDATE kept SET bytes = bytes - 80 - length(old.signal) - length(old.slot) - length(old.attrs)
    - length(old.part) - ifnull(length(old.histogram), 0) - ifnull(length(old.uniques), 0)
    WHERE res_s = old.res_s;
END;
PRAGMA user_version = 2;
)";

// Version 1 had rows of ten seconds where there are seconds now; minutes tell the same.
constexpr const char *kFromVersion1 = "DELETE FROM rollup WHERE res_s = 10";

constexpr const char *kUpsert = R"(
INSERT INTO rollup(signal, slot, res_s, t0, part, rev, n, bad, sum_minor, histogram, attrs, uniques)
VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT DO UPDATE SET rev = excluded.rev, n = excluded.n, bad = excluded.bad,
  sum_minor = excluded.sum_minor, histogram = excluded.histogram, uniques = excluded.uniques
WHERE excluded.rev > rollup.rev
)";

constexpr const char *kReplaced =
    "DELETE FROM rollup WHERE res_s = ?1 AND t0 = ?2 AND part = ?3 AND rev < ?4";

std::string lockOf(const std::string &path)
{
    return path + ".lock";
}

bool isDamage(int result)
{
    return result == SQLITE_CORRUPT || result == SQLITE_NOTADB;
}

} // namespace

struct HistoryStore::Connection
{
    Connection() = default;
    ~Connection()
    {
        sqlite3_close_v2(sqlite);
        if (lock >= 0)
            ::close(lock);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // Empty where it could be opened and is whole.
    StoreProblem openFile(const std::string &path);
    bool run(const char *sql) { return sqlite3_exec(sqlite, sql, nullptr, nullptr, nullptr) == 0; }

    sqlite3 *sqlite = nullptr;
    int lock = -1; // held until the end of this process, however it comes
};

StoreProblem HistoryStore::Connection::openFile(const std::string &path)
{
    sqlite3_close_v2(std::exchange(sqlite, nullptr));
    int result =
        sqlite3_open_v2(path.c_str(), &sqlite, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    std::int64_t version = 0;
    // A reader that opens the new file at the same moment holds it for an instant.
    sqlite3_busy_timeout(sqlite, kPatienceMs);
    if (result == SQLITE_OK) {
        Statement check(sqlite, "PRAGMA quick_check(1)");
        result = check.step();
        if (result == SQLITE_ROW && check.text(0) != "ok")
            result = SQLITE_CORRUPT;
    }
    if (result == SQLITE_ROW) {
        Statement asked(sqlite, "PRAGMA user_version");
        result = asked.step();
        version = result == SQLITE_ROW ? asked.integer(0) : 0;
    }
    if (version > kVersion)
        return {"History is not kept: " + path + " is of a newer Bellwether (version " +
                std::to_string(version) + "). Start that one, or name another file with --store"};
    if (result == SQLITE_ROW)
        result = sqlite3_exec(sqlite, kNoteSchema, nullptr, nullptr, nullptr);
    if (result == SQLITE_OK)
        result = sqlite3_exec(sqlite, kSchema, nullptr, nullptr, nullptr);
    if (result == SQLITE_OK && version == 1)
        result = sqlite3_exec(sqlite, kFromVersion1, nullptr, nullptr, nullptr);
    if (result == SQLITE_OK)
        return {};
    return {"History is not kept: " + path + ": " + sqlite3_errmsg(sqlite) +
                ". Make room or allow writing there, or name another file with --store",
            isDamage(result)};
}

HistoryStore::HistoryStore(std::unique_ptr<Connection> connection, std::string path)
    : m_connection(std::move(connection)), m_path(std::move(path))
{
}

HistoryStore::~HistoryStore() = default;

std::variant<std::unique_ptr<HistoryStore>, StoreProblem>
HistoryStore::open(const std::string &path, Timestamp now)
{
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    auto connection = std::make_unique<Connection>();
    connection->lock = ::open(lockOf(path).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (connection->lock < 0)
        return StoreProblem{"History is not kept: cannot write beside " + path +
                            ". Allow writing there, or name another file with --store"};
    if (::flock(connection->lock, LOCK_EX | LOCK_NB) != 0)
        return StoreProblem{"History is only read by this window: another Bellwether writes to " +
                                path + ". Name another file with --store, or use --no-store",
                            false, true};
    std::string notice;
    StoreProblem problem = connection->openFile(path);
    if (problem.damaged) {
        sqlite3_close_v2(std::exchange(connection->sqlite, nullptr));
        const std::string aside =
            path + ".damaged-" + std::to_string(now.time_since_epoch() / Seconds{1});
        for (const char *suffix : {"", "-wal", "-shm"})
            fs::rename(path + suffix, aside + suffix, error);
        problem = connection->openFile(path);
        notice = "The history was damaged and begins anew; the damaged file is kept as " + aside;
    }
    if (!problem.text.empty())
        return problem;
    std::unique_ptr<HistoryStore> store(new HistoryStore(std::move(connection), path));
    store->m_notice = std::move(notice);
    return store;
}

bool HistoryStore::isTaken(const std::string &path)
{
    const int lock = ::open(lockOf(path).c_str(), O_RDWR | O_CLOEXEC);
    if (lock < 0)
        return false;
    const bool taken = ::flock(lock, LOCK_SH | LOCK_NB) != 0;
    ::close(lock);
    return taken;
}

std::string HistoryStore::problem(const char *doing) const
{
    return std::string("History cannot be ") + doing + ": " + m_path + ": " +
           sqlite3_errmsg(m_connection->sqlite) +
           ". Live figures go on; make room or mend it, and keeping resumes by itself";
}

std::string HistoryStore::write(const RollupBatch &batch)
{
    return write({&batch, 1});
}

std::string HistoryStore::write(std::span<const RollupBatch> batches)
{
    if (!m_connection->run("BEGIN IMMEDIATE"))
        return problem("written");
    if (std::ranges::all_of(batches, [this](const RollupBatch &batch) { return upsert(batch); }) &&
        m_connection->run("COMMIT"))
        return {};
    std::string text = problem("written");
    m_connection->run("ROLLBACK");
    return text;
}

bool HistoryStore::upsert(const RollupBatch &batch)
{
    Statement upsert(m_connection->sqlite, kUpsert);
    for (const Rollup &rollup : batch.rollups) {
        const std::string histogram = encodeHistogram(rollup.histogram);
        const std::string uniques = encodeUniques(rollup.uniques);
        upsert.bind(1, rollup.signal);
        upsert.bind(2, rollup.slot);
        upsert.bind(3, rollup.resolution.count());
        upsert.bind(4, rollup.from.time_since_epoch().count());
        upsert.bind(5, batch.part);
        upsert.bind(6, batch.revision);
        upsert.bind(7, static_cast<std::int64_t>(rollup.n));
        upsert.bind(8, static_cast<std::int64_t>(rollup.bad));
        upsert.bind(9, rollup.sumMinor);
        upsert.bindBlob(10, histogram);
        upsert.bind(11, rollup.attrs);
        upsert.bindBlob(12, uniques);
        if (upsert.step() != SQLITE_DONE)
            return false;
        upsert.reset();
    }
    Statement replaced(m_connection->sqlite, kReplaced);
    for (const auto &[from, resolution] : batch.whole) {
        replaced.bind(1, resolution.count());
        replaced.bind(2, from.time_since_epoch().count());
        replaced.bind(3, batch.part);
        replaced.bind(4, batch.revision);
        if (replaced.step() != SQLITE_DONE)
            return false;
        replaced.reset();
    }
    return putNotes(m_connection->sqlite, batch);
}

std::string HistoryStore::prune(const config::HistoryConfiguration &keep, Timestamp now)
{
    const Second second = std::chrono::floor<Seconds>(now);
    bool well = true;
    for (const auto &[resolution, kept] :
         {std::pair(kSecondLong, &keep.seconds), std::pair(kTenSeconds, &keep.seconds),
          std::pair(kMinuteLong, &keep.minutes), std::pair(kHourLong, &keep.hours)})
        well = well && forget(m_connection->sqlite, resolution, *kept, second);
    well = well && forgetNotes(m_connection->sqlite, second - keep.hours.whole);
    return well && m_connection->run("PRAGMA incremental_vacuum(256)") ? std::string()
                                                                       : problem("pruned");
}

} // namespace ingest::store

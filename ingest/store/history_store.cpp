// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_store.h"

#include "ingest/store/statement.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

namespace ingest::store {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kRowsPerPrune = 2000;

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
PRAGMA user_version = 1;
)";

constexpr const char *kUpsert = R"(
INSERT INTO rollup(signal, slot, res_s, t0, part, rev, n, bad, sum_minor, histogram)
VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT DO UPDATE SET rev = excluded.rev, n = excluded.n, bad = excluded.bad,
  sum_minor = excluded.sum_minor, histogram = excluded.histogram
WHERE excluded.rev > rollup.rev
)";

constexpr const char *kForget = R"(
DELETE FROM rollup WHERE (signal, slot, res_s, t0, attrs, part) IN
  (SELECT signal, slot, res_s, t0, attrs, part FROM rollup WHERE res_s = ?1 AND t0 < ?2 LIMIT ?3)
)";

bool isDamage(int result)
{
    return result == SQLITE_CORRUPT || result == SQLITE_NOTADB;
}

void put(std::string &bytes, std::uint64_t value, int width)
{
    for (int i = 0; i < width; ++i)
        bytes.push_back(static_cast<char>(value >> (8 * i) & 0xff));
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
        result = sqlite3_exec(sqlite, kSchema, nullptr, nullptr, nullptr);
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
    connection->lock = ::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (connection->lock < 0)
        return StoreProblem{"History is not kept: cannot write beside " + path +
                            ". Allow writing there, or name another file with --store"};
    if (::flock(connection->lock, LOCK_EX | LOCK_NB) != 0)
        return StoreProblem{"History is not kept by this window: another Bellwether writes to " +
                            path + ". Name another file with --store, or use --no-store"};
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

std::string HistoryStore::problem(const char *doing) const
{
    return std::string("History cannot be ") + doing + ": " + m_path + ": " +
           sqlite3_errmsg(m_connection->sqlite) +
           ". Live figures go on; make room or mend it, and keeping resumes by itself";
}

std::string HistoryStore::write(const RollupBatch &batch)
{
    if (!m_connection->run("BEGIN IMMEDIATE"))
        return problem("written");
    Statement upsert(m_connection->sqlite, kUpsert);
    for (const Rollup &rollup : batch.rollups) {
        const std::string histogram = encodeHistogram(rollup.histogram);
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
        if (upsert.step() != SQLITE_DONE) {
            std::string text = problem("written");
            upsert.reset();
            m_connection->run("ROLLBACK");
            return text;
        }
        upsert.reset();
    }
    if (m_connection->run("COMMIT"))
        return {};
    std::string text = problem("written");
    m_connection->run("ROLLBACK");
    return text;
}

std::string HistoryStore::prune(Timestamp now)
{
    for (const auto &[resolution, kept] :
         {std::pair(Seconds{60}, kMinutesFor), std::pair(Seconds{3600}, kHoursFor)}) {
        Statement forget(m_connection->sqlite, kForget);
        const Second oldest = std::chrono::floor<Seconds>(now) - kept;
        forget.bind(1, resolution.count());
        forget.bind(2, oldest.time_since_epoch().count());
        forget.bind(3, kRowsPerPrune);
        if (forget.step() != SQLITE_DONE)
            return problem("pruned");
    }
    return m_connection->run("PRAGMA incremental_vacuum(64)") ? std::string() : problem("pruned");
}

std::string encodeHistogram(const std::vector<SlotCount> &histogram)
{
    std::string bytes;
    for (const auto &[slot, count] : histogram) {
        put(bytes, slot, 2);
        put(bytes, count, 8);
    }
    return bytes;
}

} // namespace ingest::store

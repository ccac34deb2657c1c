// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/retention.h"

#include "ingest/store/statement.h"

#include <sqlite3.h>

namespace ingest::store {

namespace {

constexpr std::int64_t kRowsPerCall = 4000;

constexpr const char *kOlder = R"(
DELETE FROM rollup WHERE (signal, slot, res_s, t0, attrs, part) IN
  (SELECT signal, slot, res_s, t0, attrs, part FROM rollup WHERE res_s = ?1 AND t0 < ?2
   ORDER BY t0 LIMIT ?3)
)";
constexpr const char *kOlderByValue = R"(
DELETE FROM rollup WHERE (signal, slot, res_s, t0, attrs, part) IN
  (SELECT signal, slot, res_s, t0, attrs, part FROM rollup
   WHERE res_s = ?1 AND t0 < ?2 AND attrs <> '' ORDER BY t0 LIMIT ?3)
)";
constexpr const char *kTooMuch = "SELECT bytes > ?2 FROM kept WHERE res_s = ?1";

bool takeOut(sqlite3 *connection, const char *sql, Seconds resolution, Second before)
{
    Statement out(connection, sql);
    out.bind(1, resolution.count());
    out.bind(2, before.time_since_epoch().count());
    out.bind(3, kRowsPerCall);
    return out.step() == SQLITE_DONE;
}

} // namespace

bool forget(sqlite3 *connection, Seconds resolution, const config::KeptResolution &kept, Second now)
{
    if (!takeOut(connection, kOlderByValue, resolution, now - kept.byValue) ||
        !takeOut(connection, kOlder, resolution, now - kept.whole))
        return false;
    Statement much(connection, kTooMuch);
    much.bind(1, resolution.count());
    much.bind(2, static_cast<std::int64_t>(kept.bytes));
    const int asked = much.step();
    if (asked != SQLITE_ROW)
        return asked == SQLITE_DONE;
    // The running span stays, whatever it takes.
    return much.integer(0) == 0 || takeOut(connection, kOlder, resolution, now - 2 * resolution);
}

} // namespace ingest::store

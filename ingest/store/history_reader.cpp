// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_reader.h"

#include "ingest/store/history_store.h"
#include "ingest/store/note_rows.h"
#include "ingest/store/rollup_codec.h"
#include "ingest/store/statement.h"

#include <sqlite3.h>

#include <map>
#include <utility>

namespace ingest::store {

namespace {

// Along the key, one slot after the other, instead of all rows of the signal.
constexpr const char *kNextSlot =
    "SELECT slot FROM rollup WHERE signal = ?1 AND slot > ?2 ORDER BY slot LIMIT 1";
constexpr const char *kFirstSlot =
    "SELECT slot FROM rollup WHERE signal = ?1 ORDER BY slot LIMIT 1";
constexpr const char *kRows = R"(
SELECT t0, attrs, part, n, bad, sum_minor, histogram, uniques FROM rollup
WHERE signal = ?1 AND slot = ?2 AND res_s = ?3 AND t0 >= ?4 AND t0 < ?5
)";
// What rows of this resolution are made of.
std::vector<Seconds> storedFor(Seconds resolution)
{
    if (resolution == kTenSeconds)
        return {kSecondLong, kTenSeconds};
    return {resolution};
}

// Takes rows in the order of time; shorter ones are added up to spans of the length wanted.
class Spans
{
public:
    Spans(Seconds resolution, std::vector<Rollup> &rows) : m_resolution(resolution), m_rows(rows) {}

    void take(Rollup row)
    {
        if (row.resolution == m_resolution) {
            m_rows.push_back(std::move(row));
            return;
        }
        row.from -= row.from.time_since_epoch() % m_resolution;
        row.resolution = m_resolution;
        if (row.from != m_from)
            m_places.clear();
        m_from = row.from;
        const auto [place, isNew] = m_places.try_emplace(row.attrs, m_rows.size());
        if (isNew)
            m_rows.push_back(std::move(row));
        else
            addTo(m_rows[place->second], row);
    }

private:
    Seconds m_resolution;
    std::vector<Rollup> &m_rows;
    Second m_from = Second::min();
    std::map<std::string, std::size_t> m_places; // by attrs, in the span at hand
};

constexpr const char *kOldestHour = "SELECT min(t0) FROM rollup WHERE res_s = 3600";

} // namespace

struct HistoryReader::Connection
{
    Connection() = default;
    ~Connection() { sqlite3_close_v2(sqlite); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    sqlite3 *sqlite = nullptr;
};

HistoryReader::HistoryReader(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

HistoryReader::~HistoryReader() = default;

std::unique_ptr<HistoryReader> HistoryReader::open(const std::string &path)
{
    auto connection = std::make_unique<Connection>();
    if (sqlite3_open_v2(path.c_str(), &connection->sqlite, SQLITE_OPEN_READONLY, nullptr) !=
        SQLITE_OK)
        return nullptr;
    Statement asked(connection->sqlite, "PRAGMA user_version");
    if (asked.step() != SQLITE_ROW || asked.integer(0) != HistoryStore::kVersion)
        return nullptr;
    return std::unique_ptr<HistoryReader>(new HistoryReader(std::move(connection)));
}

std::optional<std::vector<Rollup>> HistoryReader::rows(const RowsWanted &wanted)
{
    std::vector<Rollup> rows;
    for (const std::string &signal : wanted.signals) {
        Statement first(m_connection->sqlite, kFirstSlot);
        first.bind(1, signal);
        int found = first.step();
        std::string slot = found == SQLITE_ROW ? first.text(0) : std::string();
        while (found == SQLITE_ROW) {
            for (const Seconds stored : storedFor(wanted.resolution))
                if (!read(wanted, signal, slot, stored, rows))
                    return std::nullopt;
            Statement next(m_connection->sqlite, kNextSlot);
            next.bind(1, signal);
            next.bind(2, slot);
            found = next.step();
            if (found == SQLITE_ROW)
                slot = next.text(0);
        }
        if (found != SQLITE_DONE)
            return std::nullopt;
    }
    return rows;
}

bool HistoryReader::read(const RowsWanted &wanted, const std::string &signal,
                         const std::string &slot, Seconds stored, std::vector<Rollup> &rows)
{
    Spans spans(wanted.resolution, rows);
    Statement select(m_connection->sqlite, kRows);
    select.bind(1, signal);
    select.bind(2, slot);
    select.bind(3, stored.count());
    select.bind(4, wanted.from.time_since_epoch().count());
    select.bind(5, wanted.to.time_since_epoch().count());
    int found = select.step();
    for (; found == SQLITE_ROW; found = select.step()) {
        std::string attrs = select.text(1);
        if (!attrs.empty() && !wanted.byValue)
            continue;
        const Second from{Seconds{select.integer(0)}};
        if (from >= wanted.withoutFrom && select.text(2) == wanted.withoutPart)
            continue;
        Rollup row;
        row.signal = signal;
        row.slot = slot;
        row.attrs = std::move(attrs);
        row.from = from;
        row.resolution = stored;
        row.n = static_cast<std::uint64_t>(select.integer(3));
        row.bad = static_cast<std::uint64_t>(select.integer(4));
        row.sumMinor = select.integer(5);
        row.histogram = decodeHistogram(select.text(6));
        row.uniques = decodeUniques(select.text(7));
        spans.take(std::move(row));
    }
    return found == SQLITE_DONE;
}

std::optional<std::vector<KeptNote>> HistoryReader::notes()
{
    return readNotes(m_connection->sqlite);
}

std::optional<Second> HistoryReader::oldestHour()
{
    Statement oldest(m_connection->sqlite, kOldestHour);
    if (oldest.step() != SQLITE_ROW || oldest.isNull(0))
        return std::nullopt;
    return Second{Seconds{oldest.integer(0)}};
}

} // namespace ingest::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the history with a connection of its own: never waits for whoever writes, never changes the
// file. Owned by one thread.
#pragma once

#include "ingest/rollup.h"
#include "ingest/time.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ingest::store {

struct RowsWanted
{
    std::vector<std::string> signals;
    Second from{};          // rows that begin at or after this
    Second to{};            // and before this
    Seconds resolution{60}; // ten seconds: those of a second, added up, as well
    bool byValue = false;   // the rows of breakdowns as well
    // Rows of this part that begin at or after `withoutFrom` are left out.
    std::string withoutPart;
    Second withoutFrom = Second::min();
};

class HistoryReader
{
public:
    // Null where there is no readable history at `path`: damaged, newer or none at all.
    [[nodiscard]] static std::unique_ptr<HistoryReader> open(const std::string &path);
    ~HistoryReader();
    HistoryReader(const HistoryReader &) = delete;
    HistoryReader &operator=(const HistoryReader &) = delete;

    // In no particular order; there may be several of one span, for they add up. Empty where the
    // file cannot be read: a new reader is needed then.
    [[nodiscard]] std::optional<std::vector<Rollup>> rows(const RowsWanted &wanted);
    // Of all runs. Empty as above.
    [[nodiscard]] std::optional<std::vector<KeptNote>> notes();
    // The begin of the oldest hour that is kept.
    [[nodiscard]] std::optional<Second> oldestHour();

private:
    struct Connection;
    explicit HistoryReader(std::unique_ptr<Connection> connection);
    [[nodiscard]] bool read(const RowsWanted &wanted, const std::string &signal,
                            const std::string &slot, Seconds stored, std::vector<Rollup> &rows);

    std::unique_ptr<Connection> m_connection;
};

} // namespace ingest::store

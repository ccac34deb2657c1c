// SPDX-License-Identifier: GPL-3.0-or-later
// One prepared statement of SQLite: bind by place, step, read. Belongs to the thread of its
// connection.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace ingest::store {

class Statement
{
public:
    // Where SQLite refuses the text, every step() returns its result.
    Statement(sqlite3 *connection, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Places count from 1. `value` outlives the next step().
    void bind(int place, std::int64_t value);
    void bind(int place, std::string_view value);
    void bindBlob(int place, std::string_view bytes);

    // SQLite's result code: SQLITE_ROW, SQLITE_DONE or an error.
    int step();
    void reset();

    // Columns count from 0; valid until the next step().
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;

private:
    sqlite3_stmt *m_statement = nullptr; // before the result: preparing sets it
    int m_prepared;
};

} // namespace ingest::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/statement.h"

#include <sqlite3.h>

namespace ingest::store {

Statement::Statement(sqlite3 *connection, std::string_view sql)
    : m_prepared(sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()),
                                    &m_statement, nullptr))
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(int place, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, place, value);
}

void Statement::bind(int place, std::string_view value)
{
    sqlite3_bind_text(m_statement, place, value.data(), static_cast<int>(value.size()), nullptr);
}

void Statement::bindBlob(int place, std::string_view bytes)
{
    sqlite3_bind_blob(m_statement, place, bytes.data(), static_cast<int>(bytes.size()), nullptr);
}

int Statement::step()
{
    return m_statement == nullptr ? m_prepared : sqlite3_step(m_statement);
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::text(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return bytes == nullptr ? std::string() : std::string(static_cast<const char *>(bytes), size);
}

} // namespace ingest::store

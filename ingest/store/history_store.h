// SPDX-License-Identifier: GPL-3.0-or-later
// The history on disk: one SQLite file in WAL mode. Opening it takes the file for this process
// alone, and sets a damaged one aside. Owned by one thread, that of the writer.
#pragma once

#include "ingest/config/history_configuration.h"
#include "ingest/rollup.h"
#include "ingest/time.h"

#include <memory>
#include <span>
#include <string>
#include <variant>

namespace ingest::store {

// What is wrong and what to do about it, for people.
struct StoreProblem
{
    std::string text;
    bool damaged = false; // the file is not what was written: to be set aside
    bool taken = false;   // another process writes to it
};

class HistoryStore
{
public:
    static constexpr int kVersion = 2;

    // Creates the file and its folder where missing. A damaged file is renamed, never deleted, and
    // a new one begun: notice() says so. A newer version or another process's file is left alone.
    [[nodiscard]] static std::variant<std::unique_ptr<HistoryStore>, StoreProblem>
    open(const std::string &path, Timestamp now);
    // Whether somebody has it open already, as open() would say.
    [[nodiscard]] static bool isTaken(const std::string &path);
    ~HistoryStore();
    HistoryStore(const HistoryStore &) = delete;
    HistoryStore &operator=(const HistoryStore &) = delete;

    // In one transaction: all of it or, where a problem is returned, nothing.
    [[nodiscard]] std::string write(const RollupBatch &batch);
    // Several of them in one transaction, in this order.
    [[nodiscard]] std::string write(std::span<const RollupBatch> batches);
    // Forgets what is older, or takes more, than is to be kept: some thousand rows at most a call;
    // and gives some freed pages back. Returns a problem, or nothing.
    [[nodiscard]] std::string prune(const config::HistoryConfiguration &keep, Timestamp now);

    // Empty, or the name a damaged file was given.
    [[nodiscard]] const std::string &notice() const { return m_notice; }

private:
    struct Connection;
    explicit HistoryStore(std::unique_ptr<Connection> connection, std::string path);

    [[nodiscard]] bool upsert(const RollupBatch &batch);
    [[nodiscard]] std::string problem(const char *doing) const;

    std::unique_ptr<Connection> m_connection;
    std::string m_path;
    std::string m_notice;
};

} // namespace ingest::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what of an engine goes into the history at each second, and offers it to the writer.
// Owned by the ingest thread; never waits.
#pragma once

#include "ingest/store/history_writer.h"
#include "ingest/time.h"

#include <memory>
#include <string>
#include <vector>

namespace ingest {

class SelfConfiguringEngine;

class HistoryFeed
{
public:
    // An empty path: nothing is kept.
    explicit HistoryFeed(const std::string &path);
    ~HistoryFeed();

    // The engine began anew at `now`: what follows adds to what is written, instead of replacing.
    void restart(Timestamp now);
    // Once a second of engine time: the running minute and the one before; once a minute, and where
    // `all` is asked for, the last hour's minutes and two hours, for what came late.
    void tick(const SelfConfiguringEngine &engine, bool all = false);

    [[nodiscard]] std::vector<std::string> warnings() const;

private:
    std::unique_ptr<store::HistoryWriter> m_writer; // null: nothing is kept
    std::string m_part;
    Second m_last{};
};

} // namespace ingest

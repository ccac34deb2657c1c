// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what of an engine goes into the history at each second, and offers it to the writer.
// Owned by the ingest thread; never waits.
#pragma once

#include "ingest/config/history_configuration.h"
#include "ingest/store/history_writer.h"
#include "ingest/time.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ingest::config {
struct Configuration;
}

namespace ingest {

class SelfConfiguringEngine;

class HistoryFeed
{
public:
    // An empty path: nothing is kept.
    HistoryFeed(const std::string &path, const config::HistoryConfiguration &keep);
    ~HistoryFeed();

    // What the run before left, told that nobody listened until `now`: what follows replaces its
    // rows. Empty where there is nothing, another Bellwether goes on with it, or it is of no use:
    // then refusal() says why.
    [[nodiscard]] std::optional<SelfConfiguringEngine>
    resumed(const config::Configuration &configuration, Timestamp now);
    [[nodiscard]] const std::string &refusal() const { return m_refusal; }
    // Keeps the engine's state for the next run, as it is now. Nothing where signals are suggested.
    void keep(const SelfConfiguringEngine &engine);
    [[nodiscard]] bool keeps() const { return m_writer && !m_writer->readOnly(); }

    // The engine began anew at `now`: what follows adds to what is written, instead of replacing.
    void restart(Timestamp now);
    // Once a second of engine time: the seconds that have closed or changed, the running minute and
    // the one before; once a minute the last hour's minutes and two hours, for what came late, and
    // breakdowns; where `all` is asked for, everything of the last hour.
    void tick(const SelfConfiguringEngine &engine, bool all = false);

    [[nodiscard]] std::vector<std::string> warnings() const;
    [[nodiscard]] const std::string &part() const { return m_part; }
    // As the writer's.
    [[nodiscard]] bool settled() const { return !m_writer || m_writer->settled(); }
    [[nodiscard]] bool readOnly() const { return m_writer && m_writer->readOnly(); }

    // Everything of the last hour's minutes and the last two hours, and the counted notes; `fine`:
    // its seconds as well.
    [[nodiscard]] static RollupBatch lastHour(const SelfConfiguringEngine &engine,
                                              const std::string &part, bool fine);

private:
    void beginPart(std::string part);
    void collectSeconds(const SelfConfiguringEngine &engine, Second asOf);
    [[nodiscard]] std::vector<Note> notes(const SelfConfiguringEngine &engine, bool counted);
    [[nodiscard]] RollupBatch lately(const SelfConfiguringEngine &engine, Second asOf);
    [[nodiscard]] RollupBatch ending(const SelfConfiguringEngine &engine, Second asOf);

    std::string m_path;
    bool m_taken = false; // by another Bellwether, at the start
    std::string m_refusal;
    std::unique_ptr<store::HistoryWriter> m_writer; // null: nothing is kept
    std::string m_part;
    Second m_last{};
    std::set<Second> m_seconds;   // to be written, by their ends
    std::vector<Note> m_standing; // as it was written last
    std::uint64_t m_shed = 0;     // batches that were lost, as far as they are made good
};

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
// A hostile stream against the whole engine: JSON in, books and resident memory out, under the
// sample configuration with a breakdown of every signal kind by what the attacker controls.
#pragma once

#include "ingest/history_feed.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/snapshot.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace test {

// The shop's sample file, and a signal of each kind by the attribute `sku`: every_rate,
// every_ratio, every_latency, every_sum, every_uniques and every_funnel.
[[nodiscard]] ingest::config::Configuration attackedConfiguration();

// Bytes of this process in memory at most so far, and now.
[[nodiscard]] std::uint64_t peakResidentBytes();
[[nodiscard]] std::uint64_t residentBytes();

class Attack : public testing::Test
{
protected:
    explicit Attack(const ingest::config::Configuration &configuration = attackedConfiguration());

    // One event of these members besides time and epoch; the clock goes on by a second every
    // `perSecond` events, and every ten seconds somebody looks.
    void send(std::string_view members);
    // Any bytes, which arrive now.
    void sendBytes(std::string_view payload, std::string_view topic = {});
    void setRate(std::uint64_t perSecond) { m_perSecond = perSecond; }
    // From here on with the history a running Bellwether keeps: its rows every second, the engine's
    // state every minute, both in files, written by a thread of their own.
    void keepHistory();
    // Keeps the state once more and waits until everything is in the files: how many bytes.
    std::uintmax_t endHistory();
    // So many, less under a sanitizer.
    [[nodiscard]] static std::uint64_t many(std::uint64_t count);

    // At the end of the second that has begun.
    [[nodiscard]] std::shared_ptr<const ingest::Snapshot>
    snapshot(ingest::Window window = ingest::Window::all);
    template <class Value>
    [[nodiscard]] const Value &valueOf(const ingest::Snapshot &snapshot, std::string_view name)
    {
        for (const ingest::SignalSnapshot &signal : snapshot.metrics->signals)
            if (signal.name == name)
                return std::get<Value>(signal.value);
        throw std::out_of_range(std::string(name));
    }
    [[nodiscard]] const ingest::Breakdown &by(const ingest::Snapshot &snapshot,
                                              std::string_view name);

    // The ledger adds up, and memory stayed within the budget.
    void expectHeld(std::uint64_t received);

private:
    void goOn();
    void keepSecond();
    [[nodiscard]] std::string historyFile() const;

    std::shared_ptr<const ingest::config::Configuration> m_configuration;
    ingest::SelfConfiguringEngine m_engine;
    std::unique_ptr<TemporaryFolder> m_folder;    // of the history
    std::optional<ingest::HistoryFeed> m_history; // empty: none is kept
    std::uint64_t m_perSecond = 100'000;
    std::uint64_t m_sent = 0;
    ingest::Timestamp m_now;
    std::string m_text;
};

} // namespace test

// SPDX-License-Identifier: GPL-3.0-or-later
// A hostile stream against the whole engine: JSON in, books and resident memory out, under the
// sample configuration with a breakdown of every signal kind by what the attacker controls.
#pragma once

#include "ingest/engine.h"
#include "ingest/snapshot.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
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

    std::shared_ptr<const ingest::config::Configuration> m_configuration;
    ingest::Engine m_engine;
    std::uint64_t m_perSecond = 100'000;
    std::uint64_t m_sent = 0;
    ingest::Timestamp m_now;
    std::string m_text;
};

} // namespace test

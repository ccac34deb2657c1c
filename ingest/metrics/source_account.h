// SPDX-License-Identifier: GPL-3.0-or-later
// One publisher as the ledger knows it: its epochs, its counts, its lag, whether it can be heard.
// Owned by the ledger; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/epoch_account.h"
#include "ingest/metrics/time_ring.h"
#include "ingest/snapshot_sources.h"

#include <array>
#include <vector>

namespace ingest::metrics {

class SourceAccount
{
public:
    static constexpr std::size_t kMaxEpochs = 256; // older ones are folded into totals

    explicit SourceAccount(std::string_view name) : m_name(name) {}

    // The epoch of that name; the last one asked for is found at once.
    // A new one is heard for the first time `now`, before anything else is told of it.
    EpochAccount &epoch(std::string_view name, Timestamp engineStart, Timestamp now);

    // See EpochAccount.
    [[nodiscard]] std::size_t intervals() const;
    void keepIntervals(std::size_t most);

    // An event or a malformed one arrived, or (beat) a heartbeat or goodbye.
    void heard(Timestamp now) { m_lastSeen = std::max(m_lastSeen, now); }
    void beat(Timestamp now, bool goodbye);
    // What was heard without a time was heard now.
    void clockStartsAt(Timestamp now);
    // Nobody listened until now, when it has the whole time again to be heard.
    void listenAgain(Timestamp now);
    void received(Timestamp now);
    void lagged(Timestamp arrival, Timestamp time, bool late);
    void countDuplicate() { ++m_duplicate; }
    void countMalformed(const wire::Rejection &rejection, Timestamp now);
    void markReused() { m_reused = true; }
    void markFiltered() { m_filtered = true; }

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] Timestamp lastSeen() const { return m_lastSeen; }
    // Since when it is silent, if it is: lastSeen(), or when somebody began to listen again.
    [[nodiscard]] Timestamp awaitedSince() const { return std::max(m_lastSeen, m_listenedFrom); }
    [[nodiscard]] SourceState state(Timestamp now, const config::Staleness &limits) const;
    // Empty where the source cannot tell.
    [[nodiscard]] std::optional<std::uint64_t> lost(Timestamp engineStart) const;
    [[nodiscard]] bool lossKnown() const;
    [[nodiscard]] SourceSnapshot row(Timestamp now, Timestamp engineStart,
                                     const config::Staleness &limits) const;

    // Between which instants it was not heard, from `from` on, where an epoch ended without
    // goodbye.
    [[nodiscard]] Nanoseconds unheardAroundTails(Timestamp from) const;
    [[nodiscard]] std::uint64_t unknownTails() const;

    // Calls visit(count, optional time) for everything missing, where loss is known.
    template <class Visit>
    void forEachGap(Timestamp engineStart, Visit visit) const
    {
        if (!lossKnown())
            return;
        if (m_foldedLost > 0)
            visit(m_foldedLost, std::optional<Timestamp>());
        for (const EpochAccount &epoch : m_epochs)
            epoch.forEachGap(engineStart, visit);
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[name, epochs, current, epochsSeen, foldedLost, foldedUnknownTails, lastSeen,
               lastBeat, listenedFrom, beats, gone, reused, filtered, received, duplicate,
               malformed, lastBad, late, perSecond, perMinute, lags, lagCount] = *this;
        state(name);
        if constexpr (Archive::kReading) {
            epochs.clear();
            for (std::size_t left = state.size(); left > 0 && state.ok(); --left)
                state(epochs.emplace_back(""));
        } else {
            state(epochs);
        }
        state(current, epochsSeen, foldedLost, foldedUnknownTails, lastSeen, lastBeat, listenedFrom,
              beats, gone, reused, filtered, received, duplicate, malformed, lastBad, late,
              perSecond, perMinute, lags, lagCount);
        if constexpr (Archive::kReading)
            state.require(!lastBad ||
                              static_cast<std::size_t>(lastBad->reason) < wire::kReasonCount,
                          "a refusal for no reason");
    }

private:
    struct Minute
    {
        std::uint32_t received = 0;
        std::uint32_t late = 0;
    };
    struct Lag
    {
        Second arrival{};
        float milliseconds = 0;
    };

    EpochAccount &anotherEpoch(std::string_view name, Timestamp engineStart, Timestamp now);
    void foldOldestEpoch(Timestamp engineStart);
    void putLags(Timestamp now, SourceSnapshot &row) const;
    void putMinutes(Timestamp now, Timestamp engineStart, SourceSnapshot &row) const;

    std::string m_name;
    std::vector<EpochAccount> m_epochs; // in order of first sight
    std::size_t m_current = 0;
    std::uint64_t m_epochsSeen = 0;
    std::uint64_t m_foldedLost = 0;
    std::uint64_t m_foldedUnknownTails = 0;
    Timestamp m_lastSeen{};
    Timestamp m_lastBeat{};
    Timestamp m_listenedFrom{}; // after a time away
    bool m_beats = false;
    bool m_gone = false; // said goodbye and nothing since
    bool m_reused = false;
    bool m_filtered = false;
    std::uint64_t m_received = 0;
    std::uint64_t m_duplicate = 0;
    std::array<std::uint64_t, wire::kReasonCount> m_malformed{};
    std::optional<BadFrame> m_lastBad;
    std::uint64_t m_late = 0;
    TimeRing<std::uint32_t> m_perSecond{Seconds(1), 16};
    TimeRing<Minute> m_perMinute{Seconds(60), 64};
    std::array<Lag, 128> m_lags{}; // of the latest events
    std::size_t m_lagCount = 0;
};

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
// What one epoch of one source sent and what of it is missing. Owned by the ledger; not
// thread-safe.
#pragma once

#include "ingest/metrics/sequence_intervals.h"
#include "ingest/snapshot_sources.h"

#include <map>
#include <string>
#include <string_view>

namespace ingest::metrics {

class EpochAccount
{
public:
    explicit EpochAccount(std::string_view name) : m_name(name) {}

    [[nodiscard]] const std::string &name() const { return m_name; }

    // False where the sequence was received before. `type` is empty unless each type is numbered on
    // its own; at most 1,000 types have a numbering, further ones are taken as they come.
    bool insert(std::string_view type, std::uint64_t sequence, Timestamp at);

    // Distinct runs of sequences kept in memory; keepIntervals() bounds them in each numbering.
    [[nodiscard]] std::size_t intervals() const;
    void keepIntervals(std::size_t most);

    // A heartbeat or goodbye: the last sequence sent, and when the epoch started.
    void announce(std::optional<std::uint64_t> sequence, std::optional<Timestamp> started,
                  Timestamp at);
    // Nobody listens any more; see SequenceIntervals.
    void pauseListening();
    // What was announced without a time was announced now.
    void clockStartsAt(Timestamp now) { m_announcedAt = now; }
    void sayGoodbye() { m_goodbye = true; }
    [[nodiscard]] bool saidGoodbye() const { return m_goodbye; }
    // Another epoch of the source was first heard at `again`, the source last before it at `heard`.
    void succeed(Timestamp heard, Timestamp again) { m_succession = {heard, again}; }
    // Where it ended without goodbye: between these two, what it sent last was lost or not sent.
    [[nodiscard]] std::optional<UnknownTail> unknownTail() const
    {
        return m_goodbye ? std::nullopt : m_succession;
    }
    [[nodiscard]] bool sequenced() const
    {
        return !m_all.empty() || !m_scopes.empty() || m_announced > 0;
    }

    // Calls visit(count, at) for everything missing. An epoch that started after the engine did
    // begins at 1; of any other the lowest sequence seen is the baseline.
    template <class Visit>
    void forEachGap(Timestamp engineStart, Visit visit) const
    {
        const bool fromOne = m_started && *m_started > engineStart;
        const auto visitGaps = [&](const SequenceIntervals &intervals) {
            intervals.forEachGap(fromOne ? std::min<std::uint64_t>(1, intervals.lowest())
                                         : intervals.lowest(),
                                 visit);
        };
        if (!m_all.empty())
            visitGaps(m_all);
        for (const auto &[type, intervals] : m_scopes)
            visitGaps(intervals);
        // Announced, not arrived: the tail. Of a late joiner who saw nothing, nothing is expected.
        const std::uint64_t highest = m_all.empty() ? 0 : m_all.highest();
        if (m_announced > highest && m_scopes.empty() && (!m_all.empty() || fromOne))
            visit(m_announced - highest, std::optional(m_announcedAt));
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[name, all, scopes, started, announced, announcedAt, goodbye, succession] = *this;
        state(name);
        archiveNumberings(state);
        state(started, announced, announcedAt, goodbye, succession);
    }

private:
    // By type, that of all types together under "".
    template <class Archive>
    void archiveNumberings(Archive &state)
    {
        if constexpr (Archive::kReading) {
            for (std::size_t left = state.size(); left > 0 && state.ok(); --left) {
                const std::string_view type = state.text();
                SequenceIntervals &numbering = type.empty() ? m_all : m_scopes[std::string(type)];
                if (state.require(numbering.empty(), "a numbering twice"))
                    state(numbering);
            }
        } else {
            state.size(m_scopes.size() + (m_all.empty() ? 0 : 1));
            if (!m_all.empty()) {
                state.text({});
                state(m_all);
            }
            for (auto &[type, numbering] : m_scopes) {
                state.text(type);
                state(numbering);
            }
        }
    }

    std::string m_name;
    SequenceIntervals m_all; // of all types together, as most sources number
    std::map<std::string, SequenceIntervals, std::less<>> m_scopes; // by type
    std::optional<Timestamp> m_started;
    std::uint64_t m_announced = 0;
    Timestamp m_announcedAt{};
    bool m_goodbye = false;
    std::optional<UnknownTail> m_succession;
};

} // namespace ingest::metrics

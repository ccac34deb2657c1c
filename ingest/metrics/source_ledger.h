// SPDX-License-Identifier: GPL-3.0-or-later
// The account of every source: what arrived, what is missing, what came twice, who is silent.
// Owned by the engine; not thread-safe. Below its caps the result does not depend on the order of
// arrival, facts about arrival itself aside.
#pragma once

#include "ingest/metrics/away_spans.h"
#include "ingest/metrics/duplicate_filter.h"
#include "ingest/metrics/interner.h"
#include "ingest/metrics/source_account.h"
#include "ingest/wire/event.h"
#include "ingest/wire/rejection.h"

#include <deque>
#include <functional>
#include <vector>

namespace ingest::metrics {

enum class Verdict : std::uint8_t { accepted, duplicate };

struct Receipt
{
    Verdict verdict = Verdict::accepted;
    std::uint32_t source = 0;             // dense number of the source; kOther beyond the cap
    SourceState before = SourceState::up; // of the source; up where it was never heard before
};

// Hashes of what tells a source and an event from all others.
struct Identity
{
    std::uint64_t source = 0;
    std::uint64_t event = 0;                 // 0: nothing tells it from another
    std::uint32_t number = Interner::kOther; // dense, of the source, where it is known at once
};

class SourceLedger
{
public:
    // Runs of sequences kept over all sources, 24 bytes each; beyond it (by a quarter at most) the
    // oldest gaps of the most broken epochs are closed: they stay lost, without a time.
    static constexpr std::size_t kMaxIntervals = std::size_t{1} << 18;

    SourceLedger(const config::Limits &limits, const config::Staleness &stale, std::uint64_t seed);

    // When the engine began to listen; the first `now` ever given where this is never said.
    void startAt(Timestamp start) { m_start = m_start.value_or(start); }

    // Nobody listened in (from, to], by engine time: what was sent then is not expected, and an
    // epoch that began then begins with the lowest sequence seen.
    void passOver(Timestamp from, Timestamp to);
    [[nodiscard]] const AwaySpans &away() const { return m_away; }

    // The first instant there is: who was heard before there was any, in the head of a file without
    // times, was heard then.
    void clockStartsAt(Timestamp now);

    // Everywhere `now` is Timestamp{} while there is no time yet.
    // `time` is the time the event counts at, `now` engine time including its arrival. `late` as
    // the engine judged it.
    Receipt observe(const wire::Event &event, Timestamp time, Timestamp arrival, Timestamp now,
                    bool late)
    {
        Receipt receipt;
        Identity identity;
        identify(event, identity);
        observe(event, identity, time, arrival, now, late, receipt);
        return receipt;
    }
    // The same in two steps: between them the memory that the second one reads comes near. Identity
    // and receipt are filled in place: returned in registers the latter is read as a whole where it
    // was just written in parts, and waits for all writes before, a twelfth of the time of an
    // event.
    void identify(const wire::Event &event, Identity &identity) const;
    void prefetch(const Identity &identity) const { m_duplicates.prefetch(identity.event); }
    void prefetchNext(const Identity &identity) const { m_duplicates.prefetchNext(identity.event); }
    void observe(const wire::Event &event, const Identity &identity, Timestamp time,
                 Timestamp arrival, Timestamp now, bool late, Receipt &receipt);
    // A heartbeat or goodbye. The verdict means nothing.
    Receipt announce(const wire::Event &event, Timestamp now);
    void observe(const wire::Rejection &rejection, Timestamp now);

    // Missing events of the sources that can tell, over all time.
    [[nodiscard]] std::uint64_t lost() const;
    // False where at least one source cannot tell; true without any source.
    [[nodiscard]] bool lossKnown() const;
    // Calls visit(count, time) for every gap with a time. Sources in order of first sight.
    void forEachGap(const std::function<void(std::uint64_t, Timestamp)> &visit) const;

    // By name; the `most` that were heard last.
    [[nodiscard]] std::vector<SourceSnapshot> rows(Timestamp now, std::size_t most) const;
    [[nodiscard]] std::size_t size() const { return m_accounts.size(); }
    // The source's dense number; kOther where it was never seen.
    [[nodiscard]] std::uint32_t find(std::string_view name) const { return m_names.find(name); }
    [[nodiscard]] const SourceAccount &account(std::uint32_t source) const
    {
        return m_accounts[source];
    }
    [[nodiscard]] SourceState state(std::uint32_t source, Timestamp now) const;
    // By source, see SourceAccount.
    [[nodiscard]] std::vector<Nanoseconds> unheardAroundTails(Timestamp from) const;
    // Epochs that ended without goodbye, of all sources.
    [[nodiscard]] std::uint64_t unknownTails() const;
    [[nodiscard]] std::size_t intervals() const;
    // Events counted under (other), and times the memory for duplicates was cut short.
    [[nodiscard]] std::uint64_t overflow() const
    {
        return m_names.overflow() + m_duplicates.cuts();
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[stale, seed, names, accounts, other, duplicates, shortEpoch, shortType, start, away,
               sinceCount] = *this;
        state(names);
        if constexpr (Archive::kReading)
            for (std::uint32_t source = 0; source < names.size(); ++source)
                accounts.emplace_back("");
        state.fixed(accounts);
        state(other, duplicates, start, away, sinceCount);
    }

private:
    void listenFrom(Timestamp now);
    SourceAccount &accountOf(std::string_view name, std::uint64_t hash, std::uint32_t &id);
    // The same, and its state before this event.
    SourceAccount &accountOf(std::string_view name, const Identity &identity, Timestamp now,
                             Receipt &receipt);
    // False where the sequence was received before.
    bool insert(EpochAccount &epoch, std::string_view type, std::uint64_t sequence, Timestamp time);
    void closeGaps();

    config::Staleness m_stale;
    std::uint64_t m_seed;
    Interner m_names;
    std::deque<SourceAccount> m_accounts; // by dense number
    SourceAccount m_other{"(other)"};
    DuplicateFilter m_duplicates;
    std::string m_shortEpoch; // the last overlong ones
    std::string m_shortType;
    std::optional<Timestamp> m_start;
    AwaySpans m_away;
    std::size_t m_sinceCount = 0; // sequences since intervals were counted
};

} // namespace ingest::metrics

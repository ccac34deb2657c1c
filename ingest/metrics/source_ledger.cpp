// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/source_ledger.h"

#include "ingest/metrics/bounded_name.h"
#include "ingest/metrics/seeded_hash.h"

#include <algorithm>

namespace ingest::metrics {

SourceLedger::SourceLedger(const config::Limits &limits, const config::Staleness &stale,
                           std::uint64_t seed)
    : m_stale(stale), m_seed(seed), m_names(limits.sources, seed), m_duplicates(limits.duplicateIds)
{
}

void SourceLedger::listenFrom(Timestamp now)
{
    if (!m_start && now != Timestamp{})
        m_start = now;
}

void SourceLedger::passOver(Timestamp from, Timestamp to)
{
    m_away.add(from, to);
    for (SourceAccount &account : m_accounts)
        account.listenAgain(to);
}

void SourceLedger::clockStartsAt(Timestamp now)
{
    for (SourceAccount &account : m_accounts)
        account.clockStartsAt(now);
}

SourceAccount &SourceLedger::accountOf(std::string_view name, std::uint64_t hash, std::uint32_t &id)
{
    id = m_names.intern(name, hash);
    if (id == Interner::kOther)
        return m_other;
    if (id == m_accounts.size())
        m_accounts.emplace_back(m_names.name(id));
    return m_accounts[id];
}

SourceAccount &SourceLedger::accountOf(std::string_view name, const Identity &identity,
                                       Timestamp now, Receipt &receipt)
{
    if (identity.number != Interner::kOther) {
        receipt.source = identity.number;
        SourceAccount &account = m_accounts[identity.number];
        receipt.before = account.state(now, m_stale);
        return account;
    }
    const std::size_t known = m_accounts.size();
    SourceAccount &account = accountOf(name, identity.source, receipt.source);
    if (receipt.source < known)
        receipt.before = account.state(now, m_stale);
    return account;
}

// What makes an event the same as another of its source: its id, else its sequence with its time.
void SourceLedger::identify(const wire::Event &event, Identity &identity) const
{
    m_names.lookUp(event.source, identity.source, identity.number);
    identity.event = 0;
    if (!event.id.empty()) {
        identity.event = combineHashes(seededHash(event.id, m_seed), identity.source);
    } else if (event.sequence) {
        const std::uint64_t origin =
            combineHashes(seededHash(event.epoch, m_seed),
                          event.sequencePerType ? seededHash(event.type, ~m_seed) : m_seed);
        const auto time = event.time ? event.time->time_since_epoch().count() : -1;
        identity.event =
            combineHashes(combineHashes(origin, *event.sequence),
                          combineHashes(static_cast<std::uint64_t>(time), identity.source));
    }
}

void SourceLedger::observe(const wire::Event &event, const Identity &identity, Timestamp time,
                           Timestamp arrival, Timestamp now, bool late, Receipt &receipt)
{
    listenFrom(now);
    receipt = {};
    SourceAccount &account = accountOf(event.source, identity, now, receipt);
    bool fresh = true;
    EpochAccount &epoch =
        account.epoch(boundedName(event.epoch, m_shortEpoch), m_start.value_or(Timestamp{}), now);
    account.received(now);
    if (event.filtered && !event.sequencePerType)
        account.markFiltered();
    // Under (other) many sources share one account: their numbers mean nothing together.
    if (event.sequence && receipt.source != Interner::kOther)
        fresh = insert(epoch, event.sequencePerType ? event.type : std::string_view(),
                       *event.sequence, time);
    if (identity.event != 0 && m_duplicates.seenBefore(identity.event, now)) {
        account.countDuplicate();
        receipt.verdict = Verdict::duplicate;
        return;
    }
    if (!fresh)
        account.markReused();
    account.lagged(arrival, event.time.value_or(arrival), late);
}

Receipt SourceLedger::announce(const wire::Event &event, Timestamp now)
{
    listenFrom(now);
    Receipt receipt;
    SourceAccount &account = accountOf(event.source, {m_names.hashOf(event.source)}, now, receipt);
    const bool goodbye = event.kind == wire::EventKind::goodbye;
    EpochAccount &epoch =
        account.epoch(boundedName(event.epoch, m_shortEpoch), m_start.value_or(Timestamp{}), now);
    account.beat(now, goodbye);
    const bool unseen = event.started && m_away.hold(*event.started);
    epoch.announce(event.sequencePerType ? std::nullopt : event.sequence,
                   unseen ? std::nullopt : event.started, now);
    if (goodbye)
        epoch.sayGoodbye();
    return receipt;
}

void SourceLedger::observe(const wire::Rejection &rejection, Timestamp now)
{
    listenFrom(now);
    std::uint32_t id = 0;
    SourceAccount &account = accountOf(rejection.source, m_names.hashOf(rejection.source), id);
    if (rejection.sequence && id != Interner::kOther)
        insert(account.epoch(boundedName(rejection.epoch, m_shortEpoch),
                             m_start.value_or(Timestamp{}), now),
               rejection.sequencePerType ? rejection.type : std::string_view(), *rejection.sequence,
               now);
    account.received(now);
    account.countMalformed(rejection, now);
    if (rejection.filtered && !rejection.sequencePerType)
        account.markFiltered();
}

bool SourceLedger::insert(EpochAccount &epoch, std::string_view type, std::uint64_t sequence,
                          Timestamp time)
{
    const bool fresh = epoch.insert(boundedName(type, m_shortType), sequence, time);
    if (++m_sinceCount >= kMaxIntervals / 4) {
        m_sinceCount = 0;
        closeGaps();
    }
    return fresh;
}

std::size_t SourceLedger::intervals() const
{
    std::size_t count = 0;
    for (const SourceAccount &account : m_accounts)
        count += account.intervals();
    return count;
}

void SourceLedger::closeGaps()
{
    // The most broken epochs first; those of few gaps keep them.
    for (std::size_t most = SequenceIntervals::kMaxIntervals / 2;
         most > 0 && intervals() > kMaxIntervals; most /= 2)
        for (SourceAccount &account : m_accounts)
            account.keepIntervals(most);
}

std::uint64_t SourceLedger::lost() const
{
    std::uint64_t total = 0;
    for (const SourceAccount &account : m_accounts)
        total += account.lost(m_start.value_or(Timestamp{})).value_or(0);
    return total;
}

bool SourceLedger::lossKnown() const
{
    return m_names.overflow() == 0 && std::ranges::all_of(m_accounts, &SourceAccount::lossKnown);
}

void SourceLedger::forEachGap(const std::function<void(std::uint64_t, Timestamp)> &visit) const
{
    for (const SourceAccount &account : m_accounts)
        account.forEachGap(m_start.value_or(Timestamp{}),
                           [&visit](std::uint64_t count, std::optional<Timestamp> at) {
                               if (at)
                                   visit(count, *at);
                           });
}

std::vector<Nanoseconds> SourceLedger::unheardAroundTails(Timestamp from) const
{
    std::vector<Nanoseconds> unheard;
    unheard.reserve(m_accounts.size());
    for (const SourceAccount &account : m_accounts)
        unheard.push_back(account.unheardAroundTails(from));
    return unheard;
}

std::uint64_t SourceLedger::unknownTails() const
{
    std::uint64_t count = 0;
    for (const SourceAccount &account : m_accounts)
        count += account.unknownTails();
    return count;
}

SourceState SourceLedger::state(std::uint32_t source, Timestamp now) const
{
    return m_accounts[source].state(now, m_stale);
}

std::vector<SourceSnapshot> SourceLedger::rows(Timestamp now, std::size_t most) const
{
    std::vector<const SourceAccount *> shown;
    for (const SourceAccount &account : m_accounts)
        shown.push_back(&account);
    if (m_names.overflow() > 0)
        shown.push_back(&m_other);
    std::ranges::sort(shown, [](const auto *a, const auto *b) {
        return a->lastSeen() != b->lastSeen() ? a->lastSeen() > b->lastSeen()
                                              : a->name() < b->name();
    });
    if (shown.size() > most)
        shown.resize(most);
    std::ranges::sort(shown, {},
                      [](const auto *account) -> const std::string & { return account->name(); });
    std::vector<SourceSnapshot> rows;
    for (const SourceAccount *account : shown)
        rows.push_back(account->row(now, m_start.value_or(Timestamp{}), m_stale));
    return rows;
}

} // namespace ingest::metrics

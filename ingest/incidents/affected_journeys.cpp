// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/affected_journeys.h"

#include "ingest/ask_for.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/wire/currency.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace ingest::incidents {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kFirstSlots = 256;
constexpr Seconds kFollowed = 25h;   // pairs: a whole day at any second of an hour
constexpr Seconds kRemembered = 27h; // completions: as long as any pair, and what is ahead of time

std::uint64_t keyOf(Subject subject, std::uint64_t journey)
{
    const std::uint64_t key = metrics::combineHashes(journey, subject.id);
    return key == 0 ? 1 : key;
}

std::vector<SumValue> sumsOf(const std::map<wire::CurrencyCode, std::int64_t> &minor)
{
    std::vector<SumValue> sums;
    for (const auto &[currency, amount] : minor)
        sums.push_back({currency, amount, wire::exponentOf(currency)});
    return sums;
}

} // namespace

std::uint64_t AffectedJourneys::hashOf(std::uint64_t key) const
{
    return metrics::combineHashes(key, m_seed);
}

AffectedJourneys::Pair &AffectedJourneys::slotOf(std::uint64_t key)
{
    for (std::size_t at = m_slots.homeOf(hashOf(key));; at = m_slots.after(at))
        if (m_slots[at].isFree() || m_slots[at].key == key)
            return m_slots[at];
}

void AffectedJourneys::grow(std::size_t slots)
{
    m_slots.growTo(slots, [this](const Pair &pair) { return hashOf(pair.key); });
}

// The older half, by whole seconds, so that no order of slots shows.
void AffectedJourneys::letGo()
{
    m_times.clear();
    for (const Pair &pair : m_slots)
        if (!pair.isFree())
            m_times.push_back(pair.latest);
    const auto middle = m_times.begin() + static_cast<std::ptrdiff_t>(m_times.size() / 2);
    std::ranges::nth_element(m_times, middle);
    forgetUntil(*middle);
}

void AffectedJourneys::advanceTo(Second asOf)
{
    const Second hour = std::chrono::floor<std::chrono::hours>(asOf);
    if (hour <= m_hour)
        return;
    m_hour = hour;
    countWaiting();
    // What comes late is as old, whether there was anything to let go of or not.
    const Second horizon = hour - kFollowed;
    m_letGoUntil = std::max(m_letGoUntil, horizon);
    const auto isOld = [horizon](const Pair &pair) {
        return !pair.isFree() && pair.latest <= horizon;
    };
    if (std::ranges::any_of(m_slots, isOld))
        forgetUntil(horizon);
}

// In place, because memory asked for here would be asked for by an event.
void AffectedJourneys::forgetUntil(Second horizon)
{
    m_letGoUntil = std::max(m_letGoUntil, horizon);
    m_size -= m_slots.erase([this](const Pair &pair) { return pair.latest <= m_letGoUntil; },
                            [this](const Pair &pair) { return hashOf(pair.key); });
}

void AffectedJourneys::fail(Subject subject, std::uint64_t journey, Second at,
                            const std::optional<wire::Money> &worth)
{
    m_waiting[m_waitingSize++] = {keyOf(subject, journey), journey, at, worth, subject};
    if (m_waitingSize == m_waiting.size())
        countBatch();
}

// Several are asked for at once, since a processor looks up several addresses at once.
void AffectedJourneys::countBatch()
{
    const auto half = m_waiting.begin() + kBatch;
    for (auto next = half; next != m_waiting.end(); ++next)
        prefetch(next->key);
    for (auto asked = m_waiting.begin(); asked != half; ++asked)
        count(*asked);
    std::copy(half, m_waiting.end(), m_waiting.begin());
    m_waitingSize = kBatch;
}

void AffectedJourneys::prefetch(std::uint64_t key) const
{
    if (m_slots.empty())
        return;
    // The pair, which may lie in two lines of the cache, and the next, where its place is taken.
    const std::size_t home = m_slots.homeOf(hashOf(key));
    askFor(&m_slots[home]);
    askFor(&m_slots[home].subject);
    askFor(&m_slots[m_slots.after(home)].subject);
}

void AffectedJourneys::countWaiting()
{
    for (std::size_t i = 0; i < m_waitingSize; ++i)
        count(m_waiting[i]);
    m_waitingSize = 0;
}

void AffectedJourneys::count(const Failure &failure)
{
    const auto &[key, journey, at, worth, subject] = failure;
    m_first = std::min(m_first, at);
    if (at <= m_letGoUntil)
        return;
    if (m_size >= m_mostPairs)
        letGo();
    if ((m_size + 1) * 2 > m_slots.size())
        grow(std::max(kFirstSlots, m_slots.size() * 2));
    Pair &pair = slotOf(key);
    if (pair.isFree()) {
        pair = {key, journey, at, Second::min(), 0, {}, subject};
        ++m_size;
    }
    pair.latest = std::max(pair.latest, at);
    // Of two in one second the larger: the order of arrival must not show.
    if (worth && std::tuple(at, worth->minor, worth->currency) >=
                     std::tuple(pair.pricedAt, pair.minor, pair.currency)) {
        pair.pricedAt = at;
        pair.minor = worth->minor;
        pair.currency = worth->currency;
    }
}

void AffectedJourneys::complete(std::uint64_t journey, Second at)
{
    m_completions.raise(journey, at);
    if (at - m_swept < 10min && m_completions.size() < kMostCompletions)
        return;
    m_swept = std::max(m_swept, at);
    m_completions.forgetUntil(m_completions.size() < kMostCompletions ? at - kRemembered
                                                                      : at - 30min);
}

// Adds up pairs to a cost at `asOf`.
class AffectedJourneys::Sum
{
public:
    void add(const Pair &pair, bool completed, bool gone, bool priced)
    {
        ++m_cost.met;
        if (completed) {
            ++m_cost.completed;
            return;
        }
        ++(gone ? m_cost.lost : m_cost.atRisk);
        if (!priced)
            ++m_cost.unpriced;
        else
            (gone ? m_lost : m_atRisk)[pair.currency] += pair.minor;
    }

    [[nodiscard]] Cost cost(bool bounded) const
    {
        Cost cost = m_cost;
        cost.bounded = bounded;
        cost.lostSums = sumsOf(m_lost);
        cost.atRiskSums = sumsOf(m_atRisk);
        return cost;
    }

private:
    Cost m_cost;
    std::map<wire::CurrencyCode, std::int64_t> m_lost;
    std::map<wire::CurrencyCode, std::int64_t> m_atRisk;
};

void AffectedJourneys::addTo(Sum &sum, const Pair &pair, Second asOf, Seconds maturing) const
{
    const auto completed = m_completions.find(pair.journey);
    sum.add(pair, completed && *completed >= pair.latest && *completed <= asOf,
            asOf - pair.latest > maturing, pair.pricedAt > m_hour - kFollowed);
}

bool AffectedJourneys::boundedFrom(Second from) const
{
    return m_letGoUntil > from && m_letGoUntil >= m_first;
}

Cost AffectedJourneys::cost(Subject subject, Second from, Second to, Second asOf, Seconds maturing)
{
    countWaiting();
    Sum sum;
    for (const Pair &pair : m_slots)
        if (!pair.isFree() && pair.subject == subject && pair.latest > from && pair.latest <= to)
            addTo(sum, pair, asOf, maturing);
    return sum.cost(boundedFrom(from));
}

std::vector<Cost> AffectedJourneys::categoryCosts(std::size_t categories, Second from, Second asOf,
                                                  Seconds maturing)
{
    countWaiting();
    std::vector<Sum> sums(categories);
    for (const Pair &pair : m_slots) {
        const std::size_t category = pair.subject.id / 2;
        if (!pair.isFree() && pair.subject == Subject::category(pair.subject.id / 2) &&
            category < categories && pair.latest > from && pair.latest <= asOf)
            addTo(sums[category], pair, asOf, maturing);
    }
    std::vector<Cost> costs;
    for (const Sum &sum : sums)
        costs.push_back(sum.cost(boundedFrom(from)));
    return costs;
}

} // namespace ingest::incidents

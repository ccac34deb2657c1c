// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/what_changed.h"

#include "ingest/evidence/significance.h"
#include "ingest/evidence/trait_table.h"
#include "ingest/evidence/worst_span.h"

#include <algorithm>
#include <set>
#include <span>

namespace ingest::evidence {

namespace {

using namespace std::chrono_literals;

constexpr double kFalseDiscoveries = 0.05;
constexpr std::uint64_t kLeastMarked = 10;   // attempts with a trait, to look at it at all
constexpr std::uint64_t kEnoughBefore = 10;  // failing before, to know what is usual
constexpr std::size_t kMostConjunctions = 5; // traits to look for a partner of
constexpr std::size_t kMostBins = 360;
constexpr Seconds kLeastBefore = 15min;

// What a trait is believed by.
class Inquiry
{
public:
    explicit Inquiry(const TraitTable &traits) : m_traits(traits) {}

    [[nodiscard]] std::vector<Difference> differences() const;

private:
    struct Candidate
    {
        std::vector<Trait> traits;
        Table now;
        Table before;
        double chance = 1;
        double deviance = 0;
        bool named = false;
    };

    [[nodiscard]] std::vector<Candidate> singles() const;
    [[nodiscard]] std::vector<Candidate> conjunctions(const std::vector<Candidate> &singles) const;
    [[nodiscard]] Candidate conjunction(const Candidate &single, const Trait &partner) const;
    [[nodiscard]] Table both(bool now, const Trait &a, const Trait &b) const;
    [[nodiscard]] Difference differenceOf(const Candidate &candidate) const;
    static void believe(std::vector<Candidate> &candidates);

    const TraitTable &m_traits;
};

// The chance that nothing changed for those with the mark. Where enough failed before, whether
// their odds of failing have moved away from the others': they have not where the mark always
// failed more often, nor in a rise that hits everyone. Where hardly anything failed, whether they
// fail more often than then. Where there were hardly any of them, that is the change, if they have
// also become more of the failing.
double chanceOfNoChange(const Table &now, const Table &before)
{
    const bool known = before.marked >= kLeastMarked;
    if (before.failing >= kEnoughBefore)
        return known ? oddsApartUpperTail(now, before)
                     : fisherUpperTail({now.both, now.both + before.both, now.failing,
                                        now.failing + before.failing});
    return known ? fisherUpperTail(
                       {now.both, now.marked, now.both + before.both, now.marked + before.marked})
                 : 0;
}

void Inquiry::believe(std::vector<Candidate> &candidates)
{
    std::vector<double> chances;
    for (const Candidate &candidate : candidates)
        chances.push_back(candidate.chance);
    const std::vector<bool> rejected = benjaminiHochberg(chances, kFalseDiscoveries);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        candidates[i].named = rejected[i];
}

std::vector<Inquiry::Candidate> Inquiry::singles() const
{
    std::vector<Candidate> singles;
    for (const Trait &trait : m_traits.traits(kLeastMarked)) {
        Candidate single{
            {trait}, m_traits.count(true, trait, {}), m_traits.count(false, trait, {})};
        single.chance =
            std::max(fisherUpperTail(single.now), chanceOfNoChange(single.now, single.before));
        single.deviance = deviance(single.now);
        singles.push_back(std::move(single));
    }
    believe(singles);
    return singles;
}

// Marked are those that bear both.
Table Inquiry::both(bool now, const Trait &a, const Trait &b) const
{
    Table all = m_traits.count(now, a, {});
    const Table within = m_traits.count(now, a, {b});
    all.both = within.both;
    all.marked = within.marked;
    return all;
}

// Believed only where each makes a difference among those that bear the other.
Inquiry::Candidate Inquiry::conjunction(const Candidate &single, const Trait &partner) const
{
    const Trait &trait = single.traits.front();
    Candidate pair{{trait, partner}, both(true, trait, partner), both(false, trait, partner)};
    pair.chance = std::max({fisherUpperTail(m_traits.count(true, partner, {trait})),
                            fisherUpperTail(m_traits.count(true, trait, {partner})),
                            chanceOfNoChange(pair.now, pair.before)});
    pair.deviance = deviance(pair.now);
    return pair;
}

std::vector<Inquiry::Candidate> Inquiry::conjunctions(const std::vector<Candidate> &singles) const
{
    std::vector<const Candidate *> named;
    for (const Candidate &single : singles)
        if (single.named)
            named.push_back(&single);
    std::ranges::stable_sort(named, std::greater<>{}, &Candidate::deviance);
    if (named.size() > kMostConjunctions)
        named.resize(kMostConjunctions);
    std::vector<Candidate> pairs;
    for (std::size_t i = 0; i < named.size(); ++i)
        for (const Candidate &partner : singles) {
            const Trait &trait = partner.traits.front();
            const bool seen =
                std::ranges::any_of(std::span(named).first(i + 1), [&](const Candidate *before) {
                    return before->traits.front() == trait;
                });
            if (seen || trait.attribute == named[i]->traits.front().attribute)
                continue;
            Candidate pair = conjunction(*named[i], trait);
            if (pair.now.marked >= kLeastMarked)
                pairs.push_back(std::move(pair));
        }
    believe(pairs);
    std::erase_if(pairs, [](const Candidate &pair) { return !pair.named; });
    return pairs;
}

Difference Inquiry::differenceOf(const Candidate &candidate) const
{
    Difference difference;
    for (const Trait &trait : candidate.traits)
        difference.traits.emplace_back(m_traits.attribute(trait), m_traits.value(trait));
    std::ranges::sort(difference.traits);
    const Table &now = candidate.now;
    difference.now = {now.both, now.marked};
    difference.before = {candidate.before.both, candidate.before.marked};
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    const double usual = share(now.failing - now.both, now.trials - now.marked);
    const double beyond = static_cast<double>(now.both) - usual * static_cast<double>(now.marked);
    difference.factor = share(now.both, now.failing) / share(now.marked, now.trials);
    difference.explained = std::max(0.0, beyond / static_cast<double>(now.failing));
    difference.deviance = candidate.deviance;
    difference.named = candidate.named;
    return difference;
}

std::vector<Difference> Inquiry::differences() const
{
    const std::vector<Candidate> all = singles();
    std::vector<Difference> named;
    std::vector<Difference> others;
    for (const Candidate &single : all)
        (single.named ? named : others).push_back(differenceOf(single));
    for (const Candidate &pair : conjunctions(all))
        named.push_back(differenceOf(pair));
    std::ranges::stable_sort(named, std::greater<>{}, &Difference::deviance);
    std::ranges::stable_sort(others, std::greater<>{}, &Difference::factor);
    std::set<std::string> shown;
    for (const Difference &difference : named)
        if (difference.traits.size() == 1)
            shown.insert(difference.traits.front().first);
    for (Difference &other : others)
        if (other.factor >= 1 && shown.insert(other.traits.front().first).second)
            named.push_back(std::move(other));
    return named;
}

Tried triedIn(const std::vector<Attempt> &attempts)
{
    const auto failing = std::ranges::count_if(attempts, &Attempt::fails);
    return {static_cast<std::uint64_t>(failing), attempts.size()};
}

std::uint64_t failuresIn(const std::vector<Attempt> &attempts)
{
    std::uint64_t failures = 0;
    for (const Attempt &attempt : attempts)
        failures += attempt.failures;
    return failures;
}

WhatChanged inquire(const KeptEvents &kept, const config::Configuration &configuration,
                    const Question &question, Second since, Second from, Second to)
{
    const auto now = attemptsIn(kept, configuration, question, from, to);
    const auto before = attemptsIn(kept, configuration, question, since, from);
    WhatChanged changed{from, to, triedIn(now), triedIn(before), failuresIn(now), {}};
    if (changed.failures < WhatChanged::kLeastFailures)
        return changed;
    TraitTable traits(configuration.fields);
    traits.add(now, true);
    traits.add(before, false);
    traits.leaveOutTellTales();
    changed.differences = Inquiry(traits).differences();
    return changed;
}

// Since when both who failed and who did not is kept, at most until `to`.
Second wholeFrom(const KeptEvents &kept, Second to)
{
    const Timestamp gone = kept.wholeSince();
    return gone == Timestamp::min() ? Second{} : std::min(bucketOf(gone), to);
}

} // namespace

WhatChanged whatChanged(const KeptEvents &kept, const config::Configuration &configuration,
                        const Question &question)
{
    const Second to = question.attempts.to;
    const Second whole = wholeFrom(kept, to);
    const Second from = std::max(question.attempts.from, whole);
    const Second since = std::max(from - std::max(to - from, kLeastBefore), whole);
    return inquire(kept, configuration, question, since, from, to);
}

WhatChanged whatChangedLately(const KeptEvents &kept, const config::Configuration &configuration,
                              const Question &question)
{
    const Second to = question.attempts.to;
    const Second since = std::max(question.attempts.from, wholeFrom(kept, to));
    const auto attempts = attemptsIn(kept, configuration, question, since, to);
    Second first = to;
    for (const Attempt &attempt : attempts)
        first = std::min(first, bucketOf(attempt.event.record.time) - Seconds{1});
    // Bins end at `to`, so that the newest failures are in a bin of their own.
    const Seconds width = std::max<Seconds>(1s, (to - first) / kMostBins + 1s);
    std::vector<Bin> bins(static_cast<std::size_t>((to - first) / width) + 1);
    for (const Attempt &attempt : attempts) {
        const auto age =
            static_cast<std::size_t>((to - bucketOf(attempt.event.record.time)) / width);
        Bin &bin = bins[bins.size() - 1 - age];
        ++bin.attempts;
        bin.failing += attempt.fails;
        bin.failures += attempt.failures;
    }
    const auto worst = worstSpan(bins, WhatChanged::kLeastFailures);
    if (!worst)
        return {first, to, triedIn(attempts), {}, failuresIn(attempts), {}};
    const auto edge = [&](std::size_t bin) {
        return to - width * static_cast<Seconds::rep>(bins.size() - bin);
    };
    return inquire(kept, configuration, question, since, edge(worst->begin), edge(worst->end));
}

} // namespace ingest::evidence

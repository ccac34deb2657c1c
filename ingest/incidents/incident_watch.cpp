// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/incident_watch.h"

#include "ingest/incidents/category_standing.h"
#include "ingest/incidents/owner_rules.h"
#include "ingest/metrics/wilson.h"
#include "ingest/metrics/window_edges.h"

#include <algorithm>

namespace ingest::incidents {

namespace {

using namespace std::chrono_literals;

constexpr Seconds kSourceGoneAfter = 10s;
constexpr Seconds kEndedShown = 24h;
constexpr std::size_t kMostAcknowledged = 1000;
// After so many seconds without any event nothing changes from one to the next.
constexpr Seconds kSettles = 10min;

} // namespace

IncidentWatch::IncidentWatch(const config::Configuration &configuration, std::uint64_t seed)
    : m_configuration(configuration), m_roles(configuration.signals.size()), m_journeys(seed)
{
    if (!configuration.incident.watched)
        return;
    bool converts = false;
    for (std::size_t i = 0; i < m_roles.size(); ++i) {
        const config::SignalConfiguration &signal = configuration.signals[i];
        if (signal.kind == config::SignalKind::ratio) {
            m_roles[i].kind = Role::Kind::ratio;
            m_ratios[i];
        } else if (signal.kind == config::SignalKind::funnel &&
                   signal.name == configuration.experience.conversion) {
            m_roles[i] = {Role::Kind::conversion,
                          metrics::MatchMask{1} << (signal.steps.size() - 1)};
            converts = true;
        }
    }
    for (std::size_t i = 0; i < m_roles.size() && !converts; ++i)
        if (configuration.signals[i].name == configuration.experience.revenue)
            m_roles[i] = {Role::Kind::conversion, metrics::kMatched};
}

void IncidentWatch::record(std::size_t signal, const metrics::Occurrence &occurrence,
                           metrics::MatchMask matched)
{
    const Role &role = m_roles[signal];
    if (role.kind == Role::Kind::conversion) {
        if ((matched & role.completes) != 0 && occurrence.journey)
            m_journeys.complete(*occurrence.journey, occurrence.bucket);
        return;
    }
    const bool bad = (matched & metrics::kGood) == 0;
    m_ratios.find(signal)->second.add(occurrence.bucket, bad);
    if (bad && occurrence.journey)
        m_journeys.fail(Subject::ratio(signal), *occurrence.journey, occurrence.bucket,
                        occurrence.event.money);
}

void IncidentWatch::fail(std::uint32_t category, const metrics::Occurrence &occurrence)
{
    if (!m_configuration.incident.watched)
        return;
    m_categories[category].add(occurrence.bucket, true);
    if (occurrence.journey)
        m_journeys.fail(Subject::category(category), *occurrence.journey, occurrence.bucket,
                        occurrence.event.money);
}

void IncidentWatch::advanceTo(Second asOf, Timestamp startedAt,
                              const metrics::CategoryTallies &categories,
                              const metrics::SourceLedger &sources)
{
    if (!m_configuration.incident.watched)
        return;
    // Second by second, so that it makes no difference how often the engine is told the time.
    Second at = m_asOf == Second::min() ? asOf : m_asOf + 1s;
    for (const Second until = std::min(asOf, at + kSettles); at <= until; at += 1s) {
        judgeRatios(at);
        judgeCategories(at, startedAt, categories);
    }
    m_asOf = asOf;
    m_journeys.advanceTo(asOf);
    judgeSources(asOf, sources);
}

double IncidentWatch::limitOf(std::size_t signal) const
{
    return m_configuration.signals[signal].limit.value_or(kDefaultLimit);
}

void IncidentWatch::judgeRatios(Second at)
{
    for (const auto &[signal, trials] : m_ratios) {
        const RecentTrials::Counts counts = trials.counts(at);
        const bool holds = counts.trials != 0 &&
                           metrics::wilson95(counts.bad, counts.trials).lower > limitOf(signal);
        m_log.judge({IncidentKind::ratio, m_configuration.signals[signal].name,
                     m_configuration.incident.opensAfter, m_configuration.incident.closesAfter},
                    holds, at);
    }
}

void IncidentWatch::judgeCategories(Second at, Timestamp startedAt,
                                    const metrics::CategoryTallies &categories)
{
    for (const auto &[ordinal, failures] : m_categories) {
        const metrics::CategoryTable::Category &category = categories.categories()[ordinal];
        const bool holds = isFresh(category, at, startedAt) && failures.counts(at).bad >= kFrequent;
        m_log.judge({IncidentKind::category, category.name, 0s,
                     m_configuration.incident.closesAfter, bucketOf(category.seen.first())},
                    holds, at);
    }
}

void IncidentWatch::judgeSources(Second at, const metrics::SourceLedger &sources)
{
    const auto judge = [&](std::uint32_t source, bool gone) {
        const Timestamp last = sources.account(source).awaitedSince();
        m_log.judge({IncidentKind::source, sources.account(source).name(), kSourceGoneAfter, 0s,
                     bucketOf(last)},
                    gone, at);
    };
    std::vector<std::uint32_t> gone;
    for (std::uint32_t source = 0; source < sources.size(); ++source)
        if (sources.state(source, at) == SourceState::silent)
            gone.push_back(source);
    for (const std::uint32_t source : m_gone)
        if (!std::ranges::binary_search(gone, source))
            judge(source, false);
    for (const std::uint32_t source : gone)
        judge(source, true);
    m_gone = std::move(gone);
}

void IncidentWatch::acknowledge(const std::string &subject, const std::string &by)
{
    if (by.empty())
        m_acknowledged.erase(subject);
    else if (m_acknowledged.size() < kMostAcknowledged || m_acknowledged.contains(subject))
        m_acknowledged[subject] = by;
}

std::string IncidentWatch::acknowledgedBy(const std::string &subject) const
{
    const auto found = m_acknowledged.find(subject);
    return found == m_acknowledged.end() ? std::string() : found->second;
}

std::vector<Incident> IncidentWatch::incidents(Second asOf, Seconds maturing,
                                               const metrics::CategoryTallies &categories)
{
    std::vector<Incident> shown(m_log.open().rbegin(), m_log.open().rend());
    for (auto ended = m_log.ended().rbegin(); ended != m_log.ended().rend(); ++ended)
        if (asOf - *ended->until < kEndedShown)
            shown.push_back(*ended);
    for (Incident &incident : shown)
        fill(incident, asOf, maturing, categories);
    return shown;
}

void IncidentWatch::fill(Incident &incident, Second asOf, Seconds maturing,
                         const metrics::CategoryTallies &categories)
{
    incident.acknowledgedBy = acknowledgedBy(incident.subject);
    const Second to = incident.until.value_or(asOf);
    const auto put = [&](Subject subject, const RecentTrials &trials) {
        const RecentTrials::Counts counts = trials.counts(std::min(to, asOf));
        incident.failures = counts.bad;
        incident.trials = counts.trials;
        incident.wilson95 = metrics::wilson95(counts.bad, counts.trials);
        incident.cost = m_journeys.cost(subject, incident.since - 1s, to, asOf, maturing);
        incident.journeys = incident.cost.met;
    };
    for (const auto &[signal, trials] : m_ratios) {
        const config::SignalConfiguration &configured = m_configuration.signals[signal];
        if (incident.kind != IncidentKind::ratio || configured.name != incident.subject)
            continue;
        incident.title = configured.title.empty() ? configured.name : configured.title;
        incident.limit = limitOf(signal);
        incident.owner =
            ownerOf(m_configuration,
                    {configured.bad.empty() ? "" : configured.bad.front().pattern, "", ""});
        put(Subject::ratio(signal), trials);
    }
    for (const auto &[ordinal, trials] : m_categories) {
        const metrics::CategoryTable::Category &category = categories.categories()[ordinal];
        if (incident.kind != IncidentKind::category || category.name != incident.subject)
            continue;
        incident.owner = ownerOf(m_configuration, {category.type, category.source, category.name});
        put(Subject::category(ordinal), trials);
    }
    if (incident.kind == IncidentKind::source)
        incident.owner = ownerOf(m_configuration, {"", incident.subject, ""});
}

void IncidentWatch::describe(std::vector<CategorySnapshot> &categories, const metrics::View &view,
                             const Beginning &beginning, Seconds maturing,
                             const metrics::CategoryTallies &tallies)
{
    Recently recently = observedRecently(view.asOf, beginning.startedAt, beginning.away);
    const std::vector<Cost> costs =
        m_journeys.categoryCosts(tallies.categories().size(),
                                 metrics::windowStart(view.window, view.asOf), view.asOf, maturing);
    for (CategorySnapshot &category : categories) {
        recently.lately = tallies.count(Window::fiveMinutes, category.ordinal);
        recently.hour = tallies.count(Window::oneHour, category.ordinal);
        const Standing standing = standingOf(tallies.categories()[category.ordinal], recently,
                                             view.asOf, beginning.startedAt);
        category.state = standing.state;
        category.growth = standing.growth;
        category.acknowledgedBy = acknowledgedBy(category.category);
        category.owner =
            ownerOf(m_configuration, {category.type, category.source, category.category});
        category.cost = costs[category.ordinal];
    }
}

} // namespace ingest::incidents

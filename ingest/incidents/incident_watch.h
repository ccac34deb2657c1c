// SPDX-License-Identifier: GPL-3.0-or-later
// Notices what hurts customers: ratios over their limit, categories new and frequent, sources gone;
// follows the journeys they hit. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/incidents/affected_journeys.h"
#include "ingest/incidents/incident_log.h"
#include "ingest/incidents/recent_trials.h"
#include "ingest/metrics/away_spans.h"
#include "ingest/metrics/category_tallies.h"
#include "ingest/metrics/match_mask.h"
#include "ingest/metrics/signal.h"
#include "ingest/metrics/source_ledger.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ingest::incidents {

class IncidentWatch
{
public:
    static constexpr double kDefaultLimit = 0.05;  // share of failures, of a ratio that names none
    static constexpr std::uint64_t kFrequent = 10; // failures a minute, of a new category

    // The configuration outlives this. `seed`: see AffectedJourneys. Where the configuration says
    // that incidents are not watched for, nothing costs anything and there are none.
    IncidentWatch(const config::Configuration &configuration, std::uint64_t seed);

    // For every event a signal matched. Cheap for signals that are no ratio and no conversion.
    void match(std::size_t signal, const metrics::Occurrence &occurrence,
               metrics::MatchMask matched)
    {
        if (m_roles[signal].kind != Role::Kind::none)
            record(signal, occurrence, matched);
    }
    // For every failing event.
    void fail(std::uint32_t category, const metrics::Occurrence &occurrence);

    // All that is given stands at `asOf`, which has risen by at least a second.
    void advanceTo(Second asOf, Timestamp startedAt, const metrics::CategoryTallies &categories,
                   const metrics::SourceLedger &sources);

    // Of a category or incident; an empty name takes it back.
    void acknowledge(const std::string &subject, const std::string &by);
    [[nodiscard]] std::string acknowledgedBy(const std::string &subject) const;
    // Who, by subject.
    [[nodiscard]] const std::map<std::string, std::string> &acknowledged() const
    {
        return m_acknowledged;
    }

    // What a snapshot shows; see Snapshot::incidents. `maturing`: the time nine in ten conversions
    // take.
    [[nodiscard]] std::vector<Incident> incidents(Second asOf, Seconds maturing,
                                                  const metrics::CategoryTallies &categories);
    // Since when there is anything, but for where nobody was there.
    struct Beginning
    {
        Timestamp startedAt;
        const metrics::AwaySpans &away;
    };
    // Owner, cost, state and who looks after it, of every category of a snapshot.
    void describe(std::vector<CategorySnapshot> &categories, const metrics::View &view,
                  const Beginning &beginning, Seconds maturing,
                  const metrics::CategoryTallies &tallies);

    // All of it, both ways; see StateWriter. Categories and sources are numbered below their
    // counts.
    template <class Archive>
    void archive(Archive &state, std::size_t categoryCount, std::size_t sourceCount)
    {
        auto &[configuration, roles, ratios, categories, gone, journeys, log, asOf, acknowledged] =
            *this;
        for (auto &[signal, trials] : ratios) // those of the configuration
            state(trials);
        state(categories, gone, journeys, log, asOf, acknowledged);
        if constexpr (Archive::kReading)
            state.require(hasNumbersBelow(categoryCount, sourceCount),
                          "something nobody has named");
    }

private:
    struct Role
    {
        enum class Kind : std::uint8_t { none, ratio, conversion };
        Kind kind = Kind::none;
        metrics::MatchMask completes = 0; // conversion
    };

    [[nodiscard]] bool hasNumbersBelow(std::size_t categories, std::size_t sources) const
    {
        return (m_categories.empty() || m_categories.rbegin()->first < categories) &&
               std::ranges::all_of(m_gone, [=](std::uint32_t each) { return each < sources; });
    }

    void record(std::size_t signal, const metrics::Occurrence &occurrence,
                metrics::MatchMask matched);
    void judgeRatios(Second at);
    void judgeCategories(Second at, Timestamp startedAt,
                         const metrics::CategoryTallies &categories);
    void judgeSources(Second at, const metrics::SourceLedger &sources);
    void fill(Incident &incident, Second asOf, Seconds maturing,
              const metrics::CategoryTallies &categories);
    [[nodiscard]] double limitOf(std::size_t signal) const;

    const config::Configuration &m_configuration;
    std::vector<Role> m_roles;                          // by signal
    std::map<std::size_t, RecentTrials> m_ratios;       // by signal
    std::map<std::uint32_t, RecentTrials> m_categories; // by ordinal; those seen of late
    std::vector<std::uint32_t> m_gone;                  // sources, by dense number
    AffectedJourneys m_journeys;
    IncidentLog m_log;
    Second m_asOf = Second::min();
    std::map<std::string, std::string> m_acknowledged; // who, by subject
};

} // namespace ingest::incidents

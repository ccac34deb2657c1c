// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/incident_cause.h"

#include <algorithm>

namespace ingest::evidence {

namespace {

constexpr Seconds kBeforeIncident = std::chrono::minutes{15};

// Empty where neither the configuration nor the window knows what the incident is about.
std::optional<Question> questionAbout(const Snapshot &snapshot, const Incident &incident)
{
    const config::Configuration &configuration = *snapshot.configuration;
    const Figure when = figureIn(Window::oneHour, snapshot.asOf);
    if (incident.kind == IncidentKind::ratio) {
        const auto ratio = std::ranges::find(configuration.signals, incident.subject,
                                             &config::SignalConfiguration::name);
        if (ratio != configuration.signals.end())
            return questionAbout(configuration,
                                 static_cast<std::size_t>(ratio - configuration.signals.begin()),
                                 when);
    }
    if (incident.kind == IncidentKind::category) {
        const auto &categories = snapshot.metrics->categories;
        const auto category =
            std::ranges::find(categories, incident.subject, &CategorySnapshot::category);
        if (category != categories.end())
            return questionAbout(configuration, category->ordinal, category->type, when);
    }
    return std::nullopt;
}

} // namespace

Question lookedAtSince(Question question, Second since)
{
    question.attempts.from = std::min(question.attempts.from, since - kBeforeIncident);
    return question;
}

IncidentCause causeOf(const Snapshot &snapshot, const Incident &incident)
{
    IncidentCause cause{incident.subject, incident.since, snapshot.asOf, {}, {}};
    if (!snapshot.kept || !snapshot.configuration || !snapshot.metrics)
        return cause;
    const auto question = questionAbout(snapshot, incident);
    if (!question)
        return cause;
    const WhatChanged changed = whatChangedLately(*snapshot.kept, *snapshot.configuration,
                                                  lookedAtSince(*question, incident.since));
    cause.tried = changed.now;
    if (!changed.differences.empty() && changed.differences.front().named)
        cause.difference = changed.differences.front();
    return cause;
}

} // namespace ingest::evidence

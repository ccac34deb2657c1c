// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident_marks.h"

#include "models/clock_text.h"
#include "models/incident_name.h"
#include "models/incident_rank.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

constexpr std::size_t kMostMarks = 8;

QString incidentMarksTr(const char *text)
{
    return QCoreApplication::translate("IncidentMarks", text);
}

IncidentMark markOf(const ingest::Incident &incident, double nowMs, const TimeAxis &axis)
{
    const double since = toMs(incident.since);
    const double until = incident.until ? toMs(*incident.until) : nowMs;
    IncidentMark mark;
    mark.fromMs = std::max(since, axis.fromMs);
    mark.toMs = std::min(until, axis.toMs);
    mark.begins = since >= axis.fromMs;
    mark.status = statusOf(incident.kind);
    mark.title = nameOfIncident(incident);
    const QString lasting = spanText((until - since) / 1000);
    mark.note = incident.until ? lasting : incidentMarksTr("open, %1").arg(lasting);
    return mark;
}

// Sources that are gone together share a mark, which begins with the first.
void joinGone(std::vector<ingest::Incident> &incidents)
{
    const auto first = std::ranges::find_if(incidents, isGone);
    const auto gone = std::ranges::count_if(incidents, isGone);
    if (gone < 2)
        return;
    first->title = incidentMarksTr("%1 sources").arg(gone).toStdString();
    for (auto other = std::next(first); other != incidents.end(); ++other)
        if (isGone(*other))
            first->since = std::min(first->since, other->since);
    incidents.erase(std::remove_if(std::next(first), incidents.end(), isGone), incidents.end());
}

} // namespace

std::vector<IncidentMark> incidentMarks(const ingest::Snapshot &snapshot, const TimeAxis &axis)
{
    std::vector<ingest::Incident> incidents = snapshot.incidents;
    std::ranges::stable_sort(incidents, isWorse);
    joinGone(incidents);
    std::vector<IncidentMark> marks;
    for (const ingest::Incident &incident : incidents) {
        const IncidentMark mark = markOf(incident, toMs(snapshot.engineTime), axis);
        if (mark.toMs >= mark.fromMs && marks.size() < kMostMarks)
            marks.push_back(mark);
    }
    return marks;
}

} // namespace models

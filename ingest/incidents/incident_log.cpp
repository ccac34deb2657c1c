// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/incident_log.h"

#include <algorithm>

namespace ingest::incidents {

bool IncidentLog::isOpen(const Condition &condition) const
{
    return std::ranges::any_of(m_open, [&](const Incident &incident) {
        return incident.kind == condition.kind && incident.subject == condition.subject;
    });
}

void IncidentLog::judge(const Condition &condition, bool holds, Second at)
{
    const Key key{condition.kind, condition.subject};
    auto found = m_courses.find(key);
    if (found == m_courses.end()) {
        if (!holds)
            return;
        found = m_courses.emplace(key, Course{}).first;
    }
    Course &course = found->second;
    if (holds) {
        if (course.holdsSince == Second::max())
            course.holdsSince = std::min(at, condition.since);
        course.heldLast = at;
        if (at - course.holdsSince >= condition.opensAfter && !isOpen(condition))
            open(condition, course.holdsSince);
        return;
    }
    course.holdsSince = Second::max();
    if (!isOpen(condition)) {
        m_courses.erase(found);
    } else if (at - course.heldLast >= condition.closesAfter) {
        close(condition, course.heldLast + std::max(Seconds{1}, condition.closesAfter));
        m_courses.erase(found);
    }
}

void IncidentLog::open(const Condition &condition, Second since)
{
    if (m_open.size() >= kMostOpen)
        return;
    Incident &incident = m_open.emplace_back();
    incident.id = ++m_last;
    incident.kind = condition.kind;
    incident.subject = condition.subject;
    incident.title = condition.subject;
    incident.since = since;
}

void IncidentLog::close(const Condition &condition, Second until)
{
    const auto found = std::ranges::find_if(m_open, [&](const Incident &incident) {
        return incident.kind == condition.kind && incident.subject == condition.subject;
    });
    found->until = until;
    m_ended.push_back(std::move(*found));
    m_open.erase(found);
    if (m_ended.size() > kMostEnded)
        m_ended.erase(m_ended.begin());
}

} // namespace ingest::incidents

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident_causes.h"

#include "models/incident_rank.h"

namespace models {

namespace {

using ingest::evidence::IncidentCause;

constexpr ingest::Seconds kAskEvery{10};

IncidentCause causeOf(const CauseQuestion &question)
{
    return ingest::evidence::causeOf(*question.snapshot, question.incident);
}

} // namespace

IncidentCauses::IncidentCauses(QObject *parent)
    : QObject(parent), m_search(&causeOf, [this](auto cause) {
          m_cause = std::move(cause);
          Q_EMIT found();
      })
{
}

// Also where time was turned back.
bool IncidentCauses::isDue(const ingest::Snapshot &snapshot, const ingest::Incident &worst) const
{
    return !m_search.busy() &&
           (!m_cause || !m_cause->isOf(worst) || snapshot.asOf < m_cause->asOf ||
            snapshot.asOf >= m_cause->asOf + kAskEvery);
}

std::shared_ptr<const ingest::Snapshot>
IncidentCauses::update(std::shared_ptr<const ingest::Snapshot> snapshot)
{
    const ingest::Incident *worst = worstIncident(*snapshot);
    if (worst == nullptr || worst->kind == ingest::IncidentKind::source)
        return snapshot;
    if (isDue(*snapshot, *worst))
        m_search.ask({snapshot, *worst});
    if (!m_cause || !m_cause->isOf(*worst) || m_cause == snapshot->cause)
        return snapshot;
    auto added = std::make_shared<ingest::Snapshot>(*snapshot);
    added->cause = m_cause;
    return added;
}

} // namespace models

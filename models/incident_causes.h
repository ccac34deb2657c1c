// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out beside the GUI thread what sets those apart that meet the worst incident, and adds it
// to the snapshots that pass by. Owned by one feed; GUI thread.
#pragma once

#include "ingest/evidence/incident_cause.h"
#include "models/latest_answer.h"

#include <QObject>

#include <memory>

namespace models {

struct CauseQuestion
{
    std::shared_ptr<const ingest::Snapshot> snapshot;
    ingest::Incident incident;
};

class IncidentCauses : public QObject
{
    Q_OBJECT
public:
    explicit IncidentCauses(QObject *parent = nullptr);

    // The snapshot itself; once something is known of its worst incident, a copy whose
    // Snapshot::cause says so. Asks anew when that was 10 s of events ago.
    [[nodiscard]] std::shared_ptr<const ingest::Snapshot>
    update(std::shared_ptr<const ingest::Snapshot> snapshot);

    [[nodiscard]] bool busy() const { return m_search.busy(); }

Q_SIGNALS:
    void found(); // update() adds something new

private:
    [[nodiscard]] bool isDue(const ingest::Snapshot &snapshot, const ingest::Incident &worst) const;

    std::shared_ptr<const ingest::evidence::IncidentCause> m_cause;
    LatestAnswer<CauseQuestion, ingest::evidence::IncidentCause> m_search;
};

} // namespace models

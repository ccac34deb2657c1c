// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls the newest snapshot on a timer and hands it to the views; paused, it keeps the one shown
// while ingest goes on. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "models/incident_causes.h"
#include "models/last_heard.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace models {

class SnapshotFeed : public QObject
{
    Q_OBJECT
public:
    // `slot` outlives the feed, or what it is told to follow() instead.
    explicit SnapshotFeed(const ingest::SnapshotSlot &slot, QObject *parent = nullptr);

    [[nodiscard]] std::shared_ptr<const ingest::Snapshot> shown() const { return m_shown; }
    [[nodiscard]] bool paused() const { return m_paused; }
    // How long ago the last snapshot came, whatever the events say.
    [[nodiscard]] qint64 silentMs() const
    {
        return m_sinceLast.isValid() ? m_sinceLast.elapsed() : 0;
    }
    void setPaused(bool paused);
    // Pulls from there from now on; not paused. What was shown stays until something is there.
    void follow(const ingest::SnapshotSlot &slot);
    // Nobody looks at what is shown: looks seldom for what is new, so that little has to be made.
    void setHidden(bool hidden);

Q_SIGNALS:
    void changed(); // shown() is a newer one
    void pausedChanged(bool paused);

private:
    void pull();
    void give(std::shared_ptr<const ingest::Snapshot> latest);

    const ingest::SnapshotSlot *m_slot;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    std::shared_ptr<const ingest::Snapshot> m_latest;
    LastHeard m_heard;
    IncidentCauses m_causes;
    std::shared_ptr<const ingest::Snapshot> m_given; // by the slot; m_latest adds to it
    std::shared_ptr<const ingest::Snapshot> m_shown;
    bool m_paused = false;
};

} // namespace models

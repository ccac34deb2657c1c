// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot_feed.h"

namespace models {

namespace {

constexpr int kPullEveryMs = 33; // a snapshot is on the screen soon; looking costs next to nothing
constexpr int kPullHiddenEveryMs = 2000;

} // namespace

SnapshotFeed::SnapshotFeed(const ingest::SnapshotSlot &slot, QObject *parent)
    : QObject(parent), m_slot(&slot)
{
    connect(&m_timer, &QTimer::timeout, this, &SnapshotFeed::pull);
    connect(&m_causes, &IncidentCauses::found, this, [this] {
        if (m_latest)
            give(m_latest);
    });
    m_timer.start(kPullEveryMs);
}

void SnapshotFeed::pull()
{
    auto latest = m_slot->latest();
    if (!latest || latest == m_given)
        return;
    m_given = latest;
    m_sinceLast.start();
    give(m_heard.update(std::move(latest)));
}

void SnapshotFeed::give(std::shared_ptr<const ingest::Snapshot> latest)
{
    m_latest = m_causes.update(std::move(latest));
    if (m_paused)
        return;
    m_shown = m_latest;
    Q_EMIT changed();
}

void SnapshotFeed::follow(const ingest::SnapshotSlot &slot)
{
    m_slot = &slot;
    m_given.reset();
    m_latest.reset();
    m_heard.forget();
    m_sinceLast.start();
    setPaused(false);
    pull();
}

void SnapshotFeed::setHidden(bool hidden)
{
    const int every = hidden ? kPullHiddenEveryMs : kPullEveryMs;
    if (every == m_timer.interval())
        return;
    m_timer.start(every);
    pull();
}

void SnapshotFeed::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    Q_EMIT pausedChanged(paused);
    if (!paused && m_latest) {
        m_shown = m_latest;
        Q_EMIT changed();
    }
}

} // namespace models

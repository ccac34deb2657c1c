// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_state.h"

#include "models/clock_text.h"
#include "models/replay_text.h"
#include "models/snapshot_feed.h"
#include "models/time_axis.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace app {

namespace {

constexpr qint64 kIngestSilentMs = 3000; // a snapshot comes ten times a second

QString tr(const char *text)
{
    return QCoreApplication::translate("WindowState", text);
}

} // namespace

WindowState stateOf(const models::SnapshotFeed &feed, const std::optional<ReplayPace> &replay)
{
    const auto snapshot = feed.shown();
    if (replay) {
        const auto asOf = snapshot ? snapshot->asOf.time_since_epoch() : std::chrono::seconds{0};
        return {
            models::Status::look, tr("REPLAY %1").arg(models::speedText(replay->speed)),
            snapshot
                ? QDateTime::fromSecsSinceEpoch(asOf.count()).toString(QStringLiteral("HH:mm:ss t"))
                : QString(),
            replay->plays};
    }
    const QString now = QDateTime::currentDateTime().toString(QStringLiteral("HH:mm:ss t"));
    if (feed.silentMs() > kIngestSilentMs)
        return {models::Status::unknown, tr("STALLED"), now, {}};
    if (feed.paused() && snapshot)
        return {models::Status::look,
                tr("PAUSED %1")
                    .arg(models::spanText(double(
                        std::max<std::int64_t>(0, QDateTime::currentSecsSinceEpoch() -
                                                      snapshot->asOf.time_since_epoch().count())))),
                QDateTime::fromSecsSinceEpoch(snapshot->asOf.time_since_epoch().count())
                    .toString(QStringLiteral("HH:mm:ss t")),
                {},
                true};
    if (!snapshot || snapshot->freshness.state == ingest::FreshnessState::waiting)
        return {models::Status::unknown, tr("WAITING"), now, {}};
    if (snapshot->freshness.state == ingest::FreshnessState::stale)
        return {models::Status::unknown, tr("STALE"), now, {}};
    return {models::Status::normal, tr("LIVE"), now, {}};
}

QString titleOf(const QString &recordedTo)
{
    return recordedTo.isEmpty() ? QStringLiteral("Bellwether")
                                : tr("Bellwether, recording to %1").arg(recordedTo);
}

QString titleOfRecording(const QString &name)
{
    return tr("Bellwether, replaying %1").arg(name);
}

} // namespace app

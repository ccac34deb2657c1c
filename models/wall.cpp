// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall.h"

#include "models/axis_text.h"
#include "models/cause_text.h"
#include "models/clock_text.h"
#include "models/incident_rank.h"
#include "models/signs.h"
#include "models/trust.h"
#include "models/wall_sentence.h"
#include "models/window_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace models {

namespace {

constexpr std::int64_t kOwnSilenceMs = 3000; // a snapshot comes ten times a second

QString wallTr(const char *text)
{
    return QCoreApplication::translate("Wall", text);
}

Status atLeast(const ingest::Snapshot &snapshot)
{
    const ingest::Incident *incident = worstIncident(snapshot);
    return incident == nullptr ? Status::normal : statusOf(incident->kind);
}

// Who it hits comes before how many others are open.
void putWho(const ingest::Snapshot &snapshot, const ingest::Incident &incident, WallBand &band)
{
    const QString who = causeBrief(snapshot, incident);
    if (who.isEmpty())
        return;
    band.detail = who + QLatin1Char(' ') + ownerSentence(incident);
    band.brief = causeBriefest(snapshot, incident) + QLatin1Char(' ') + ownerSentence(incident);
}

// Where publishers are expected.
QString socketText(const ingest::Snapshot &snapshot)
{
    if (snapshot.sockets.empty())
        return wallTr("no endpoint is configured");
    const ingest::SocketSnapshot &socket = snapshot.sockets.front();
    const QString endpoint = QString::fromStdString(socket.endpoint);
    return socket.bound ? wallTr("listening on %1").arg(endpoint)
                        : wallTr("connecting to %1").arg(endpoint);
}

// "conversion" is named "Conversion" and so on, as the figures are.
QString labelOf(WallScene scene, const std::array<WallFigure, 4> &figures)
{
    const auto *const found = std::ranges::find(figures, scene, &WallFigure::scene);
    return found == figures.end() || found->label.isEmpty() ? nameOf(scene) : found->label;
}

} // namespace

Wall::Wall(std::vector<TimedScene> scenes) : m_rotation(std::move(scenes)) {}

void Wall::judge(const ingest::Snapshot &snapshot, bool ownSilence)
{
    using Trust = WallStatus::Trust;
    const ingest::Freshness &fresh = snapshot.freshness;
    const bool waiting = fresh.state == ingest::FreshnessState::waiting;
    const bool ended = fresh.sourcesKnown == 0 && !waiting;
    const WallFigure *worst = m_figures.worst();
    const Status level = worst != nullptr ? worst->status : Status::normal;
    m_picture.stale = ownSilence || ended || fresh.state == ingest::FreshnessState::stale;
    Trust trust = Trust::trusted;
    if (m_picture.stale)
        trust = Trust::stale;
    else if (waiting)
        trust = Trust::noData;
    else if (level != Status::bad && m_figures.anyStale())
        trust = Trust::stale; // what hurts is said; what cannot be known is not called healthy
    else if (!m_figures.enough())
        trust = Trust::noData;
    if (m_picture.stale)
        m_picture.figures = m_figures.distrustAll(snapshot);
    m_picture.word =
        m_status.update(trust, level, atLeast(snapshot), snapshot.asOf.time_since_epoch().count());
}

void Wall::explain(const ingest::Snapshot &snapshot)
{
    const std::int64_t second = snapshot.asOf.time_since_epoch().count();
    m_picture.sentence =
        wallSentence(m_picture, m_figures.worst(), snapshot, second - m_status.since());
}

void Wall::putBand(const ingest::Snapshot *snapshot, bool ownSilence, const WallInstant &instant)
{
    const auto nowMs = static_cast<double>(instant.clock.toMSecsSinceEpoch());
    m_picture.band.reset();
    if (m_picture.stale)
        m_picture.band = staleBand(snapshot, ownSilence, nowMs);
    if (snapshot != nullptr && !m_picture.band) {
        const ingest::Incident *incident = worstIncident(*snapshot);
        if (incident != nullptr && incident->kind == ingest::IncidentKind::ratio) {
            m_picture.band = incidentBand(*snapshot, *incident, nowMs);
            putWho(*snapshot, *incident, *m_picture.band);
            for (QString *text : {&m_picture.band->detail, &m_picture.band->brief})
                if (!text->isEmpty())
                    text->prepend(wallTr("Last minute. "));
        }
        if (!m_picture.band && m_figures.anyStale())
            m_picture.band = silentBand(*snapshot, nowMs);
        if (!m_picture.band && incident != nullptr) {
            m_picture.band = incidentBand(*snapshot, *incident, nowMs);
            putWho(*snapshot, *incident, *m_picture.band);
        }
        if (!m_picture.band)
            m_picture.band = incompleteBand(*snapshot);
    }
    if (!m_picture.band) {
        m_bandSinceMs.reset();
        return;
    }
    if (!m_bandSinceMs || m_bandKind != m_picture.band->kind)
        m_bandSinceMs = instant.monotonicMs;
    m_bandKind = m_picture.band->kind;
    m_picture.bandOutlined = bandOutlined((instant.monotonicMs - *m_bandSinceMs) / 1000);
}

void Wall::putClock(const WallInstant &instant, std::optional<double> ageSeconds)
{
    if (m_picture.stale && ageSeconds) {
        m_picture.clock = ageText(*ageSeconds);
        m_picture.clockNote = wallTr("since the last event");
        return;
    }
    m_picture.clock = instant.clock.toString(QStringLiteral("HH:mm"));
    m_picture.clockNote = QLocale().toString(instant.clock, QStringLiteral("ddd d MMM")) +
                          QStringLiteral(", ") + instant.clock.timeZoneAbbreviation();
}

void Wall::putFreshness(const ingest::Snapshot &snapshot, std::optional<double> ageSeconds)
{
    const ingest::Freshness &fresh = snapshot.freshness;
    const double share = lostShare(snapshot);
    const bool gaps = m_figures.anyStale() || incompleteBand(snapshot);
    m_picture.freshness = m_picture.stale || !ageSeconds ? Status::unknown
                          : gaps                         ? Status::look
                                                         : Status::normal;
    if (!ageSeconds) {
        m_picture.freshText = wallTr("No data");
        m_picture.factsText = socketText(snapshot);
        return;
    }
    const QString sources =
        fresh.sourcesKnown == 0
            ? wallTr("no source left")
            : wallTr("%1 of %2 sources").arg(fresh.sourcesUp).arg(fresh.sourcesKnown);
    if (m_picture.stale) {
        m_picture.freshText = fresh.sourcesKnown == 0 ? sources : wallTr("%1 up").arg(sources);
        m_picture.factsText =
            fresh.lastEvent ? wallTr("last event %1").arg(clockTextSeconds(toMs(*fresh.lastEvent)))
                            : QString();
        return;
    }
    m_picture.freshText = (gaps ? wallTr("Data incomplete, %1 old") : wallTr("Data live, %1 old"))
                              .arg(spanText(*ageSeconds));
    const bool known = snapshot.metrics && snapshot.metrics->windowLedger.lossKnown;
    const QString atLeast = !tailsKnown(snapshot) ? QStringLiteral("≥ ") : QString();
    const QString lost =
        share > 0 ? wallTr("lost %1 in %2")
                        .arg(atLeast + percentText(100 * share), windowText(snapshot.window))
        : known && tailsKnown(snapshot) ? wallTr("nothing lost")
                                        : wallTr("loss unknown");
    m_picture.factsText = sources + QStringLiteral(", ") + lost;
}

void Wall::putChart(const ingest::Snapshot &snapshot)
{
    m_picture.chart = wallChart(snapshot, m_rotation.scene(), m_range);
    if (m_ranged != m_picture.chart.title) { // another line, or another window
        m_range.reset();
        m_ranged = m_picture.chart.title;
        m_picture.chart = wallChart(snapshot, m_rotation.scene(), m_range);
    }
    if (m_picture.stale && !m_picture.chart.dataEndMs)
        m_picture.chart.dataEndMs = snapshot.freshness.lastEvent
                                        ? toMs(*snapshot.freshness.lastEvent)
                                        : toMs(snapshot.asOf);
}

void Wall::rotate(const ingest::Snapshot *snapshot, const WallInstant &instant)
{
    std::optional<WallScene> trouble;
    const WallFigure *worst = m_figures.worst();
    if (worst != nullptr && worst->status == Status::bad)
        trouble = worst->scene;
    else if (snapshot != nullptr && atLeast(*snapshot) == Status::bad)
        trouble = WallScene::success;
    const bool stale = statusOf(m_picture.word) == Status::unknown;
    m_rotation.update(instant.monotonicMs, stale, trouble);
    m_picture.scene = m_rotation.index();
    m_picture.scenes = m_rotation.scenes().size();
    m_picture.sceneShare = m_rotation.shareShown(instant.monotonicMs);
    m_picture.rotationHeld = m_rotation.hold() != WallRotation::Hold::none;
    switch (m_rotation.hold()) {
    case WallRotation::Hold::stale:
        m_picture.rotation = wallTr("rotation stopped");
        return;
    case WallRotation::Hold::incident:
        m_picture.rotation = wallTr("held by trouble");
        return;
    case WallRotation::Hold::byHand:
        m_picture.rotation = wallTr("held by hand");
        return;
    case WallRotation::Hold::none:
        break;
    }
    m_picture.rotation =
        m_picture.scenes < 2
            ? QString()
            : wallTr("next %1, %2")
                  .arg(labelOf(m_rotation.next(), m_picture.figures),
                       QString::number(m_rotation.secondsLeft(instant.monotonicMs)) + kNarrow +
                           QLatin1Char('s'));
}

const WallPicture &Wall::update(const std::shared_ptr<const ingest::Snapshot> &snapshot,
                                const WallInstant &instant)
{
    const bool ownSilence = instant.silentMs > kOwnSilenceMs;
    std::optional<double> age;
    if (snapshot) {
        age = m_age.updateSeconds(*snapshot, instant.silentMs, instant.monotonicMs);
        m_picture.figures = m_figures.update(*snapshot);
        judge(*snapshot, ownSilence);
    }
    m_picture.wordText = textOf(m_picture.word);
    if (snapshot) {
        explain(*snapshot);
        putFreshness(*snapshot, age);
    } else {
        m_picture.freshText = wallTr("Starting");
    }
    rotate(snapshot.get(), instant);
    if (snapshot)
        putChart(*snapshot);
    putBand(snapshot.get(), ownSilence, instant);
    putClock(instant, age);
    m_picture.shift = burnInShift(instant.monotonicMs / 1000);
    return m_picture;
}

} // namespace models

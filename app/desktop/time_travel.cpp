// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/time_travel.h"

#include "app/desktop/capsule_saving.h"
#include "app/desktop/save_dialog.h"
#include "app/desktop/window_frame.h"
#include "ingest/replay/replay_loop.h"
#include "models/replay_text.h"
#include "models/snapshot_feed.h"
#include "models/time_axis.h"
#include "models/typed_time.h"
#include "widgets/density_strip.h"
#include "widgets/rewind_bar.h"
#include "widgets/scrubber.h"
#include "widgets/transport_bar.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int kTickMs = 100;
// Seldom enough for the ingest loop to make few snapshots while nobody looks at them.
constexpr int kPresentEveryMs = 1000;
// What a recording that is being written may not hold yet.
constexpr double kUnwrittenMs = 2000;

// In whole seconds: nothing is drawn anew more often for its sake.
double nowMs()
{
    return double(QDateTime::currentSecsSinceEpoch()) * 1000;
}

void putAcknowledged(const ingest::Snapshot &snapshot, std::map<std::string, std::string> &into)
{
    for (const ingest::Incident &incident : snapshot.incidents)
        if (!incident.acknowledgedBy.empty())
            into.emplace(incident.subject, incident.acknowledgedBy);
    if (snapshot.metrics)
        for (const ingest::CategorySnapshot &category : snapshot.metrics->categories)
            if (!category.acknowledgedBy.empty())
                into.emplace(category.category, category.acknowledgedBy);
}

} // namespace

TimeTravel::TimeTravel(const ingest::SnapshotSlot &live, models::SnapshotFeed &feed,
                       WindowFrame &frame, QObject *parent)
    : QObject(parent), m_live(live), m_feed(feed), m_frame(frame), m_saving(new CapsuleSaving(this))
{
    connect(m_saving, &CapsuleSaving::said, this, &TimeTravel::said);
    m_askName = [&frame](const QString &proposed) {
        return askWhereToSave(&frame, tr("Save an incident capsule"), proposed,
                              tr("Incident capsules (*.bwcap)"));
    };
    connect(&m_tick, &QTimer::timeout, this, &TimeTravel::update);
    connect(&frame.rewindBar(), &widgets::RewindBar::rewindWanted, this, [this] { step(-10); });
    connectScrubber();
}

TimeTravel::~TimeTravel() = default;

void TimeTravel::connectScrubber()
{
    const widgets::TransportBar &transport = m_frame.scrubber().transport();
    const widgets::DensityStrip &strip = m_frame.scrubber().strip();
    connect(&transport, &widgets::TransportBar::stepWanted, this, &TimeTravel::step);
    connect(&transport, &widgets::TransportBar::playWanted, this, &TimeTravel::setPlaying);
    connect(&transport, &widgets::TransportBar::momentTyped, this, &TimeTravel::typed);
    connect(&transport, &widgets::TransportBar::liveWanted, this, &TimeTravel::goLive);
    connect(&transport, &widgets::TransportBar::capsuleWanted, this, &TimeTravel::saveCapsule);
    connect(&transport, &widgets::TransportBar::speedWanted, this, [this](double speed) {
        if (m_loop)
            m_loop->setSpeed(speed);
        update();
    });
    connect(&strip, &widgets::DensityStrip::seekWanted, this, &TimeTravel::seek);
    connect(&strip, &widgets::DensityStrip::stepWanted, this, &TimeTravel::step);
}

void TimeTravel::open(ingest::replay::Original original, ingest::Second at)
{
    m_offline = true;
    m_recorded = std::move(original);
    m_loop.reset();
    static_cast<void>(begin(at));
}

void TimeTravel::reopen(const ingest::config::Configuration &configuration)
{
    const ingest::Second at = m_loop->state().at;
    open({m_recorded.path, configuration, false}, at);
}

// False where nothing is recorded, and said.
bool TimeTravel::begin(ingest::Second at)
{
    if (m_recorded.path.empty()) {
        Q_EMIT said(tr("Events are not kept, so there is nothing to go back to. Start with "
                       "--record FOLDER, or press the red button below: from then on it is."),
                    true);
        return false;
    }
    m_original = m_recorded;
    m_marks.clear();
    m_present = m_live.latest();
    m_sincePresent.start();
    m_slot.publish(nullptr);
    m_loop = std::make_unique<ingest::replay::ReplayLoop>(m_original, m_slot, at, m_window);
    m_frame.setReplay(pace());
    m_feed.follow(m_slot);
    m_tick.start(kTickMs);
    update();
    return true;
}

void TimeTravel::goLive()
{
    if (!m_loop)
        return;
    if (m_offline) {
        m_loop->seek(ingest::replay::kEnd);
        return update();
    }
    m_tick.stop();
    m_loop.reset();
    m_present.reset();
    m_frame.setReplay(std::nullopt);
    m_feed.follow(m_live);
    Q_EMIT changed();
}

std::optional<ReplayPace> TimeTravel::pace() const
{
    if (!m_loop)
        return std::nullopt;
    const ingest::replay::ReplayState state = m_loop->state();
    return ReplayPace{state.playing, state.speed,
                      m_present ? std::optional(m_present->eventsPerSecond) : std::nullopt};
}

void TimeTravel::show(ingest::Window window)
{
    m_window = window;
    if (m_loop)
        m_loop->show(window);
}

void TimeTravel::step(int seconds)
{
    if (m_loop)
        return seek(view().atMs + seconds * 1000.0);
    if (seconds < 0)
        static_cast<void>(begin(models::toSecond(nowMs() - kUnwrittenMs + seconds * 1000.0)));
}

void TimeTravel::seek(double ms)
{
    if (!m_loop)
        return;
    const models::ScrubberView now = view();
    if (now.empty())
        return;
    if (now.live && ms > now.toMs - kUnwrittenMs)
        return goLive();
    m_loop->seek(models::toSecond(std::clamp(ms, now.fromMs, now.toMs)));
    update();
}

void TimeTravel::typed(const QString &text)
{
    const models::ScrubberView now = view();
    const auto ms =
        models::typedTime(text, now.atMs, now.fromMs, now.toMs, QTimeZone::systemTimeZone());
    if (!ms)
        Q_EMIT said(tr("“%1” is no time: expected one such as 14:09, 14:09:40 or 2025-11-20 14:09")
                        .arg(text),
                    true);
    else if (*ms < now.fromMs || *ms > now.toMs)
        Q_EMIT said(tr("The recording goes from %1 to %2: %3 is not in it")
                        .arg(models::momentText(now.fromMs, QTimeZone::systemTimeZone()),
                             models::momentText(now.toMs, QTimeZone::systemTimeZone()), text),
                    true);
    else
        seek(*ms);
}

void TimeTravel::setPlaying(bool on)
{
    if (!m_loop)
        return;
    m_loop->play(on);
    update();
}

void TimeTravel::changeSpeed(int by)
{
    if (!m_loop)
        return;
    m_loop->setSpeed(widgets::TransportBar::nextSpeed(m_loop->state().speed, by));
    update();
}

void TimeTravel::saveCapsule()
{
    if (!m_loop || view().empty())
        return;
    const auto [from, to] = m_frame.scrubber().span();
    ingest::replay::Capsule capsule;
    capsule.from = models::toSecond(from);
    capsule.to = models::toSecond(to);
    capsule.configuration = m_original.configuration;
    if (const auto shown = m_feed.shown(); shown && shown->configuration)
        capsule.configuration = *shown->configuration;
    for (const auto &present : {m_present, m_feed.shown()})
        if (present)
            putAcknowledged(*present, capsule.acknowledged);
    const QString proposed = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(from), Qt::UTC)
                                 .toString(QStringLiteral("'incident-'yyyyMMdd'T'HHmmss'Z.bwcap'"));
    const QString file = m_askName(proposed);
    if (!file.isEmpty())
        m_saving->save(m_original, std::move(capsule), m_redact, file);
}

models::ScrubberView TimeTravel::view() const
{
    const auto now = m_offline ? std::nullopt : std::optional(nowMs());
    std::vector<ingest::Marker> known;
    for (const auto &snapshot : {m_present, m_feed.shown()})
        if (snapshot)
            models::addMarkers(*snapshot, known);
    models::ScrubberView view = models::scrubberView(m_loop->state(), m_window, now, known);
    view.marks = m_marks;
    return view;
}

void TimeTravel::update()
{
    if (!m_loop)
        return;
    if (m_sincePresent.elapsed() >= kPresentEveryMs) {
        m_present = m_live.latest();
        m_sincePresent.start();
    }
    for (const auto &snapshot : {m_present, m_feed.shown()})
        if (snapshot)
            models::addIncidents(*snapshot, m_marks);
    const models::ScrubberView now = view();
    // Played up to the present: that is live.
    if (now.live && now.playing && !now.empty() && now.toMs - now.atMs < kUnwrittenMs + 1000)
        return goLive();
    m_frame.scrubber().show(now);
    m_frame.setReplay(pace());
    Q_EMIT changed();
    if (m_offline && !m_measured && !now.empty() && now.timeline->complete) {
        m_measured = true;
        Q_EMIT measured(models::toSecond(now.toMs) - models::toSecond(now.fromMs));
    }
}

} // namespace app

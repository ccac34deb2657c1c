// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/replay_loop.h"

#include "ingest/history/history_view.h"
#include "ingest/replay/checkpointed_beginnings.h"
#include "ingest/replay/low_priority.h"
#include "ingest/replay/playhead.h"
#include "ingest/replay/replay.h"
#include "ingest/replay/timeline_scan.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ingest::replay {

namespace {

using namespace std::chrono_literals;

constexpr auto kStep = 50ms; // between two looks while it plays
// Where working it out takes longer than this, playing falls behind instead of jumping.
constexpr auto kMostBehind = 250ms;
// What a growing recording has not written yet: its blocks come every half second.
constexpr Seconds kUnwritten{2};
constexpr std::size_t kEntriesAtOnce = 512;

} // namespace

struct ReplayLoop::Thread
{
    Thread(Original what, SnapshotSlot &to, Second at, Window first)
        : original(std::move(what)), slot(to), head(at), window(first), scan(original),
          replay(std::make_unique<CheckpointedBeginnings>(original)),
          past(original.history, [this] { tell([this] { completed = true; }); }),
          thread([this] { run(); })
    {
        told.at = at;
    }
    ~Thread()
    {
        tell([this] { stop = true; });
        thread.join();
    }
    Thread(const Thread &) = delete;
    Thread &operator=(const Thread &) = delete;

    template <class Change>
    void tell(Change change)
    {
        {
            const std::lock_guard lock(mutex);
            change();
            changed = true;
        }
        wake.notify_one();
    }
    // Works on what is asked for until that changes; false: it is to stop.
    bool runOnce();
    void run();
    void rest(std::unique_lock<std::mutex> &lock);
    void publish(Window shown);
    void settle(bool there);
    [[nodiscard]] Second within(Second to) const;

    const Original original;
    SnapshotSlot &slot;

    // Shared with the controlling thread.
    mutable std::mutex mutex;
    std::condition_variable wake;
    bool stop = false;
    bool changed = true;
    bool completed = false; // there is more to show of the same instant
    Playhead head;
    Window window;
    ReplayState told;

    TimelineScan scan;
    // The thread's own.
    Replay replay;
    Second target{};
    Playhead::Clock::time_point targeted;
    std::shared_ptr<const Snapshot> shown;
    Window shownFor = Window::all; // that was asked for
    history::HistoryView past;
    std::thread thread; // last: runs once everything else is there
};

// Not before the first instant of the recording, nor after what a growing one surely holds.
Second ReplayLoop::Thread::within(Second to) const
{
    if (const auto timeline = scan.timeline(); !timeline->empty())
        to = std::max(to, timeline->from);
    if (!original.growing)
        return to;
    const auto now = std::chrono::system_clock::now();
    return std::min(to, std::chrono::floor<Seconds>(now) - kUnwritten);
}

// Until something is asked for, or it is time for the next step.
void ReplayLoop::Thread::rest(std::unique_lock<std::mutex> &lock)
{
    if (head.isPlaying())
        wake.wait_for(lock, kStep, [this] { return changed; });
    else
        wake.wait(lock, [this] { return changed; });
}

bool ReplayLoop::Thread::runOnce()
{
    Window wanted{};
    {
        std::unique_lock lock(mutex);
        const bool settled = !told.busy && !changed;
        if (settled && !told.readingEvents)
            rest(lock);
        if (stop)
            return false;
        if (changed || settled) {
            targeted = Playhead::Clock::now();
            target = within(head.moveTo(targeted));
        }
        changed = false;
        wanted = window;
        if (std::exchange(completed, false))
            shown.reset();
    }
    const bool there = replay.workTowards(target, kEntriesAtOnce);
    if (there && !replay.hasAllEvents() && replay.readEarlier(kEntriesAtOnce))
        shown.reset(); // the same moment again, with all events
    if (there)
        publish(wanted);
    const std::lock_guard lock(mutex);
    told.readingEvents = !replay.hasAllEvents();
    told.reached = replay.reached();
    told.atEnd = replay.isAtEnd();
    if (!changed)
        settle(there);
    return true;
}

void ReplayLoop::Thread::settle(bool there)
{
    const auto now = Playhead::Clock::now();
    told.busy = !there;
    if (!there)
        return;
    if (replay.reached() != head.at()) { // there is no more, or nothing before
        if (!original.growing && replay.isAtEnd())
            head.play(false, now);
        head.seek(replay.reached(), now);
    } else if (now - targeted > kMostBehind) {
        head.catchBreath(now);
    }
}

void ReplayLoop::Thread::run()
{
    if (original.growing)
        lowerPriority();
    while (runOnce()) {
    }
}

void ReplayLoop::Thread::publish(Window wanted)
{
    if (shown && shown->asOf == replay.reached() && shownFor == wanted)
        return;
    const Window kept = isLong(wanted) ? Window::oneDay : wanted;
    auto snapshot = std::make_shared<Snapshot>(*replay.snapshot(kept));
    snapshot->readingEvents = !replay.hasAllEvents();
    for (std::string &problem : replay.problems())
        snapshot->warnings.push_back(std::move(problem));
    if (!past.complete(*snapshot, replay.engine(), wanted, {.readOnly = true, .replayed = true}))
        return; // what is on the screen stays there until it has been read
    shown = snapshot;
    shownFor = wanted;
    slot.publish(std::move(snapshot));
}

ReplayLoop::ReplayLoop(Original original, SnapshotSlot &slot, Second at, Window window)
    : m_thread(std::make_unique<Thread>(std::move(original), slot, at, window))
{
}

ReplayLoop::~ReplayLoop() = default;

void ReplayLoop::show(Window window)
{
    m_thread->tell([&] { m_thread->window = window; });
}

void ReplayLoop::seek(Second to)
{
    m_thread->tell([&] {
        m_thread->head.seek(to, Playhead::Clock::now());
        m_thread->told.busy = true;
    });
}

void ReplayLoop::play(bool on)
{
    m_thread->tell([&] { m_thread->head.play(on, Playhead::Clock::now()); });
}

void ReplayLoop::setSpeed(double speed)
{
    m_thread->tell([&] {
        m_thread->head.setSpeed(std::clamp(speed, kSlowest, kFastest), Playhead::Clock::now());
    });
}

ReplayState ReplayLoop::state() const
{
    const std::lock_guard lock(m_thread->mutex);
    ReplayState state = m_thread->told;
    state.at = m_thread->head.at();
    state.playing = m_thread->head.isPlaying();
    state.speed = m_thread->head.speed();
    state.timeline = m_thread->scan.timeline();
    return state;
}

} // namespace ingest::replay

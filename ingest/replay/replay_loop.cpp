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

// The last instant a snapshot's window holds no silence at, where it lies in one by now.
std::optional<Second> heardUntil(const Snapshot &snapshot)
{
    const auto &last = snapshot.freshness.lastEvent;
    if (snapshot.freshness.state != FreshnessState::stale || !last)
        return std::nullopt;
    const Second until = std::chrono::ceil<Seconds>(*last);
    return until < snapshot.asOf ? std::optional(until) : std::nullopt;
}

} // namespace

struct ReplayLoop::Thread
{
    Thread(Original what, SnapshotSlot &to, Second at, Window first)
        : original(std::move(what)), slot(to), head(at), window(first), scan(original),
          replay(std::make_unique<CheckpointedBeginnings>(original)),
          past(original.history, [this] { tell([this] { isCompleted = true; }); }),
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
    // False: not there yet.
    bool workTowardsTarget(Window wanted);
    bool lookUpHeard(Window wanted);
    [[nodiscard]] std::shared_ptr<Snapshot> completed(Window wanted);
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
    bool isCompleted = false; // there is more to show of the same instant
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
    // What was last heard before a silence, for whoever comes into it from elsewhere.
    struct Heard
    {
        Second at{};
        Window window = Window::all;
        bool joined = false;                      // with what other runs saw of it
        std::shared_ptr<const Snapshot> snapshot; // null: the recording does not hold it
    };
    std::optional<Heard> heard;
    std::optional<Second> detour; // by which it is on its way to the target
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
            detour.reset();
        }
        changed = false;
        wanted = window;
        if (std::exchange(isCompleted, false))
            shown.reset();
    }
    const bool there = workTowardsTarget(wanted);
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

bool ReplayLoop::Thread::workTowardsTarget(Window wanted)
{
    if (!replay.workTowards(detour.value_or(target), kEntriesAtOnce))
        return false;
    if (!detour)
        return lookUpHeard(wanted);
    heard = Heard{*detour, wanted, false, completed(wanted)};
    heard->joined = past.hasJoined(wanted);
    if (heard->snapshot && heard->snapshot->asOf != *detour)
        heard->snapshot.reset();
    detour.reset();
    return false;
}

// False where the target lies in a silence, and what was heard before is on the way from now on.
bool ReplayLoop::Thread::lookUpHeard(Window wanted)
{
    const auto until = isLong(wanted) ? std::nullopt : heardUntil(*replay.snapshot(wanted));
    const bool isKnown = heard && heard->at == until && heard->window == wanted &&
                         heard->joined == past.hasJoined(wanted);
    if (!until || isKnown || within(*until) != *until)
        return true;
    detour = until;
    return false;
}

// Null while it has not been read yet.
std::shared_ptr<Snapshot> ReplayLoop::Thread::completed(Window wanted)
{
    auto snapshot =
        std::make_shared<Snapshot>(*replay.snapshot(isLong(wanted) ? Window::oneDay : wanted));
    if (!past.complete(*snapshot, replay.engine(), wanted, {.readOnly = true, .replayed = true}))
        return nullptr;
    return snapshot;
}

void ReplayLoop::Thread::publish(Window wanted)
{
    if (shown && shown->asOf == replay.reached() && shownFor == wanted)
        return;
    auto snapshot = completed(wanted);
    if (!snapshot)
        return; // what is on the screen stays there until it has been read
    snapshot->readingEvents = !replay.hasAllEvents();
    for (std::string &problem : replay.problems())
        snapshot->warnings.push_back(std::move(problem));
    if (const auto until = heardUntil(*snapshot);
        until && heard && heard->at == *until && heard->window == wanted)
        snapshot->heard = heard->snapshot;
    shown = snapshot;
    shownFor = wanted;
    slot.publish(std::move(snapshot));
    if (const auto &last = shown->freshness.lastEvent;
        last && std::chrono::ceil<Seconds>(*last) == shown->asOf) // played on from here
        heard = Heard{shown->asOf, wanted, past.hasJoined(wanted), shown};
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

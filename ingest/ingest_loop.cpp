// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest_loop.h"

#include "ingest/arrival_rate.h"
#include "ingest/history/history_view.h"
#include "ingest/history_feed.h"
#include "ingest/loop_load.h"
#include "ingest/record/record_feed.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "ingest/transport/receiver.h"
#include "ingest/wire/frame.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace ingest {

namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto kPublishEvery = 100ms;
// Where nobody took the last two: the window is minimised, and snapshots are the greatest cost.
constexpr auto kPublishUnseenEvery = 1s;
constexpr int kUnseen = 2;
constexpr auto kMaintainEvery = 200ms;
// What a crash may cost of journeys in flight and running totals; less where the run is young, and
// the state small. It takes the thread milliseconds for each megabyte: this share of its time.
constexpr auto kKeepEvery = 1min;
constexpr auto kKeepFirst = 2s;
constexpr int kKeepShare = 200;
// How long the thread may sleep: less than what the GUI could notice.
constexpr auto kWait = 20ms;
// With small bursts a nap costs nothing a chart can show and saves a wake-up per message. Of what
// comes fast it takes in no more than a burst: full queues would hold up who fills them.
constexpr std::chrono::steady_clock::duration kNap = 5ms;
constexpr std::chrono::steady_clock::duration kUnseenNap = 50ms;
constexpr std::size_t kSmallBurst = 64;

Timestamp wallClock()
{
    return std::chrono::time_point_cast<Nanoseconds>(std::chrono::system_clock::now());
}

} // namespace

struct IngestLoop::Thread
{
    Thread(config::Configuration first, SnapshotSlot &to, const std::string &historyFile,
           config::RecordConfiguration record, const config::HistoryConfiguration &keep)
        : configuration(std::move(first)), slot(to), receiver(configuration.sources),
          engine(configuration), history(historyFile, keep), past(historyFile),
          recording(std::move(record)), thread([this] { run(); })
    {
    }

    ~Thread()
    {
        stop = true;
        thread.join();
    }
    Thread(const Thread &) = delete;
    Thread &operator=(const Thread &) = delete;

    void run();
    void takeMail();
    void takeAcknowledged();
    std::size_t drain();
    void takeUp(config::Configuration next);
    void beginCounting();
    void goOnCounting();
    void beginRecording(config::RecordConfiguration record);
    void keepState(SteadyClock::time_point now);
    [[nodiscard]] bool isAwaited(SteadyClock::time_point now);
    [[nodiscard]] SteadyClock::duration nap() const;
    void publish();
    [[nodiscard]] std::optional<state::FrozenState> stateToRecord();

    // The mailbox of the controlling thread.
    std::atomic<bool> stop{false};
    std::atomic<Window> window{Window::oneHour};
    std::mutex mutex;
    std::optional<config::Configuration> mail;
    std::optional<config::RecordConfiguration> recordNext;
    std::vector<std::pair<std::string, std::string>> acknowledged;

    // The loop's own.
    config::Configuration configuration;
    SnapshotSlot &slot;
    transport::Receiver receiver;
    SelfConfiguringEngine engine;
    HistoryFeed history;
    history::HistoryView past;
    record::RecordFeed recording;
    bool recordsAll = true; // all that the engine has counted
    LoopLoad load{SteadyClock::now(), transport::Receiver::kBurst};
    ArrivalRate rate{SteadyClock::now()};
    SteadyClock::time_point published;
    SteadyClock::time_point begun = SteadyClock::now();
    SteadyClock::time_point keepDue = begun + kKeepFirst;
    int unseen = 0;        // ticks since somebody last looked
    std::string restarted; // why the numbers began again, for a minute
    SteadyClock::time_point restartedAt;
    std::thread thread; // last: runs once everything else is there
};

// Whether it is time for a snapshot.
bool IngestLoop::Thread::isAwaited(SteadyClock::time_point now)
{
    unseen = slot.taken() ? 0 : unseen + 1;
    if (unseen >= kUnseen && now - published < kPublishUnseenEvery)
        return false;
    published = now;
    return true;
}

SteadyClock::duration IngestLoop::Thread::nap() const
{
    return rate.until(transport::Receiver::kBurst, unseen < kUnseen ? kNap : kUnseenNap);
}

// A state that counts more than the recording holds has no place in it: what is replayed is what
// the recording's own messages say.
std::optional<state::FrozenState> IngestLoop::Thread::stateToRecord()
{
    return recordsAll ? engine.freeze() : std::nullopt;
}

std::size_t IngestLoop::Thread::drain()
{
    const Timestamp arrival = wallClock();
    engine.advanceTo(arrival);
    return receiver.drain(arrival, [this](std::span<const wire::Frame> frames) {
        for (const wire::Frame &frame : frames)
            recording.offer(frame);
        engine.ingest(frames);
    });
}

void IngestLoop::Thread::takeMail()
{
    std::optional<config::Configuration> next;
    std::optional<config::RecordConfiguration> record;
    {
        const std::lock_guard lock(mutex);
        next.swap(mail);
        record.swap(recordNext);
    }
    if (record)
        beginRecording(std::move(*record));
    if (next)
        takeUp(std::move(*next));
    takeAcknowledged();
}

void IngestLoop::Thread::takeAcknowledged()
{
    std::vector<std::pair<std::string, std::string>> names;
    {
        const std::lock_guard lock(mutex);
        names.swap(acknowledged);
    }
    for (const auto &[subject, by] : names)
        engine.acknowledge(subject, by);
}

void IngestLoop::Thread::run()
{
    SteadyClock::time_point ticked{};
    SteadyClock::time_point maintained{};
    goOnCounting();
    while (!stop) {
        takeMail();
        const std::size_t count = drain();
        const auto now = SteadyClock::now();
        load.tookBurst(count, now);
        rate.took(count, now);
        if (now - maintained >= kMaintainEvery) {
            maintained = now;
            receiver.maintain(now);
        }
        if (now - ticked >= kPublishEvery) {
            ticked = now;
            history.tick(engine);
            keepState(now);
            recording.tick(engine.now(), [this] { return stateToRecord(); });
            if (isAwaited(now))
                publish();
        }
        const auto idle = SteadyClock::now();
        if (count == 0)
            receiver.wait(kWait);
        else if (count < kSmallBurst)
            std::this_thread::sleep_for(nap());
        load.waited(SteadyClock::now() - idle);
    }
    takeAcknowledged(); // said just before the end
    history.tick(engine, true);
    history.keep(engine);
    recording.end(wallClock());
}

// The engine and what is kept of it begin at the same instant: a recording holds all of it.
void IngestLoop::Thread::beginCounting()
{
    const Timestamp now = wallClock();
    engine.advanceTo(now);
    history.restart(now);
    past.restart(history.part());
    recording.restart(now);
    recordsAll = true;
}

// From where the run before ended, if it left its state.
void IngestLoop::Thread::goOnCounting()
{
    const Timestamp now = wallClock();
    auto before = history.resumed(configuration, now);
    if (!before) {
        if (!history.refusal().empty()) {
            restarted = history.refusal();
            restartedAt = SteadyClock::now();
        }
        beginCounting();
        return;
    }
    engine = std::move(*before);
    past.restart(history.part(), true);
    beginRecording(recording.configuration());
}

// In the state of now: what counted before is in no frame to come.
void IngestLoop::Thread::beginRecording(config::RecordConfiguration record)
{
    engine.advanceTo(wallClock());
    auto state = record.keepsStates() ? engine.freeze() : std::nullopt;
    recordsAll = state.has_value();
    recording.configure(std::move(record), engine.now(), std::move(state));
}

void IngestLoop::Thread::keepState(SteadyClock::time_point now)
{
    if (now < keepDue)
        return;
    history.keep(engine);
    const auto took = SteadyClock::now() - now;
    keepDue =
        now + std::max<SteadyClock::duration>(
                  std::min<SteadyClock::duration>(kKeepEvery, now - begun), kKeepShare * took);
}

void IngestLoop::Thread::takeUp(config::Configuration next)
{
    if (next.sources != configuration.sources)
        receiver.configure(next.sources);
    config::Configuration sameElsewhere = next;
    sameElsewhere.sources = configuration.sources;
    if (sameElsewhere != configuration) {
        history.tick(engine, true);
        engine = SelfConfiguringEngine(next);
        beginCounting();
        restarted = "The configuration changed: totals and windows began again then";
        restartedAt = SteadyClock::now();
    }
    configuration = std::move(next);
}

void IngestLoop::Thread::publish()
{
    const Window shown = window;
    auto snapshot =
        std::make_shared<Snapshot>(*engine.snapshot(isLong(shown) ? Window::oneDay : shown));
    if (!past.complete(*snapshot, engine, shown, {history.settled(), history.readOnly()}))
        return; // what is on the screen stays there until it has been read
    for (const auto &[subject, by] : past.takeAcknowledged())
        engine.acknowledge(subject, by);
    snapshot->sockets = receiver.snapshots();
    snapshot->load = load.snapshot();
    for (const SocketSnapshot &socket : snapshot->sockets) {
        if (!socket.error.empty())
            snapshot->warnings.push_back(socket.error);
        if (!socket.warning.empty())
            snapshot->warnings.push_back(socket.warning);
    }
    for (std::string &warning : history.warnings())
        snapshot->warnings.push_back(std::move(warning));
    for (std::string &warning : recording.warnings())
        snapshot->warnings.push_back(std::move(warning));
    if (!restarted.empty() && SteadyClock::now() - restartedAt < 1min)
        snapshot->warnings.push_back(restarted);
    slot.publish(std::move(snapshot));
}

IngestLoop::IngestLoop(config::Configuration configuration, SnapshotSlot &slot,
                       const std::string &history, config::RecordConfiguration record,
                       const config::HistoryConfiguration &keep)
    : m_thread(std::make_unique<Thread>(std::move(configuration), slot, history, std::move(record),
                                        keep))
{
}

IngestLoop::~IngestLoop() = default;

void IngestLoop::show(Window window)
{
    m_thread->window = window;
}

void IngestLoop::acknowledge(std::string subject, std::string by)
{
    const std::lock_guard lock(m_thread->mutex);
    m_thread->acknowledged.emplace_back(std::move(subject), std::move(by));
}

void IngestLoop::record(config::RecordConfiguration record)
{
    const std::lock_guard lock(m_thread->mutex);
    m_thread->recordNext = std::move(record);
}

void IngestLoop::apply(config::Configuration configuration)
{
    const std::lock_guard lock(m_thread->mutex);
    m_thread->mail = std::move(configuration);
}

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/recorder.h"

#include "ingest/record/frame_chunk.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ingest::record {

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Batch
{
    FrameChunk chunk;
    std::uint64_t missedBefore = 0; // frames
    Timestamp now;
    std::optional<Checkpoint> checkpoint; // that follows
};

} // namespace

struct Recorder::Thread
{
    Thread(config::RecordConfiguration configuration, Timestamp started, std::size_t most,
           std::optional<state::FrozenState> state)
        : now(started), mostWaitingBytes(most), writer(std::move(configuration), started),
          beginning(state ? std::optional(Checkpoint{started, std::move(*state)}) : std::nullopt),
          written(writer.state()), thread([this] { run(); })
    {
    }

    void handOver();
    void run();
    void write(Batch &batch);
    void endBlock(bool last);

    // The offering thread's own.
    FrameChunk filling;
    Timestamp now;

    const std::size_t mostWaitingBytes;
    mutable std::mutex mutex;
    std::condition_variable wake;
    bool stop = false;
    bool ended = false;
    std::deque<Batch> waiting;
    std::vector<FrameChunk> spare; // emptied, with their memory
    std::size_t waitingBytes = 0;
    std::uint64_t missed = 0; // since the last batch that found room
    bool wantsCheckpoint = false;
    bool checkpointWaits = false;

    // The writing thread's own, but for a copy of its state.
    SegmentWriter writer;
    std::optional<Checkpoint> beginning; // of the first segment
    Timestamp reached{};
    RecordingState written;
    std::thread thread; // last: runs once everything else is there
};

void Recorder::Thread::handOver()
{
    {
        const std::lock_guard lock(mutex);
        if (waitingBytes + filling.bytes() > mostWaitingBytes) {
            missed += filling.frames();
            filling.clear();
            return;
        }
        waitingBytes += filling.bytes();
        waiting.push_back({std::move(filling), std::exchange(missed, 0), now, {}});
        filling = FrameChunk();
        if (!spare.empty()) {
            filling = std::move(spare.back());
            spare.pop_back();
        }
    }
    wake.notify_one();
}

void Recorder::Thread::run()
{
    if (beginning)
        writer.begin(*std::exchange(beginning, std::nullopt));
    endBlock(false); // opens the first segment
    auto due = SteadyClock::now() + kBlockEvery;
    for (bool last = false; !last;) {
        std::unique_lock lock(mutex);
        wake.wait_until(lock, due, [this] { return stop || !waiting.empty(); });
        if (!waiting.empty()) {
            Batch batch = std::move(waiting.front());
            waiting.pop_front();
            lock.unlock();
            write(batch);
            lock.lock();
            waitingBytes -= batch.chunk.bytes();
            batch.chunk.clear();
            spare.push_back(std::move(batch.chunk));
        }
        last = stop && waiting.empty();
        lock.unlock();
        if (last || SteadyClock::now() >= due) {
            endBlock(last);
            due = SteadyClock::now() + kBlockEvery;
        }
    }
}

void Recorder::Thread::write(Batch &batch)
{
    if (batch.missedBefore > 0)
        writer.miss(reached, batch.missedBefore);
    batch.chunk.each([this](const wire::Frame &frame) { writer.put(frame); });
    reached = batch.now;
    if (!batch.checkpoint)
        return;
    writer.begin(*std::move(batch.checkpoint));
    const std::lock_guard lock(mutex);
    checkpointWaits = false;
}

void Recorder::Thread::endBlock(bool last)
{
    writer.endBlock(reached, last);
    const std::lock_guard lock(mutex);
    wantsCheckpoint = writer.wantsCheckpoint() && !checkpointWaits;
    written = writer.state();
    ended = last;
}

Recorder::Recorder(config::RecordConfiguration configuration, Timestamp started,
                   std::size_t mostWaitingBytes, std::optional<state::FrozenState> state)
    : m_thread(std::make_unique<Thread>(std::move(configuration), started, mostWaitingBytes,
                                        std::move(state)))
{
}

Recorder::~Recorder()
{
    end();
    if (m_thread->thread.joinable())
        m_thread->thread.join();
}

RecordingState Recorder::finish()
{
    end();
    m_thread->thread.join();
    return state();
}

void Recorder::offer(const wire::Frame &frame)
{
    m_thread->filling.add(frame);
    if (frame.arrival)
        m_thread->now = std::max(m_thread->now, *frame.arrival);
    if (m_thread->filling.bytes() >= kChunkBytes)
        m_thread->handOver();
}

void Recorder::tick(Timestamp now)
{
    m_thread->now = std::max(m_thread->now, now);
    m_thread->handOver();
}

bool Recorder::wantsCheckpoint() const
{
    const std::lock_guard lock(m_thread->mutex);
    return m_thread->wantsCheckpoint;
}

void Recorder::begin(Checkpoint checkpoint)
{
    tick(checkpoint.at);
    {
        const std::lock_guard lock(m_thread->mutex);
        m_thread->waiting.push_back(
            {{}, std::exchange(m_thread->missed, 0), m_thread->now, std::move(checkpoint)});
        m_thread->checkpointWaits = true;
        m_thread->wantsCheckpoint = false;
    }
    m_thread->wake.notify_one();
}

void Recorder::end()
{
    {
        const std::lock_guard lock(m_thread->mutex);
        m_thread->stop = true;
    }
    m_thread->wake.notify_one();
}

bool Recorder::hasEnded() const
{
    const std::lock_guard lock(m_thread->mutex);
    return m_thread->ended;
}

RecordingState Recorder::state() const
{
    const std::lock_guard lock(m_thread->mutex);
    RecordingState state = m_thread->written;
    state.missing += m_thread->missed;
    return state;
}

} // namespace ingest::record

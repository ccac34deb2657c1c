// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that writes a recording. Whoever offers frames never waits for it: where the disk does
// not follow, frames are shed, counted, and missed visibly in the recording itself.
#pragma once

#include "ingest/record/segment_writer.h"

#include <memory>
#include <optional>
#include <string>

namespace ingest::record {

class Recorder
{
public:
    static constexpr std::size_t kChunkBytes = std::size_t{256} << 10;
    static constexpr std::size_t kMostWaitingBytes = std::size_t{64} << 20;
    // What a crash may cost: one of these, and what waits.
    static constexpr std::chrono::milliseconds kBlockEvery{500};

    // Starts the thread. `started`: from when on every frame will be offered. `state`: of the
    // engine then; empty: it is fresh.
    // Of frames waiting, more than `mostWaitingBytes` are shed.
    Recorder(config::RecordConfiguration configuration, Timestamp started,
             std::size_t mostWaitingBytes = kMostWaitingBytes,
             std::optional<state::FrozenState> state = std::nullopt);
    // Writes what waits, and stops.
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    // By one thread. They return at once; the frame's bytes are copied. Frames are handed over in
    // chunks, and by tick(): call it several times a second.
    void offer(const wire::Frame &frame);
    void tick(Timestamp now);

    // Whether a segment should begin soon; any thread.
    [[nodiscard]] bool wantsCheckpoint() const;
    // All frames offered so far, and the ticks, led to this state: a segment begins with it.
    void begin(Checkpoint checkpoint);
    // Begins to stop, as the destructor does, without waiting; nothing may be offered any more.
    void end();
    [[nodiscard]] bool hasEnded() const;
    // As the destructor, and tells how it went.
    [[nodiscard]] RecordingState finish();

    [[nodiscard]] RecordingState state() const; // any thread

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace ingest::record

// SPDX-License-Identifier: GPL-3.0-or-later
// One run of the engine for `bellwetherctl report`: over files, or over a socket until it is idle.
// One thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/config/record_configuration.h"
#include "ingest/record/entry.h"
#include "ingest/record/frame_burst.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace ingest {
struct Snapshot;
namespace record {
class Recorder;
class Recording;
} // namespace record
namespace wire {
struct Frame;
} // namespace wire
} // namespace ingest

namespace app {

// When events arrive: as the recording says (in other files: at their own time), at their own time,
// or now.
enum class Arrival : std::uint8_t { recorded, own, clock };

class ReportRun
{
public:
    explicit ReportRun(const ingest::config::Configuration &configuration);
    ~ReportRun();

    // Leaves out events that arrived later, and shows the state then.
    void stopAt(ingest::Timestamp asOf) { m_asOf = asOf; }

    // A file of events, or a recording: a segment or a folder of them. False where it could not be
    // read to its end; why is said on standard error.
    [[nodiscard]] bool read(const std::string &file, Arrival arrival);

    // Until nothing came for `idle`, or SIGINT; the first message may take half a minute. False
    // where the socket could not be used.
    [[nodiscard]] bool listen(std::chrono::milliseconds idle, bool byClock);

    // What listen() receives is recorded there as well.
    void record(ingest::config::RecordConfiguration as) { m_record = std::move(as); }

    [[nodiscard]] std::shared_ptr<const ingest::Snapshot>
    finish(ingest::Window window, std::optional<ingest::Seconds> step);

private:
    bool readRecording(const std::string &path, Arrival arrival);
    void takeReady(ingest::record::Recording &recording);
    void beginAsRecorded(const std::string &path);
    void take(const ingest::record::Entry &entry, Arrival arrival);
    void take(const ingest::wire::Frame &frame);
    void offer(std::span<const ingest::wire::Frame> frames);
    bool endRecording(ingest::Timestamp now);
    // The lines of a file whose events had happened by then.
    bool readUntil(const std::string &file, ingest::Timestamp asOf);

    ingest::config::Configuration m_configuration;
    ingest::SelfConfiguringEngine m_engine;
    std::optional<ingest::Timestamp> m_asOf;
    ingest::config::RecordConfiguration m_record;
    ingest::record::FrameBurst m_burst; // of a recording, not yet given to the engine
    std::unique_ptr<ingest::record::Recorder> m_recorder; // null: nothing is recorded
    std::optional<ingest::Timestamp> m_recordedFrom;      // the head of the last segment
};

} // namespace app

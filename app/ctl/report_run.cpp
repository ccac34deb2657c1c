// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report_run.h"
#include "app/ctl/configuration_argument.h"
#include "app/ctl/wall_clock.h"

#include "ingest/record/record_feed.h"
#include "ingest/record/recording.h"
#include "ingest/replay/checkpointed_beginnings.h"
#include "ingest/replay/event_file_source.h"
#include "ingest/snapshot.h"
#include "ingest/transport/event_file.h"
#include "ingest/transport/receiver.h"
#include "ingest/wire/frame.h"

#include <atomic>
#include <csignal>
#include <iostream>

namespace app {

namespace {

using namespace std::chrono_literals;
using ingest::Timestamp;

std::atomic<bool> interrupted{false};

constexpr auto kFirstMessage = 30s;

} // namespace

ReportRun::ReportRun(const ingest::config::Configuration &configuration)
    : m_configuration(withoutKeeping(configuration)), m_engine(m_configuration)
{
}

ReportRun::~ReportRun() = default;

bool ReportRun::read(const std::string &file, Arrival arrival)
{
    if (ingest::record::Recording::isOne(file))
        return readRecording(file, arrival);
    if (m_asOf && arrival != Arrival::clock)
        return readUntil(file, *m_asOf);
    ingest::transport::EventFile events(file);
    while (auto frame = events.next()) {
        if (arrival == Arrival::clock)
            frame->arrival = wallClock();
        take(*frame);
    }
    if (events.problem().empty())
        return true;
    std::cerr << "report: " << events.problem() << "\n";
    return false;
}

bool ReportRun::readUntil(const std::string &file, Timestamp asOf)
{
    ingest::replay::EventFileSource events(file, m_configuration.fields, true);
    while (const auto line = events.next())
        if (!line->at || *line->at <= asOf)
            m_engine.ingest(std::get<ingest::wire::Frame>(line->entry));
    for (const std::string &problem : events.problems())
        std::cerr << "report: " << problem << "\n";
    return events.problems().empty();
}

bool ReportRun::readRecording(const std::string &path, Arrival arrival)
{
    if (arrival == Arrival::recorded)
        beginAsRecorded(path);
    ingest::record::Recording recording(path);
    for (bool more = true; more;) {
        if (arrival == Arrival::recorded)
            takeReady(recording);
        const auto entry = recording.next();
        more = entry.has_value();
        if (more)
            take(*entry, arrival);
    }
    m_burst.giveTo(m_engine);
    for (const std::string &problem : recording.problems())
        std::cerr << "report: " << problem << "\n";
    return recording.problems().empty();
}

// They go to the engine before the memory they lie in is used again.
void ReportRun::takeReady(ingest::record::Recording &recording)
{
    while (recording.next(m_burst, m_asOf.value_or(Timestamp::max()), m_burst.kMostFrames) > 0)
        m_burst.giveTo(m_engine);
}

// A recording may begin in the state of a run that was under way.
void ReportRun::beginAsRecorded(const std::string &path)
{
    if (m_recordedFrom)
        return;
    std::string refused;
    ingest::replay::CheckpointedBeginnings beginnings({path, m_configuration});
    if (auto first = beginnings.first(refused); first && (!m_asOf || *first->at <= *m_asOf))
        m_engine = std::move(first->engine);
    if (!refused.empty())
        std::cerr << "report: counted from the recording's first message: " << refused << "\n";
}

void ReportRun::take(const ingest::record::Entry &entry, Arrival arrival)
{
    if (!std::holds_alternative<ingest::wire::Frame>(entry))
        m_burst.giveTo(m_engine);
    if (const auto *head = std::get_if<ingest::record::SegmentHead>(&entry)) {
        if (m_asOf && head->started > *m_asOf)
            return; // of a later start
        if (head->part == 1)
            m_engine.advanceTo(head->started); // what a source sends from then on is expected
        else if (m_recordedFrom != head->started)
            std::cerr << "report: the recording's beginning is not there (part " << head->part
                      << " comes first): totals begin later than they did live\n";
        m_recordedFrom = head->started;
        return;
    }
    if (const auto *tick = std::get_if<ingest::record::Tick>(&entry)) {
        if (arrival == Arrival::recorded && (!m_asOf || tick->at <= *m_asOf))
            m_engine.advanceTo(tick->at);
        return;
    }
    const auto *recorded = std::get_if<ingest::wire::Frame>(&entry);
    if (recorded == nullptr || (m_asOf && *recorded->arrival > *m_asOf))
        return;
    ingest::wire::Frame frame = *recorded;
    if (arrival == Arrival::own)
        frame.arrival.reset();
    else if (arrival == Arrival::clock)
        frame.arrival = wallClock();
    m_burst.addOrGive(frame, m_engine);
}

bool ReportRun::listen(std::chrono::milliseconds idle, bool byClock)
{
    using Clock = std::chrono::steady_clock;
    interrupted = false;
    std::signal(SIGINT, [](int) { interrupted = true; });
    std::signal(SIGTERM, [](int) { interrupted = true; });
    ingest::transport::Receiver receiver(m_configuration.sources);
    for (const auto &socket : receiver.snapshots())
        if (!socket.error.empty()) {
            std::cerr << "report: " << socket.error << "\n";
            return false;
        }
    const Timestamp began = wallClock();
    if (byClock)
        m_engine.advanceTo(began); // what a source sends from now on and is lost is loss
    if (!m_record.folder.empty())
        m_recorder = std::make_unique<ingest::record::Recorder>(m_record, began);
    auto last = Clock::now();
    auto patience = std::max<std::chrono::milliseconds>(idle, kFirstMessage);
    while (!interrupted && Clock::now() - last < patience) {
        const auto arrival = byClock ? std::optional(wallClock()) : std::nullopt;
        const std::size_t count = receiver.drain(
            arrival, [this](std::span<const ingest::wire::Frame> frames) { offer(frames); });
        if (count > 0) {
            last = Clock::now();
            patience = idle;
        }
        receiver.maintain(Clock::now());
        if (m_recorder)
            m_recorder->tick(wallClock());
        if (count < ingest::transport::Receiver::kBurst)
            receiver.wait(20ms);
    }
    const Timestamp ended = wallClock();
    if (byClock)
        m_engine.advanceTo(ended);
    return !m_recorder || endRecording(ended);
}

void ReportRun::offer(std::span<const ingest::wire::Frame> frames)
{
    for (const ingest::wire::Frame &frame : frames) {
        if (!m_recorder)
            break;
        ingest::wire::Frame arrived = frame;
        arrived.arrival = frame.arrival ? frame.arrival : std::optional(wallClock());
        m_recorder->offer(arrived);
    }
    if (!m_asOf) {
        m_engine.ingest(frames);
        return;
    }
    for (const ingest::wire::Frame &frame : frames)
        take(frame);
}

void ReportRun::take(const ingest::wire::Frame &frame)
{
    if (!m_asOf || !frame.arrival || *frame.arrival <= *m_asOf)
        m_engine.ingest(frame);
}

bool ReportRun::endRecording(Timestamp now)
{
    m_recorder->tick(now);
    const ingest::record::RecordingState recorded = m_recorder->finish();
    m_recorder.reset();
    for (const std::string &warning : ingest::record::warningsOf(recorded))
        std::cerr << "report: " << warning << "\n";
    return recorded.problem.empty() && recorded.missing == 0;
}

std::shared_ptr<const ingest::Snapshot> ReportRun::finish(ingest::Window window,
                                                          std::optional<ingest::Seconds> step)
{
    m_engine.advanceTo(m_asOf ? *m_asOf : Timestamp(ingest::bucketOf(m_engine.now())));
    return m_engine.snapshot(window, step);
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/file_publication.h"

#include "app/ctl/shop/cloud_event.h"
#include "app/ctl/wall_clock.h"

#include "ingest/transport/event_file.h"
#include "ingest/wire/event.h"
#include "ingest/wire/event_sink.h"
#include "ingest/wire/field_places.h"
#include "ingest/wire/frame.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <thread>

namespace app {

namespace {

using namespace std::chrono_literals;
using ingest::Timestamp;

// What the sender must know of the event in a line.
class Facts final : public ingest::wire::EventSink
{
public:
    void accept(const ingest::wire::Event &event) override
    {
        type = event.type;
        source = event.source;
        epoch = event.epoch;
        time = event.time;
        sequence = event.sequence;
        isEvent = event.kind == ingest::wire::EventKind::event;
    }
    void reject(const ingest::wire::Rejection &) override {}

    std::string type, source, epoch;
    std::optional<Timestamp> time;
    std::optional<std::uint64_t> sequence;
    bool isEvent = true;
};

ingest::transport::Publisher::Options socketOptions(const PublicationOptions &options)
{
    ingest::transport::Publisher::Options socket;
    socket.push = options.push;
    socket.bind = options.bind;
    socket.lossless = true;
    return socket;
}

} // namespace

FilePublication::FilePublication(const PublicationOptions &options)
    : m_options(options), m_publisher(options.endpoint, socketOptions(options)),
      m_decoder(ingest::wire::FieldPlaces{})
{
}

void FilePublication::waitForTurn(std::optional<Timestamp> time)
{
    if (m_options.atFullSpeed)
        return;
    std::chrono::duration<double> after{0};
    if (m_options.eventsPerSecond > 0)
        after = std::chrono::duration<double>(static_cast<double>(m_events) /
                                              m_options.eventsPerSecond);
    else if (time && m_firstTime)
        after = std::chrono::duration<double>(*time - *m_firstTime) / m_options.speed;
    const auto due = m_start + std::chrono::duration_cast<Clock::duration>(after);
    while (Clock::now() < due) {
        flushPack();
        beat("bellwether.heartbeat");
        std::this_thread::sleep_until(std::min(due, Clock::now() + 500ms));
    }
}

std::string FilePublication::shifted(std::string_view line, Timestamp time) const
{
    auto json = nlohmann::ordered_json::parse(line, nullptr, false);
    const Timestamp moved = m_startTime + (time - m_firstTime.value_or(time));
    for (const char *key : {"time", "timestamp", "ts", "@timestamp"})
        if (json.is_object() && json.contains(key)) {
            json[key] = shop::rfc3339(moved);
            break;
        }
    return json.dump();
}

bool FilePublication::flushPack()
{
    if (m_packed == 0)
        return true;
    const bool sent = m_publisher.send({}, m_pack);
    m_pack.clear();
    m_packed = 0;
    return sent;
}

// One announcement for every source seen; heartbeats at most once a second.
bool FilePublication::beat(const char *type)
{
    const bool goodbye = std::string_view(type) == "bellwether.goodbye";
    if (!goodbye && Clock::now() - m_lastBeat < 1s)
        return true;
    m_lastBeat = Clock::now();
    bool sent = true;
    for (const auto &[name, source] : m_sources) {
        nlohmann::ordered_json json{{"type", type}, {"source", name}, {"epoch", source.epoch}};
        // From an epoch's middle on, nothing is missing before its first event here.
        if (source.firstSequence == 1)
            json["started"] = shop::rfc3339(m_startTime);
        if (source.lastSequence > 0)
            json["sequence"] = source.lastSequence;
        sent = m_publisher.send(type, json.dump()) && sent;
    }
    return sent;
}

bool FilePublication::publishLine(std::string_view line)
{
    Facts facts;
    ingest::wire::Frame frame;
    frame.payload = line;
    frame.endpoint = m_options.file;
    m_decoder.decode(frame, facts);
    if (!facts.isEvent)
        return true; // heartbeats of the past: new ones are sent
    if (facts.time && !m_firstTime)
        m_firstTime = facts.time;
    waitForTurn(facts.time);
    if (!facts.source.empty()) {
        Source &source = m_sources[facts.source];
        if (source.epoch != facts.epoch || source.firstSequence == 0)
            source = {facts.epoch, facts.sequence.value_or(0), 0};
        source.lastSequence = std::max(source.lastSequence, facts.sequence.value_or(0));
    }
    ++m_events;
    const std::string moved =
        m_options.shiftToNow && facts.time ? shifted(line, *facts.time) : std::string();
    const std::string_view payload = moved.empty() ? line : std::string_view(moved);
    bool sent = true;
    if (m_options.pack == 1) {
        sent = m_publisher.send(facts.type, payload);
    } else {
        m_pack.append(payload).append("\n");
        if (++m_packed >= m_options.pack)
            sent = flushPack();
    }
    return beat("bellwether.heartbeat") && sent;
}

int FilePublication::run()
{
    if (const auto problem = m_publisher.open()) {
        std::cerr << "publish: " << *problem << "\n";
        return 1;
    }
    std::cerr << "publish: waiting for a subscriber at " << m_options.endpoint << "\n";
    if (!m_publisher.waitForPeer(60s)) {
        std::cerr << "publish: nobody listens at " << m_options.endpoint
                  << " after 60 s; start the receiver, or check the address\n";
        return 1;
    }
    ingest::transport::EventFile file(m_options.file);
    m_start = m_lastBeat = Clock::now();
    m_startTime = wallClock();
    bool sent = true;
    while (const auto frame = file.next()) {
        std::string_view rest = frame->payload;
        while (!rest.empty() && sent) {
            const std::size_t length = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, length);
            rest.remove_prefix(std::min(length + 1, rest.size()));
            if (line.find_first_not_of(" \t\r") != std::string_view::npos)
                sent = publishLine(line);
        }
    }
    sent = sent && flushPack() && beat("bellwether.goodbye");
    m_publisher.close();
    std::cerr << "publish: " << m_events << " events of " << m_sources.size() << " sources\n";
    if (!sent)
        std::cerr << "publish: the receiver stopped taking messages; it is gone or stalled\n";
    if (!file.problem().empty())
        std::cerr << "publish: " << file.problem() << "\n";
    return sent && file.problem().empty() ? 0 : 1;
}

} // namespace app

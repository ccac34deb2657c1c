// SPDX-License-Identifier: GPL-3.0-or-later
// Sends a file's events as their services would have: same bytes, in step with their times or
// faster, heartbeats a second and a goodbye for every source. One thread.
#pragma once

#include "ingest/time.h"
#include "ingest/transport/publisher.h"
#include "ingest/wire/decoder.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace app {

struct PublicationOptions
{
    std::string file;
    std::string endpoint;
    bool bind = false;
    bool push = false;
    double eventsPerSecond = 0; // 0: by the events' times
    double speed = 1;
    bool atFullSpeed = false;
    int pack = 1;
    bool shiftToNow = false;
};

class FilePublication
{
public:
    explicit FilePublication(const PublicationOptions &options);

    // Exit status; what went wrong is said on standard error.
    [[nodiscard]] int run();

private:
    using Clock = std::chrono::steady_clock;

    struct Source
    {
        std::string epoch;
        std::uint64_t firstSequence = 0;
        std::uint64_t lastSequence = 0;
    };

    // False where nobody took a message in time.
    bool publishLine(std::string_view line);
    bool flushPack();
    bool beat(const char *type);
    void waitForTurn(std::optional<ingest::Timestamp> time);
    [[nodiscard]] std::string shifted(std::string_view line, ingest::Timestamp time) const;

    PublicationOptions m_options;
    ingest::transport::Publisher m_publisher;
    ingest::wire::Decoder m_decoder;
    std::map<std::string, Source, std::less<>> m_sources;
    Clock::time_point m_start;
    Clock::time_point m_lastBeat;
    ingest::Timestamp m_startTime{};
    std::optional<ingest::Timestamp> m_firstTime;
    std::uint64_t m_events = 0;
    std::string m_pack;
    int m_packed = 0;
};

} // namespace app

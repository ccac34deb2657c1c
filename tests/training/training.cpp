// SPDX-License-Identifier: GPL-3.0-or-later
// The work by which a release is optimised: a shop's events counted and recorded as they arrive,
// then read again from the recording and from the file, with the snapshots of every window.
// Built for its profile alone, see cmake/profile.cmake.
// usage: training EVENTS_FILE CONFIGURATION_FILE
#include "ingest/config/configuration_file.h"
#include "ingest/engine.h"
#include "ingest/record/record_feed.h"
#include "ingest/replay/checkpointed_beginnings.h"
#include "ingest/replay/replay.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"
#include "tests/support/temporary_folder.h"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace ingest;

constexpr std::size_t kTogether = 32; // frames, as the loop receives them
constexpr unsigned kBurstsPerSnapshot = 60;

std::vector<std::string> linesOf(const char *file)
{
    std::vector<std::string> lines;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

// Each arrives at its own time, which an engine that is told of no arrival goes by.
std::vector<wire::Frame> framesOf(const std::vector<std::string> &lines,
                                  const config::Configuration &configuration)
{
    Engine clock(std::make_shared<const config::Configuration>(configuration));
    std::vector<wire::Frame> frames;
    for (const std::string &line : lines) {
        wire::Frame frame;
        frame.payload = line;
        frame.endpoint = "tcp://127.0.0.1:5556";
        clock.ingest(frame);
        frame.arrival = clock.now();
        frames.push_back(frame);
    }
    return frames;
}

void showAll(auto &counted)
{
    for (const Window window : kWindows)
        (void)report::toJson(*counted.snapshot(window), true);
}

void countAndRecord(std::span<const wire::Frame> frames, const config::Configuration &configuration,
                    const std::string &folder)
{
    SelfConfiguringEngine engine(configuration);
    config::RecordConfiguration into;
    into.folder = folder;
    record::RecordFeed feed(into);
    engine.advanceTo(*frames.front().arrival);
    feed.restart(engine.now());
    unsigned bursts = 0;
    while (!frames.empty()) {
        const auto burst = frames.first(std::min(kTogether, frames.size()));
        frames = frames.subspan(burst.size());
        for (const wire::Frame &frame : burst)
            feed.offer(frame);
        engine.ingest(burst);
        feed.tick(engine.now(), [&engine] { return engine.freeze(); });
        if (++bursts % kBurstsPerSnapshot == 0)
            (void)engine.snapshot(Window::fifteenMinutes);
    }
    showAll(engine);
    feed.end(engine.now());
}

// To its end, and with the events of before the state it began with, where there is one.
void readAgain(replay::Replay replay)
{
    constexpr std::size_t kMost = 100'000;
    while (!replay.workTowards(replay::kEnd, kMost)) {
    }
    while (!replay.readEarlier(kMost)) {
    }
    showAll(replay);
    std::printf("training: %llu entries read\n", static_cast<unsigned long long>(replay.entries()));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: training EVENTS_FILE CONFIGURATION_FILE\n");
        return 2;
    }
    const auto loaded = config::loadConfiguration(argv[2]);
    const auto *configuration = std::get_if<config::Configuration>(&loaded);
    const std::vector<std::string> lines = linesOf(argv[1]);
    if (configuration == nullptr || lines.empty()) {
        std::fprintf(stderr, "training: no events or no configuration\n");
        return 1;
    }
    const test::TemporaryFolder folder;
    countAndRecord(framesOf(lines, *configuration), *configuration, folder.path().string());
    const replay::Original recording{folder.path(), *configuration, false};
    readAgain(replay::Replay(std::make_unique<replay::FreshBeginnings>(recording)));
    readAgain(replay::Replay(std::make_unique<replay::CheckpointedBeginnings>(recording)));
    readAgain(replay::Replay(std::make_unique<replay::FreshBeginnings>(
        replay::Original{argv[1], *configuration, false})));
    return 0;
}

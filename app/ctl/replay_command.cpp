// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/replay_command.h"

#include "ingest/record/recording.h"
#include "ingest/transport/publisher.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <iostream>
#include <thread>

namespace app {

namespace {

using namespace std::chrono_literals;
using ReplayClock = std::chrono::steady_clock;

struct ReplayOptions
{
    std::string recording;
    std::string to = "tcp://127.0.0.1:5556";
    std::string pattern = "pub";
    bool bind = false;
    double speed = 1;
    bool atFullSpeed = false;
};

// Sleeps until it is a frame's turn: as long after the first as it arrived then.
class ReplayPace
{
public:
    explicit ReplayPace(const ReplayOptions &choices) : m_choices(choices) {}

    void waitFor(ingest::Timestamp arrival)
    {
        if (m_choices.atFullSpeed)
            return;
        if (!m_begun) {
            m_begun = true;
            m_first = arrival;
            m_start = ReplayClock::now();
        }
        const std::chrono::duration<double> after = arrival - m_first;
        std::this_thread::sleep_until(
            m_start + std::chrono::duration_cast<ReplayClock::duration>(after / m_choices.speed));
    }

private:
    const ReplayOptions &m_choices;
    bool m_begun = false;
    ingest::Timestamp m_first{};
    ReplayClock::time_point m_start;
};

// What one socket cannot say as another said it: messages of three parts, or of two without a
// topic.
bool canBeSent(const ingest::wire::Frame &frame)
{
    return frame.parts == (frame.topic.empty() ? 1u : 2u);
}

int replay(const ReplayOptions &choices)
{
    ingest::transport::Publisher::Options options;
    options.push = choices.pattern == "push";
    options.bind = choices.bind;
    options.lossless = true;
    ingest::transport::Publisher publisher(choices.to, options);
    if (const auto problem = publisher.open()) {
        std::cerr << "replay: " << *problem << "\n";
        return 1;
    }
    ingest::record::Recording recording(choices.recording);
    std::cerr << "replay: waiting for a receiver at " << choices.to << "\n";
    if (!publisher.waitForPeer(60s)) {
        std::cerr << "replay: nobody listens at " << choices.to
                  << " after 60 s; start the receiver, or check the address\n";
        return 1;
    }
    ReplayPace pace(choices);
    std::uint64_t messages = 0;
    std::uint64_t leftOut = 0;
    bool sent = true;
    while (sent) {
        const auto entry = recording.next();
        if (!entry)
            break;
        const auto *frame = std::get_if<ingest::wire::Frame>(&*entry);
        if (frame == nullptr)
            continue;
        pace.waitFor(*frame->arrival);
        if (!canBeSent(*frame)) {
            ++leftOut;
            continue;
        }
        sent = publisher.send(frame->topic, frame->payload);
        messages += sent ? 1 : 0;
    }
    publisher.close();
    std::cerr << "replay: " << messages << " messages\n";
    if (leftOut > 0)
        std::cerr << "replay: " << leftOut
                  << " messages of other than one part, or two with a topic, were left out\n";
    if (!sent)
        std::cerr << "replay: the receiver stopped taking messages; it is gone or stalled\n";
    for (const std::string &problem : recording.problems())
        std::cerr << "replay: " << problem << "\n";
    return sent && recording.problems().empty() ? 0 : 1;
}

} // namespace

void addReplayCommand(CLI::App &ctl, int &status)
{
    auto choices = std::make_shared<ReplayOptions>();
    CLI::App *command = ctl.add_subcommand("replay", "sends a recording's messages again");
    command
        ->add_option("RECORDING", choices->recording,
                     "a folder that was recorded to, or a file of it")
        ->required()
        ->check(CLI::ExistingPath);
    command->add_option("--to", choices->to, "the endpoint")->capture_default_str();
    command->add_flag("--bind", choices->bind, "bind there instead of connecting");
    command->add_option("--pattern", choices->pattern, "the kind of socket")
        ->check(CLI::IsMember({"pub", "push"}))
        ->capture_default_str();
    auto *speed = command->add_option("--speed", choices->speed, "times as fast as they arrived")
                      ->check(CLI::PositiveNumber)
                      ->capture_default_str();
    command->add_flag("--max", choices->atFullSpeed, "as fast as they can be sent")
        ->excludes(speed);
    command->callback([=, &status] { status = replay(*choices); });
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// One run of the engine for `bellwetherctl report`: over files, or over a socket until it is idle.
// One thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace ingest {
struct Snapshot;
namespace wire {
class Decoder;
struct Frame;
} // namespace wire
} // namespace ingest

namespace app {

class ReportRun
{
public:
    explicit ReportRun(const ingest::config::Configuration &configuration);
    ~ReportRun();

    // Leaves out events that arrived later, and shows the state then.
    void stopAt(ingest::Timestamp asOf) { m_asOf = asOf; }

    // False where the file could not be read to its end; why is said on standard error.
    [[nodiscard]] bool read(const std::string &file, bool byClock);

    // Until nothing came for `idle`, or SIGINT; the first message may take half a minute. False
    // where the socket could not be used.
    [[nodiscard]] bool listen(std::chrono::milliseconds idle, bool byClock);

    [[nodiscard]] std::shared_ptr<const ingest::Snapshot> finish(ingest::Window window);

private:
    void take(const ingest::wire::Frame &frame);
    // Feeds the lines of the frame whose event arrived in time.
    void takeUntil(const ingest::wire::Frame &frame, ingest::Timestamp asOf);

    ingest::config::Configuration m_configuration;
    ingest::SelfConfiguringEngine m_engine;
    std::unique_ptr<ingest::wire::Decoder> m_decoder; // for takeUntil
    std::optional<ingest::Timestamp> m_asOf;
};

} // namespace app

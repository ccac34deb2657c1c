// SPDX-License-Identifier: GPL-3.0-or-later
// A recording of paying customers in a folder of its own, deleted at the end: events that come
// late, in clumps and through two publishers; and what the engine says of it, the slow way.
#pragma once

#include "ingest/config/record_configuration.h"
#include "ingest/replay/beginnings.h"
#include "ingest/time.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace ingest {
struct Snapshot;
}

namespace test {

class RecordedCustomers
{
public:
    // From noon on, for so many seconds.
    explicit RecordedCustomers(int seconds);
    ~RecordedCustomers();
    RecordedCustomers(const RecordedCustomers &) = delete;
    RecordedCustomers &operator=(const RecordedCustomers &) = delete;

    struct Message
    {
        std::string payload;
        ingest::Timestamp arrival;
    };

    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }
    [[nodiscard]] const std::vector<Message> &messages() const { return m_messages; }
    [[nodiscard]] ingest::replay::Original original() const;
    [[nodiscard]] static ingest::Second begin();
    [[nodiscard]] ingest::Second end() const { return begin() + ingest::Seconds{m_seconds}; }

    // Writes the messages that arrived in (from, to] as one recording.
    void record(ingest::Second from, ingest::Second to, std::uint64_t segmentBytes = 64u << 20);

    // The report of an engine that was given what had arrived until then, and no more.
    [[nodiscard]] std::string reportAt(ingest::Second asOf) const;

private:
    std::filesystem::path m_folder;
    int m_seconds;
    std::vector<Message> m_messages;
};

} // namespace test

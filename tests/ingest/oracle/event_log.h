// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbers mean, the slow obvious way: every accepted event is kept and every question is
// answered by looking at all of them. Includes nothing of ingest/metrics.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/raw_event.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace oracle {

struct Kept
{
    const test::RawEvent *raw;
    ingest::Timestamp time;
    bool retimed = false;
};

class EventLog
{
public:
    // In order of arrival, which each event has; `raw` outlives the log.
    void add(const test::RawEvent &raw);

    [[nodiscard]] const std::vector<Kept> &kept() const { return m_kept; }
    [[nodiscard]] std::uint64_t duplicates() const { return m_duplicates; }
    [[nodiscard]] ingest::Timestamp start() const { return m_start; }

    // Those in the window at asOf.
    [[nodiscard]] std::vector<Kept> inWindow(ingest::Window window, ingest::Second asOf) const;

    // Missing sequences by the time of the next one received; whether every source can tell.
    struct Loss
    {
        std::vector<std::pair<ingest::Timestamp, std::uint64_t>> gaps;
        bool known = true;
    };
    [[nodiscard]] Loss loss() const;

private:
    std::vector<Kept> m_kept;
    std::set<std::string> m_seen;
    // By source and epoch: the sequences and the times they count at.
    std::map<std::string, std::map<std::string, std::map<std::uint64_t, ingest::Timestamp>>>
        m_sequences;
    std::uint64_t m_duplicates = 0;
    ingest::Timestamp m_start = ingest::Timestamp::max();
};

// Chart points of one step over a window, as the snapshot describes them.
struct Grid
{
    std::int64_t start = 0;
    std::int64_t step = 1;
    std::size_t points = 0;
    bool partial = false;
};
[[nodiscard]] Grid gridOf(ingest::Window window, ingest::Second asOf,
                          std::optional<ingest::Seconds> step);

// Start of the window; everything there is for `all`.
[[nodiscard]] std::int64_t startOf(ingest::Window window, ingest::Second asOf);

} // namespace oracle

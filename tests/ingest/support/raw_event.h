// SPDX-License-Identifier: GPL-3.0-or-later
// An event that owns what it says, for tests to make, keep, shuffle and hand to an engine or an
// oracle.
#pragma once

#include "ingest/wire/event.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace test {

struct RawEvent
{
    std::string type;
    std::string source = "/shop/web";
    std::string epoch;
    std::string id;
    std::string journey;
    std::optional<ingest::Timestamp> time;
    std::optional<ingest::Timestamp> arrival;
    std::optional<std::uint64_t> sequence;
    bool failed = false;
    std::string category;
    std::string message;
    std::optional<ingest::wire::Money> money;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<std::pair<std::string, double>> numbers;
    ingest::wire::EventKind kind = ingest::wire::EventKind::event;
};

// Reuses its memory from one event to the next, as the decoder does.
class EventView
{
public:
    // Valid until the next call, and as long as `raw`.
    const ingest::wire::Event &of(const RawEvent &raw);

private:
    ingest::wire::Event m_event;
    std::vector<std::string> m_texts; // of the numbers
};

// Noon of a day in 2026, plus so many seconds.
[[nodiscard]] ingest::Timestamp at(double seconds);

} // namespace test

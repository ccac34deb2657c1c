// SPDX-License-Identifier: GPL-3.0-or-later
// Opens and closes incidents as conditions hold or not, second by second. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/snapshot_incidents.h"
#include "ingest/time.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ingest::incidents {

class IncidentLog
{
public:
    static constexpr std::size_t kMostEnded = 100;
    static constexpr std::size_t kMostOpen = 200; // sources gone are many where a network is

    struct Condition
    {
        IncidentKind kind = IncidentKind::ratio;
        std::string subject;
        Seconds opensAfter{0};
        Seconds closesAfter{0};
        // What holding began with, where that is known to be earlier than it was noticed.
        Second since = Second::max();
    };

    // How things stand at `at`; instants never go back. Every subject that may be in trouble is
    // told once for each instant.
    void judge(const Condition &condition, bool holds, Second at);

    // Numbers, costs and owners are filled in by others.
    [[nodiscard]] const std::vector<Incident> &open() const { return m_open; }   // by opening
    [[nodiscard]] const std::vector<Incident> &ended() const { return m_ended; } // by ending

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[last, courses, openOnes, endedOnes] = *this;
        state(last, courses, openOnes, endedOnes);
    }

private:
    struct Course
    {
        Second holdsSince = Second::max(); // max: it does not hold
        Second heldLast = Second::min();
    };

    using Key = std::pair<IncidentKind, std::string>;

    void open(const Condition &condition, Second since);
    void close(const Condition &condition, Second until);
    [[nodiscard]] bool isOpen(const Condition &condition) const;

    std::uint64_t m_last = 0;
    std::map<Key, Course> m_courses; // of what holds or is open
    std::vector<Incident> m_open;
    std::vector<Incident> m_ended;
};

} // namespace ingest::incidents

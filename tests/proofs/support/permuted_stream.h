// SPDX-License-Identifier: GPL-3.0-or-later
// A random stream of events with usable times, and the ways it may arrive: on time, jittered, hours
// late, one source catching up, all at the end and backwards. Equal seeds, equal streams.
#pragma once

#include "tests/ingest/support/raw_event.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace test {

enum class Arrival : std::uint8_t { onTime, jittered, late, oneSourceLate, atTheEnd, backwards };
inline constexpr std::size_t kArrivals = 6;

class PermutedStream
{
public:
    static constexpr std::size_t kEvents = 2000; // and about one in twenty again

    explicit PermutedStream(std::uint64_t seed);

    // The same events in another order of arrival; none is retimed or too late in any of them, and
    // what comes twice comes again within ten minutes. Valid until the next call.
    [[nodiscard]] std::vector<const RawEvent *> arriving(Arrival way);

    [[nodiscard]] ingest::Timestamp start() const; // before every arrival
    [[nodiscard]] ingest::Timestamp end() const;   // after every arrival

private:
    struct Copy
    {
        std::size_t of;
        double after; // seconds, in arrival
    };

    [[nodiscard]] double arrivalOf(const RawEvent &event, Arrival way);
    [[nodiscard]] double between(double from, double to);

    std::mt19937_64 m_random;
    double m_span = 0;
    double m_end = 0;
    std::vector<RawEvent> m_events; // in order of time, then the copies
    std::size_t m_distinct = 0;
    std::vector<Copy> m_copies;
};

} // namespace test

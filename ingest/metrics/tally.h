// SPDX-License-Identifier: GPL-3.0-or-later
// What a sparse bucket holds: quantities by a dense key (an attribute's value, a histogram slot, a
// category). Plain values. Quantities add up in any order.
#pragma once

#include <algorithm>
#include <cstdint>

namespace ingest::metrics {

struct Count
{
    using Total = std::uint64_t;
    std::uint32_t n = 0;
    void add(const Count &other) { n += other.n; }
    void addTo(Total &total) const { total += n; }
    void takeFrom(Total &total) const { total -= n; }
};

// Money in the minor unit. Sums wrap instead of overflowing, so that taking back is exact even
// where a stranger sends amounts at the end of the range.
struct Amount
{
    struct Total
    {
        std::uint64_t n = 0;
        std::uint64_t minor = 0; // two's complement
    };
    std::uint32_t n = 0;
    std::uint64_t minor = 0; // two's complement
    void add(const Amount &other)
    {
        n += other.n;
        minor += other.minor;
    }
    void addTo(Total &total) const
    {
        total.n += n;
        total.minor += minor;
    }
    void takeFrom(Total &total) const
    {
        total.n -= n;
        total.minor -= minor;
    }
};

// Latencies in one histogram slot; the greatest is kept exactly.
struct Latencies
{
    std::uint32_t n = 0;
    double maxMs = 0;
    void add(const Latencies &other)
    {
        n += other.n;
        maxMs = std::max(maxMs, other.maxMs);
    }
};

template <class Quantity>
struct Tally
{
    std::uint32_t key = 0;
    Quantity quantity;
};

} // namespace ingest::metrics

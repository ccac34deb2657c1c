// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/running_counts.h"

#include "ingest/metrics/floor_division.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace ingest::metrics {

namespace {

constexpr std::uint32_t kFirstCompaction = 256; // changes: 1 KiB

// 20 bits say which counter, 12 how many, -2,047 to 2,047.
constexpr std::int32_t kMostPerChange = 2'047;

std::uint32_t pack(std::uint32_t cell, std::int32_t n)
{
    return cell << 12 | static_cast<std::uint32_t>(n + kMostPerChange);
}

std::uint32_t cellOf(std::uint32_t change)
{
    return change >> 12;
}

std::int32_t countOf(std::uint32_t change)
{
    return static_cast<std::int32_t>(change & 0xfff) - kMostPerChange;
}

} // namespace

RunningCounts::Ring::Ring(std::int64_t kept)
    : places(kept), buckets(static_cast<std::size_t>(kept), {kNoChunk})
{
}

RunningCounts::RunningCounts(std::uint32_t cells)
    : m_tens(362), m_minutes(1443), m_freeChunk(kNoChunk)
{
    m_starts.fill(kNoBucket);
    resize(cells);
}

void RunningCounts::resize(std::uint32_t cells)
{
    assert(cells <= kMostCells);
    for (auto &counts : m_counts)
        if (counts.size() < cells)
            counts.resize(cells);
    m_sums.resize(m_counts[0].size());
}

void RunningCounts::add(std::uint32_t cell, std::int64_t second, std::int32_t n)
{
    const std::int64_t ten = ceilDivide(second, kTen);
    const std::int64_t minute = ceilDivide(second, kSixty);
    append(m_tens, ten, pack(cell, n));
    append(m_minutes, minute, pack(cell, n));
    for (std::size_t window = 0; window < kWindows.size(); ++window)
        if ((window == kDay ? minute : ten) > m_starts[window])
            m_counts[window][cell] += static_cast<std::uint32_t>(n);
}

void RunningCounts::append(Ring &ring, std::int64_t at, std::uint32_t change)
{
    if (ring.places.holds(at))
        append(ring.buckets[ring.places[at]], change);
}

void RunningCounts::append(Bucket &bucket, std::uint32_t change)
{
    if (bucket.changes >= std::max(bucket.compactAt, kFirstCompaction))
        compact(bucket);
    if (bucket.head == kNoChunk ||
        m_chunks[bucket.head].used == m_chunks[bucket.head].changes.size()) {
        std::uint32_t chunk = m_freeChunk;
        if (chunk == kNoChunk) {
            chunk = static_cast<std::uint32_t>(m_chunks.size());
            m_chunks.emplace_back();
        } else {
            m_freeChunk = m_chunks[chunk].next;
        }
        m_chunks[chunk].next = bucket.head;
        m_chunks[chunk].used = 0;
        bucket.head = chunk;
    }
    Chunk &chunk = m_chunks[bucket.head];
    chunk.changes[chunk.used++] = change;
    ++bucket.changes;
}

// Adds up the changes of each counter, so that a bucket takes no more room than it has counters.
void RunningCounts::compact(Bucket &bucket)
{
    m_met.clear();
    for (std::uint32_t at = bucket.head; at != kNoChunk; at = m_chunks[at].next)
        for (std::uint32_t i = 0; i < m_chunks[at].used; ++i) {
            const std::uint32_t change = m_chunks[at].changes[i];
            std::int32_t &sum = m_sums[cellOf(change)];
            if (sum == 0) // for the first time, or once more
                m_met.push_back(cellOf(change));
            sum += countOf(change);
        }
    release(bucket);
    bucket.compactAt = std::numeric_limits<std::uint32_t>::max(); // not while it is refilled
    for (const std::uint32_t cell : m_met)
        for (std::int32_t &sum = m_sums[cell]; sum != 0;) {
            const std::int32_t n = std::clamp(sum, -kMostPerChange, kMostPerChange);
            append(bucket, pack(cell, n));
            sum -= n;
        }
    bucket.compactAt = bucket.changes * 2;
}

void RunningCounts::release(Bucket &bucket)
{
    while (bucket.head != kNoChunk) {
        const std::uint32_t next = m_chunks[bucket.head].next;
        m_chunks[bucket.head].next = m_freeChunk;
        m_freeChunk = bucket.head;
        bucket.head = next;
    }
    bucket.changes = 0;
    bucket.compactAt = 0;
}

void RunningCounts::leave(std::size_t window, const Bucket &bucket)
{
    for (std::uint32_t at = bucket.head; at != kNoChunk; at = m_chunks[at].next)
        for (std::uint32_t i = 0; i < m_chunks[at].used; ++i) {
            const std::uint32_t change = m_chunks[at].changes[i];
            m_counts[window][cellOf(change)] -= static_cast<std::uint32_t>(countOf(change));
        }
}

void RunningCounts::moveStart(std::size_t window, std::int64_t second)
{
    const Ring &ring = window == kDay ? m_minutes : m_tens;
    const std::int64_t from = second - spanOf(kWindows[window]).count();
    const std::int64_t start = window == kDay ? floorDivide(from, kSixty) : floorDivide(from, kTen);
    const std::int64_t last = std::min(start, ring.places.newest());
    for (std::int64_t bucket = std::max(m_starts[window] + 1, ring.places.oldest()); bucket <= last;
         ++bucket)
        leave(window, ring.buckets[ring.places[bucket]]);
    m_starts[window] = std::max(m_starts[window], start);
}

void RunningCounts::move(Ring &ring, std::int64_t bucket)
{
    const std::int64_t before = ring.places.newest();
    ring.places.advanceTo(bucket);
    for (std::int64_t next = std::max(before + 1, ring.places.oldest()); next <= bucket; ++next)
        release(ring.buckets[ring.places[next]]);
}

void RunningCounts::advanceTo(std::int64_t second)
{
    // The windows let go of their oldest buckets before the rings use those anew.
    for (std::size_t window = 1; window < kWindows.size(); ++window)
        moveStart(window, second);
    move(m_tens, ceilDivide(second, kTen));
    move(m_minutes, ceilDivide(second, kSixty));
}

std::map<std::uint32_t, std::int64_t> RunningCounts::between(std::int64_t from,
                                                             std::int64_t to) const
{
    std::map<std::uint32_t, std::int64_t> sums;
    const std::int64_t first = std::max(floorDivide(from, kSixty) + 1, m_minutes.places.oldest());
    const std::int64_t last = std::min(ceilDivide(to, kSixty), m_minutes.places.newest());
    for (std::int64_t minute = first; minute <= last; ++minute) {
        const Bucket &bucket = m_minutes.buckets[m_minutes.places[minute]];
        for (std::uint32_t at = bucket.head; at != kNoChunk; at = m_chunks[at].next)
            for (std::uint32_t i = 0; i < m_chunks[at].used; ++i)
                sums[cellOf(m_chunks[at].changes[i])] += countOf(m_chunks[at].changes[i]);
    }
    return sums;
}

} // namespace ingest::metrics

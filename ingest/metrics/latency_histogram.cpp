// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latency_histogram.h"

#include "ingest/metrics/exponential_buckets.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace ingest::metrics {

namespace {

constexpr std::size_t kSparseEntries = 32; // 256 bytes; dense takes 512 an octave
constexpr std::size_t kBlock = 16;

} // namespace

template <class Visit>
void LatencyHistogram::forEach(Visit visit) const
{
    for (const Entry &entry : m_sparse)
        if (!visit(entry.slot, std::uint64_t{entry.count}))
            return;
    for (std::size_t i = 0; i < m_dense.size(); ++i)
        if (m_dense[i] != 0 && !visit(static_cast<std::uint16_t>(m_first + i), m_dense[i]))
            return;
}

bool LatencyHistogram::record(double milliseconds, std::uint64_t count)
{
    if (!(milliseconds >= 0) || std::isinf(milliseconds))
        return false;
    m_count += count;
    m_max = std::max(m_max, milliseconds);
    if (milliseconds == 0)
        m_zeros += count;
    else
        add(slotOf(milliseconds), count);
    return true;
}

void LatencyHistogram::add(std::uint16_t slot, std::uint64_t count)
{
    if (!m_dense.empty()) {
        addDense(slot, count);
        return;
    }
    const auto at = m_recent < m_sparse.size() && m_sparse[m_recent].slot == slot
                        ? m_sparse.begin() + m_recent
                        : std::ranges::lower_bound(m_sparse, slot, {}, &Entry::slot);
    m_recent = static_cast<std::uint16_t>(at - m_sparse.begin());
    const bool found = at != m_sparse.end() && at->slot == slot;
    const std::uint64_t sum = count + (found ? at->count : 0);
    if (sum > std::numeric_limits<std::uint32_t>::max() ||
        (!found && m_sparse.size() >= kSparseEntries)) {
        becomeDense();
        addDense(slot, count);
    } else if (found) {
        at->count = static_cast<std::uint32_t>(sum);
    } else {
        m_sparse.insert(at, Entry{slot, static_cast<std::uint32_t>(count)});
    }
}

void LatencyHistogram::becomeDense()
{
    std::vector<Entry> sparse;
    sparse.swap(m_sparse);
    for (const Entry &entry : sparse)
        addDense(entry.slot, entry.count);
}

void LatencyHistogram::cover(std::size_t first, std::size_t end)
{
    if (m_dense.empty())
        m_first = static_cast<std::uint16_t>(first);
    if (first < m_first) {
        m_dense.insert(m_dense.begin(), m_first - first, 0);
        m_first = static_cast<std::uint16_t>(first);
    }
    if (end > m_first + m_dense.size())
        m_dense.resize(end - m_first);
}

void LatencyHistogram::addDense(std::uint16_t slot, std::uint64_t count)
{
    if (slot < m_first || slot >= m_first + m_dense.size())
        cover(slot, std::size_t{slot} + 1);
    m_dense[static_cast<std::size_t>(slot - m_first)] += count;
}

void LatencyHistogram::take(std::uint16_t slot, std::uint64_t count)
{
    if (!m_dense.empty()) {
        assert(slot >= m_first && m_dense[static_cast<std::size_t>(slot - m_first)] >= count);
        m_dense[static_cast<std::size_t>(slot - m_first)] -= count;
        return;
    }
    const auto at = std::ranges::lower_bound(m_sparse, slot, {}, &Entry::slot);
    assert(at != m_sparse.end() && at->slot == slot && at->count >= count);
    at->count -= static_cast<std::uint32_t>(count);
    if (at->count == 0)
        m_sparse.erase(at);
}

void LatencyHistogram::merge(const LatencyHistogram &other)
{
    if (other.m_count == 0)
        return;
    m_max = m_count == 0 ? other.m_max : std::max(m_max, other.m_max);
    m_count += other.m_count;
    m_zeros += other.m_zeros;
    for (const Entry &entry : other.m_sparse)
        add(entry.slot, entry.count);
    if (other.m_dense.empty())
        return;
    if (m_dense.empty())
        becomeDense();
    cover(other.m_first, other.m_first + other.m_dense.size());
    std::uint64_t *counts = m_dense.data() + (other.m_first - m_first);
    for (std::size_t i = 0; i < other.m_dense.size(); ++i)
        counts[i] += other.m_dense[i];
}

void LatencyHistogram::subtract(const LatencyHistogram &other)
{
    assert(m_count >= other.m_count && m_zeros >= other.m_zeros);
    m_count -= other.m_count;
    m_zeros -= other.m_zeros;
    for (const Entry &entry : other.m_sparse)
        take(entry.slot, entry.count);
    if (other.m_dense.empty())
        return;
    if (m_dense.empty()) {
        other.forEach([this](std::uint16_t slot, std::uint64_t count) {
            take(slot, count);
            return true;
        });
        return;
    }
    // Slots beyond this one's own are empty in the other as well.
    const std::size_t first = std::max(m_first, other.m_first);
    const std::size_t end =
        std::min(m_first + m_dense.size(), other.m_first + other.m_dense.size());
    for (std::size_t slot = first; slot < end; ++slot)
        m_dense[slot - m_first] -= other.m_dense[slot - other.m_first];
}

void LatencyHistogram::clear()
{
    m_sparse.clear();
    std::ranges::fill(m_dense, 0);
    m_count = 0;
    m_zeros = 0;
    m_max = 0;
}

std::optional<std::uint16_t> LatencyHistogram::slotFor(double milliseconds)
{
    if (!(milliseconds >= 0) || std::isinf(milliseconds))
        return std::nullopt;
    return milliseconds == 0 ? kZeroSlot : slotOf(milliseconds);
}

void LatencyHistogram::enter(std::uint16_t slot, std::uint64_t count)
{
    m_count += count;
    if (slot == kZeroSlot)
        m_zeros += count;
    else
        add(slot, count);
}

void LatencyHistogram::leave(std::uint16_t slot, std::uint64_t count)
{
    assert(m_count >= count);
    m_count -= count;
    if (slot == kZeroSlot)
        m_zeros -= count;
    else
        take(slot, count);
}

std::optional<double> LatencyHistogram::greatestSlotMs() const
{
    if (m_count == 0)
        return std::nullopt;
    double greatest = 0;
    forEach([&greatest](std::uint16_t slot, std::uint64_t) {
        greatest = middleOf(slot);
        return true;
    });
    return greatest;
}

std::optional<double> LatencyHistogram::maxMs() const
{
    return m_count == 0 ? std::nullopt : std::optional(m_max);
}

std::optional<double> LatencyHistogram::quantileMs(double q) const
{
    if (m_count == 0)
        return std::nullopt;
    double value = 0;
    putQuantilesMs({&q, 1}, {&value, 1});
    return value;
}

std::uint64_t LatencyHistogram::rankOf(double q) const
{
    assert(q >= 0 && q <= 1);
    return std::clamp<std::uint64_t>(
        static_cast<std::uint64_t>(std::ceil(q * static_cast<double>(m_count))), 1, m_count);
}

// Blocks of slots that hold no wanted rank are only added up.
void LatencyHistogram::putQuantilesMs(std::span<const double> qs, std::span<double> values) const
{
    assert(m_count > 0 && values.size() == qs.size() && std::ranges::is_sorted(qs));
    std::size_t next = 0;
    for (; next < qs.size() && rankOf(qs[next]) <= m_zeros; ++next)
        values[next] = 0.0;
    std::size_t last = qs.size();
    for (; last > next && rankOf(qs[last - 1]) == m_count; --last)
        values[last - 1] = m_max;
    if (next == last)
        return;
    std::uint64_t seen = m_zeros;
    std::uint64_t rank = rankOf(qs[next]);
    const auto pass = [&](std::size_t slot, std::uint64_t count) {
        seen += count;
        while (next < last && seen >= rank) {
            values[next] = std::min(middleOf(static_cast<std::uint16_t>(slot)), m_max);
            rank = ++next < last ? rankOf(qs[next]) : 0;
        }
    };
    for (const Entry &entry : m_sparse)
        pass(entry.slot, entry.count);
    for (std::size_t i = 0; i < m_dense.size() && next < last;) {
        const std::size_t end = std::min(i + kBlock, m_dense.size());
        const std::uint64_t sum = std::reduce(m_dense.begin() + static_cast<std::ptrdiff_t>(i),
                                              m_dense.begin() + static_cast<std::ptrdiff_t>(end));
        if (seen + sum < rank)
            seen += sum;
        else
            for (std::size_t k = i; k < end; ++k)
                pass(m_first + k, m_dense[k]);
        i = end;
    }
}

std::uint64_t LatencyHistogram::countAtOrBelowMs(double milliseconds) const
{
    if (!(milliseconds >= 0))
        return 0;
    std::uint64_t below = m_zeros;
    if (milliseconds == 0)
        return below;
    const std::uint16_t last = slotOf(milliseconds);
    forEach([&](std::uint16_t slot, std::uint64_t count) {
        if (slot <= last)
            below += count;
        return slot < last;
    });
    return below;
}

std::vector<std::pair<int, std::uint64_t>> LatencyHistogram::downscaled(int scale) const
{
    assert(scale <= kScale && scale >= -10);
    std::vector<std::pair<int, std::uint64_t>> buckets;
    forEach([&](std::uint16_t slot, std::uint64_t count) {
        const int index = (static_cast<int>(slot) - 1) >> (kScale - scale);
        if (buckets.empty() || buckets.back().first != index)
            buckets.emplace_back(index, 0);
        buckets.back().second += count;
        return true;
    });
    return buckets;
}

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/rolling_count.h"

#include <algorithm>
#include <cassert>

namespace ingest::metrics {

namespace {

constexpr std::size_t kSecondSlots = 8192; // a power of two over 2 h and what lies ahead
constexpr std::size_t kMinuteSlots = 4096;
constexpr Seconds kAhead{900};

static_assert(kSecondRingSpan + kAhead < Seconds{kSecondSlots});
static_assert(kMinuteRingSpan < kMinute * kMinuteSlots);

std::size_t secondSlot(Second bucket)
{
    return static_cast<std::size_t>(bucket.time_since_epoch().count()) & (kSecondSlots - 1);
}

std::size_t minuteSlot(Second end)
{
    return static_cast<std::size_t>(end.time_since_epoch() / kMinute) & (kMinuteSlots - 1);
}

} // namespace

RollingCount::RollingCount() : m_seconds(kSecondSlots), m_minutes(kMinuteSlots) {}

std::uint64_t &RollingCount::second(Second bucket)
{
    return m_seconds[secondSlot(bucket)];
}

std::uint64_t RollingCount::secondAt(Second bucket) const
{
    return m_seconds[secondSlot(bucket)];
}

std::uint64_t &RollingCount::minute(Second end)
{
    return m_minutes[minuteSlot(end)];
}

void RollingCount::add(Second bucket, std::uint64_t count)
{
    assert(m_started && bucket < m_asOf + kAhead);
    if (bucket > m_asOf)
        second(bucket) += count;
    else
        revise(bucket, count);
}

void RollingCount::revise(Second bucket, std::uint64_t count)
{
    const bool inAll = bucket > m_asOf - spanOf(kSecondWindows.front()); // as most are
    for (const Window window : kWindows)
        if (inAll || bucket > windowStart(window, m_asOf))
            m_windows[indexOf(window)] += count;
    if (bucket > m_asOf - kSecondRingSpan)
        second(bucket) += count;
    if (!isTooLate(bucket, m_asOf))
        minute(minuteOf(bucket)) += count;
    m_charts.forget(bucket);
}

void RollingCount::advanceTo(Second asOf)
{
    if (!m_started) {
        m_started = true;
        m_asOf = asOf;
        return;
    }
    if (asOf - m_asOf > kForgetGap)
        forgetTo(asOf);
    while (m_asOf < asOf)
        close(m_asOf + Seconds{1});
}

void RollingCount::close(Second at)
{
    if (at - minuteOf(at) == Seconds{1} - kMinute)
        minute(minuteOf(at)) = 0;
    const std::uint64_t entering = second(at);
    if (entering != 0) {
        for (std::uint64_t &window : m_windows)
            window += entering;
        minute(minuteOf(at)) += entering;
    }
    for (const Window window : kSecondWindows)
        m_windows[indexOf(window)] -= second(at - spanOf(window));
    if (at == minuteOf(at))
        m_windows[indexOf(Window::oneDay)] -= minute(at - spanOf(Window::oneDay));
    second(at - kSecondRingSpan) = 0;
    m_asOf = at;
}

// Nothing of today is in any window then; only the total stays.
void RollingCount::forgetTo(Second asOf)
{
    const Second last = m_asOf + kAhead;
    while (m_asOf < last)
        close(m_asOf + Seconds{1});
    const std::uint64_t total = count(Window::all);
    std::ranges::fill(m_seconds, 0);
    std::ranges::fill(m_minutes, 0);
    m_windows.fill(0);
    m_windows[indexOf(Window::all)] = total;
    m_asOf = asOf;
}

std::uint64_t RollingCount::between(Second from, Second to) const
{
    std::uint64_t sum = 0;
    const Second last = std::min(to, m_asOf);
    if (m_asOf - from <= kSecondRingSpan)
        for (Second at = from + Seconds{1}; at <= last; at += Seconds{1})
            sum += secondAt(at);
    else
        for (Second at = from + kMinute; at <= minuteOf(last); at += kMinute)
            sum += m_minutes[minuteSlot(at)];
    return sum;
}

// By minutes where the chart's steps are whole ones.
std::uint64_t RollingCount::pointOf(Second from, Second to) const
{
    if (to - from < kMinute)
        return between(from, to);
    std::uint64_t sum = 0;
    for (Second at = from + kMinute; at <= std::min(to, minuteOf(m_asOf)); at += kMinute)
        sum += m_minutes[minuteSlot(at)];
    return sum;
}

Series<std::uint64_t> RollingCount::series(Window window, const ChartGrid &grid)
{
    return {grid.start, grid.step, grid.partial,
            m_charts.of(window).of(grid, m_asOf,
                                   [this](Second from, Second to) { return pointOf(from, to); })};
}

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/max_ring.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

constexpr double kNothing = -1;
constexpr Seconds kFilledAhead{300};

} // namespace

std::size_t MaxRing::secondSlot(Second bucket)
{
    return static_cast<std::size_t>(bucket.time_since_epoch().count()) & (kSecondSlots - 1);
}

std::size_t MaxRing::minuteSlot(Second end)
{
    return static_cast<std::size_t>(end.time_since_epoch() / kMinute) & (kMinuteSlots - 1);
}

MaxRing::MaxRing()
    : m_seconds(kSecondSlots, kNothing), m_minutes(kMinuteSlots, kNothing), m_all(kNothing)
{
}

// Where its second has one as great already, so have the minute and the whole.
void MaxRing::add(Second bucket, double value)
{
    if (bucket > m_asOf - kSecondsKept) {
        double &second = m_seconds[secondSlot(bucket)];
        if (value <= second)
            return;
        second = value;
    }
    const auto raise = [value](double &slot) { slot = std::max(slot, value); };
    if (minuteOf(bucket) > m_asOf - kMinutesKept)
        raise(m_minutes[minuteSlot(minuteOf(bucket))]);
    if (bucket <= m_asOf)
        raise(m_all);
}

void MaxRing::advanceTo(Second asOf)
{
    if (!m_started) {
        m_started = true;
        m_asOf = asOf;
    }
    if (asOf - m_asOf > kForgetGap) {
        const Second empty = m_asOf + kFilledAhead;
        while (m_asOf < empty)
            close(m_asOf + Seconds{1});
        std::ranges::fill(m_seconds, kNothing);
        std::ranges::fill(m_minutes, kNothing);
        m_asOf = asOf;
    }
    while (m_asOf < asOf)
        close(m_asOf + Seconds{1});
}

void MaxRing::close(Second at)
{
    m_all = std::max(m_all, m_seconds[secondSlot(at)]);
    m_seconds[secondSlot(at - kSecondsKept)] = kNothing;
    if (at == minuteOf(at))
        m_minutes[minuteSlot(at - kMinutesKept)] = kNothing;
    m_asOf = at;
}

std::optional<double> MaxRing::max(Window window) const
{
    if (window == Window::all)
        return m_all < 0 ? std::nullopt : std::optional(m_all);
    return max(windowStart(window, m_asOf), m_asOf);
}

// Whole minutes as such. Where `to` is in a minute that goes on after it, its seconds count.
std::optional<double> MaxRing::max(Second from, Second to) const
{
    Second at = std::min(minuteOf(from), to);
    double greatest = maxOfSeconds(from, at);
    for (; at + kMinute <= to; at += kMinute)
        greatest = std::max(greatest, m_minutes[minuteSlot(at + kMinute)]);
    greatest = std::max(greatest, maxOfSeconds(at, to));
    return greatest < 0 ? std::nullopt : std::optional(greatest);
}

double MaxRing::maxOfSeconds(Second from, Second to) const
{
    double greatest = kNothing;
    for (Second at = from + Seconds{1}; at <= to; at += Seconds{1})
        greatest = std::max(greatest, m_seconds[secondSlot(at)]);
    return greatest;
}

} // namespace ingest::metrics

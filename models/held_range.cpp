// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/held_range.h"

#include <algorithm>

namespace models {

namespace {

constexpr double kHoldMs = 60'000;

ValueRange unionOf(const ValueRange &a, const ValueRange &b)
{
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

} // namespace

ValueRange HeldRange::update(const ValueRange &wanted, double nowMs)
{
    if (!m_held) {
        m_held = wanted;
        m_narrower.reset();
        return wanted;
    }
    m_held = unionOf(*m_held, wanted);
    if (wanted == *m_held) {
        m_narrower.reset();
        return *m_held;
    }
    if (!m_narrower) {
        m_narrower = wanted;
        m_sinceMs = nowMs;
    }
    m_narrower = unionOf(*m_narrower, wanted);
    if (*m_narrower == *m_held) {
        m_narrower.reset(); // the full range was needed after all
    } else if (nowMs - m_sinceMs >= kHoldMs) {
        m_held = m_narrower;
        m_narrower.reset();
    }
    return *m_held;
}

} // namespace models

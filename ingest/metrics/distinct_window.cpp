// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/distinct_window.h"

#include <algorithm>
#include <cmath>

namespace ingest::metrics {

namespace {

// Start of the window, exclusive.
Second startOf(Window window, Second asOf)
{
    const Second start = asOf - spanOf(window);
    return window == Window::oneDay ? std::chrono::floor<std::chrono::minutes>(start) : start;
}

} // namespace

DistinctWindow::DistinctWindow(std::size_t cap, Sketches sketches, std::uint64_t seed)
    : m_cap(cap), m_sketches(sketches), m_latest(seed),
      m_fine(Seconds(10), sketches == Sketches::never ? 0 : 360 + 8),
      m_coarse(Seconds(300), sketches == Sketches::never ? 0 : 288 + 2)
{
}

void DistinctWindow::record(std::uint64_t key, Second at)
{
    if (at > m_asOf)
        m_ahead.addOnce(at, key);
    else
        observe(key, at);
}

void DistinctWindow::advanceTo(Second asOf)
{
    if (asOf <= m_asOf)
        return;
    m_asOf = asOf;
    m_ahead.release(
        asOf, [this](Second at, const std::vector<std::uint64_t> &keys) { observeAll(keys, at); });
    // While there is room nothing is forgotten, so that the total stays exact.
    if ((m_swept != Second::min() && asOf - m_swept < kLatestSwept) || m_latest.size() < m_cap / 2)
        return;
    m_swept = asOf;
    if (m_latest.forgetUntil(asOf - kLatestKept) > 0)
        m_forgotten = true;
}

void DistinctWindow::observe(std::uint64_t key, Second at)
{
    m_all.add(key);
    if (m_sketches == Sketches::always || m_capped)
        sketch(key, at);
    if (!m_capped)
        observeExactly(key, at);
}

// The sketches of one second are looked up once, and memory is asked for a few keys ahead.
void DistinctWindow::observeAll(const std::vector<std::uint64_t> &keys, Second at)
{
    constexpr std::size_t kAhead = 16;
    const bool sketched = m_sketches == Sketches::always || m_capped;
    HyperLogLog *const fine = sketched ? m_fine.touch(at) : nullptr;
    HyperLogLog *const coarse = sketched ? m_coarse.touch(at) : nullptr;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint64_t key = keys[i];
        m_all.add(key);
        if (fine != nullptr)
            fine->add(key);
        if (coarse != nullptr)
            coarse->add(key);
        if (m_capped) {
            if (!sketched)
                sketch(key, at);
            continue;
        }
        m_latest.prefetch(keys[std::min(i + kAhead, keys.size() - 1)]);
        observeExactly(key, at);
    }
}

void DistinctWindow::sketch(std::uint64_t key, Second at)
{
    if (HyperLogLog *step = m_fine.touch(at))
        step->add(key);
    if (HyperLogLog *step = m_coarse.touch(at))
        step->add(key);
}

void DistinctWindow::observeExactly(std::uint64_t key, Second at)
{
    if (m_forgotten && at <= m_asOf - kLatestKept)
        return; // in no window; whether it was seen before is no longer known
    const std::optional<Second> before = m_latest.raise(key, at);
    if (before && *before >= at)
        return;
    if (before) {
        if (auto *count = m_perSecond.find(*before))
            --*count;
        if (auto *count = m_perMinute.find(*before))
            --*count;
    } else {
        ++m_ever;
    }
    if (auto *count = m_perSecond.touch(at))
        ++*count;
    if (auto *count = m_perMinute.touch(at))
        ++*count;
    if (m_latest.size() > m_cap)
        giveUpExactness();
}

void DistinctWindow::giveUpExactness()
{
    m_capped = true;
    if (m_sketches == Sketches::whenCapped)
        m_latest.forEach([this](std::uint64_t key, Second at) { sketch(key, at); });
    m_latest.clear();
}

DistinctCount DistinctWindow::count(Window window) const
{
    if (window == Window::all) {
        const bool exact = !m_capped && !m_forgotten;
        return {exact ? m_ever : static_cast<std::uint64_t>(std::llround(m_all.estimate())), exact};
    }
    const Second start = startOf(window, m_asOf);
    if (!m_capped) {
        std::uint64_t count = 0;
        const auto add = [&count](Second, std::uint32_t keys) { count += keys; };
        if (window == Window::oneDay)
            m_perMinute.forEach(start, m_asOf, add);
        else
            m_perSecond.forEach(start, m_asOf, add);
        return {count, true};
    }
    if (m_sketches == Sketches::never)
        return {m_cap, false};
    HyperLogLog merged;
    const auto merge = [&merged](Second, const HyperLogLog &step) { merged.merge(step); };
    if (window == Window::oneDay)
        m_coarse.forEach(start, m_asOf, merge);
    else
        m_fine.forEach(start, m_asOf, merge);
    return {static_cast<std::uint64_t>(std::llround(merged.estimate())), false};
}

const TimeRing<HyperLogLog> *DistinctWindow::sketches(Window window) const
{
    if (m_sketches == Sketches::never || (m_sketches == Sketches::whenCapped && !m_capped))
        return nullptr;
    return window == Window::oneDay ? &m_coarse : &m_fine;
}

HyperLogLog DistinctWindow::sketch(Second from, Second to) const
{
    HyperLogLog merged;
    const auto merge = [&merged](Second, const HyperLogLog &step) { merged.merge(step); };
    constexpr Seconds kFineKept{3660};
    if (m_asOf - from <= kFineKept)
        m_fine.forEach(from, to, merge);
    else
        m_coarse.forEach(from, to, merge);
    return merged;
}

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latencies_by_value.h"

#include <algorithm>
#include <cassert>

namespace ingest::metrics {

namespace {

constexpr std::size_t kMostWatched = 64;

std::uint32_t valueOf(std::uint32_t key)
{
    return key >> 12;
}

std::uint16_t slotOfKey(std::uint32_t key)
{
    return static_cast<std::uint16_t>(key & 0xfff);
}

} // namespace

void ValueLatencyWindows::Watch::enter(const Tally<Latencies> &tally)
{
    histogram.enter(slotOfKey(tally.key), tally.quantity.n);
    maxMs = std::max(maxMs, tally.quantity.maxMs);
    histogram.setMax(maxMs);
}

ValueLatencyWindows::Watch *ValueLatencyWindows::watchOf(Window window, std::uint32_t value)
{
    const std::uint8_t place = m_places[value][indexOf(window)];
    return place == 0 ? nullptr : &m_watches[indexOf(window)][place - 1];
}

void ValueLatencyWindows::enter(Window window, const Tally<Latencies> &tally)
{
    const std::uint32_t value = valueOf(tally.key);
    const std::uint16_t slot = slotOfKey(tally.key);
    if (value >= m_counts.size()) {
        m_counts.resize(value + 1);
        m_places.resize(value + 1);
        m_total.resize(value + 1);
    }
    m_counts[value][indexOf(window)] += tally.quantity.n;
    m_together[indexOf(window)].enter(slot, tally.quantity.n);
    if (window == Window::all) {
        LatencyHistogram &total = m_total[value];
        const double before = total.maxMs().value_or(0);
        total.enter(slot, tally.quantity.n);
        total.setMax(std::max(before, tally.quantity.maxMs));
    } else if (Watch *watch = watchOf(window, value)) {
        watch->enter(tally);
    }
}

void ValueLatencyWindows::leave(Window window, const Tally<Latencies> &tally)
{
    const std::uint32_t value = valueOf(tally.key);
    m_counts[value][indexOf(window)] -= tally.quantity.n;
    m_together[indexOf(window)].leave(slotOfKey(tally.key), tally.quantity.n);
    if (Watch *watch = watchOf(window, value)) {
        watch->histogram.leave(slotOfKey(tally.key), tally.quantity.n);
        if (tally.quantity.maxMs >= watch->maxMs)
            watch->valid = false;
    }
}

std::uint64_t ValueLatencyWindows::count(Window window, std::uint32_t value) const
{
    return value < m_counts.size() ? m_counts[value][indexOf(window)] : 0;
}

const LatencyHistogram *ValueLatencyWindows::find(Window window, std::uint32_t value) const
{
    if (value >= m_counts.size())
        return nullptr;
    if (window == Window::all)
        return &m_total[value];
    const std::uint8_t place = m_places[value][indexOf(window)];
    if (place == 0 || !m_watches[indexOf(window)][place - 1].valid)
        return nullptr;
    return &m_watches[indexOf(window)][place - 1].histogram;
}

void ValueLatencyWindows::watch(Window window, std::uint32_t value)
{
    Watch *watch = watchOf(window, value);
    if (watch == nullptr) {
        watch = &m_watches[indexOf(window)].emplace_back();
        m_places[value][indexOf(window)] =
            static_cast<std::uint8_t>(m_watches[indexOf(window)].size());
    }
    *watch = Watch{value, true, 0, {}};
}

void ValueLatencyWindows::fill(Window window, const Tally<Latencies> &tally)
{
    watchOf(window, valueOf(tally.key))->enter(tally);
}

void ValueLatencyWindows::prune(Window window, const std::vector<std::uint32_t> &shown,
                                std::size_t most)
{
    Watches &watches = m_watches[indexOf(window)];
    if (watches.size() <= most)
        return;
    for (const Watch &watch : watches)
        m_places[watch.value][indexOf(window)] = 0;
    std::erase_if(watches, [&](const Watch &watch) {
        return std::ranges::find(shown, watch.value) == shown.end();
    });
    for (std::size_t i = 0; i < watches.size(); ++i)
        m_places[watches[i].value][indexOf(window)] = static_cast<std::uint8_t>(i + 1);
}

void LatenciesByValue::show(Window window, const std::vector<std::uint32_t> &values)
{
    assert(values.size() <= kMostWatched);
    ValueLatencyWindows &windows = m_ring.windows();
    windows.prune(window, values, kMostWatched - values.size());
    std::vector<std::uint32_t> fresh;
    for (const std::uint32_t value : values)
        if (windows.find(window, value) == nullptr) {
            windows.watch(window, value);
            fresh.push_back(value);
        }
    if (fresh.empty())
        return;
    std::vector<bool> wanted(*std::ranges::max_element(fresh) + std::size_t{1});
    for (const std::uint32_t value : fresh)
        wanted[value] = true;
    m_ring.forEachSlice(windowStart(window, m_ring.asOf()), m_ring.asOf(),
                        [&](Second, const auto &tallies) {
                            for (const Tally<Latencies> &tally : tallies)
                                if (const std::uint32_t value = valueOf(tally.key);
                                    value < wanted.size() && wanted[value])
                                    windows.fill(window, tally);
                        });
}

const LatencyHistogram &LatenciesByValue::histogram(Window window, std::uint32_t value) const
{
    const LatencyHistogram *histogram = m_ring.windows().find(window, value);
    assert(histogram != nullptr);
    return *histogram;
}

LatencyHistogram LatenciesByValue::rest(Window window,
                                        const std::vector<std::uint32_t> &shown) const
{
    LatencyHistogram rest = m_ring.windows().together(window);
    for (const std::uint32_t value : shown)
        rest.subtract(histogram(window, value));
    rest.setMax(rest.greatestSlotMs());
    return rest;
}

std::map<std::uint32_t, std::map<std::uint16_t, std::uint64_t>>
LatenciesByValue::slots(Second from, Second to) const
{
    std::map<std::uint32_t, std::map<std::uint16_t, std::uint64_t>> slots;
    m_ring.forEachSlice(from, to, [&](Second, const auto &tallies) {
        for (const Tally<Latencies> &tally : tallies)
            slots[valueOf(tally.key)][slotOfKey(tally.key)] += tally.quantity.n;
    });
    return slots;
}

} // namespace ingest::metrics

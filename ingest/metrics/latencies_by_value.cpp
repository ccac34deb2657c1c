// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latencies_by_value.h"

#include <algorithm>
#include <cassert>
#include <span>

namespace ingest::metrics {

namespace {

std::uint32_t valueOf(std::uint32_t key)
{
    return key >> 12;
}

std::uint32_t valueOfTally(const Tally<Latencies> &tally)
{
    return valueOf(tally.key);
}

// Looking a value up costs as much as walking past so many tallies, or less.
constexpr std::size_t kLookUp = 32;

std::uint16_t slotOfKey(std::uint32_t key)
{
    return static_cast<std::uint16_t>(key & 0xfff);
}

} // namespace

std::uint32_t ValueLatencyWindows::groupOf(std::uint32_t key)
{
    return valueOf(key);
}

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

void ValueLatencyWindows::watch(Window window, std::uint32_t value,
                                const std::vector<std::uint32_t> &shown)
{
    Watches &watches = m_watches[indexOf(window)];
    Watch *watch = watchOf(window, value);
    if (watch == nullptr) {
        if (watches.size() < kMostWatched) {
            watch = &watches.emplace_back();
        } else {
            watch = &leastFrequent(window, shown);
            m_places[watch->value][indexOf(window)] = 0;
        }
        m_places[value][indexOf(window)] = static_cast<std::uint8_t>(watch - watches.data() + 1);
    }
    watch->value = value;
    watch->valid = true;
    watch->maxMs = 0;
    watch->histogram.clear();
}

ValueLatencyWindows::Watch &
ValueLatencyWindows::leastFrequent(Window window, const std::vector<std::uint32_t> &shown)
{
    Watch *least = nullptr;
    for (Watch &watch : m_watches[indexOf(window)])
        if (std::ranges::find(shown, watch.value) == shown.end() &&
            (least == nullptr || count(window, watch.value) < count(window, least->value)))
            least = &watch;
    assert(least != nullptr);
    return *least;
}

void ValueLatencyWindows::fill(Window window, const Tally<Latencies> &tally)
{
    watchOf(window, valueOf(tally.key))->enter(tally);
}

void LatenciesByValue::show(Window window, const std::vector<std::uint32_t> &values)
{
    assert(values.size() <= ValueLatencyWindows::kMostWatched);
    std::vector<std::uint32_t> fresh;
    for (const std::uint32_t value : values)
        if (m_ring.windows().find(window, value) == nullptr)
            fresh.push_back(value);
    for (const std::uint32_t value : fresh)
        m_ring.windows().watch(window, value, values);
    if (!fresh.empty())
        fill(window, fresh);
}

// A few values are looked up in a minute, many are met in walking through it.
void LatenciesByValue::fill(Window window, const std::vector<std::uint32_t> &fresh)
{
    ValueLatencyWindows &windows = m_ring.windows();
    std::vector<bool> wanted(*std::ranges::max_element(fresh) + std::size_t{1});
    for (const std::uint32_t value : fresh)
        wanted[value] = true;
    const auto walk = [&](std::span<const Tally<Latencies>> tallies) {
        for (const Tally<Latencies> &tally : tallies)
            if (const std::uint32_t value = valueOf(tally.key);
                value < wanted.size() && wanted[value])
                windows.fill(window, tally);
    };
    m_ring.forEachPart(
        windowStart(window, m_ring.asOf()), [&](const auto &tallies, std::size_t ordered) {
            const std::span all(tallies);
            if (ordered < kLookUp * fresh.size()) {
                walk(all);
                return;
            }
            for (const std::uint32_t value : fresh)
                for (const Tally<Latencies> &tally :
                     std::ranges::equal_range(all.first(ordered), value, {}, valueOfTally))
                    windows.fill(window, tally);
            walk(all.subspan(ordered));
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
    TallyTable<Count> counts; // by key: an hour has many tallies, and few keys
    m_ring.forEachSum(from, to, [&](const auto &tallies) {
        for (const Tally<Latencies> &tally : tallies)
            counts.add(tally.key, Count{tally.quantity.n});
    });
    std::map<std::uint32_t, std::map<std::uint16_t, std::uint64_t>> slots;
    for (const Tally<Count> &tally : counts.tallies())
        slots[valueOf(tally.key)][slotOfKey(tally.key)] = tally.quantity.n;
    return slots;
}

} // namespace ingest::metrics

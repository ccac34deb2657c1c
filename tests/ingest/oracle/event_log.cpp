// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/oracle/event_log.h"

#include <limits>

namespace oracle {

using namespace ingest;
using namespace std::chrono_literals;

void EventLog::add(const test::RawEvent &raw)
{
    m_start = std::min(m_start, *raw.arrival);
    Kept kept{&raw, raw.time.value_or(*raw.arrival), false};
    if (kept.time > *raw.arrival + 10s) {
        kept.time = *raw.arrival;
        kept.retimed = true;
    }
    auto &epochs = m_sequences[raw.source];
    auto &sequences = epochs[raw.epoch];
    const bool sameSequence = raw.sequence && sequences.contains(*raw.sequence);
    const bool sameId = !raw.id.empty() && !m_seen.insert(raw.source + '\n' + raw.id).second;
    if (sameId || (raw.id.empty() && sameSequence)) {
        ++m_duplicates;
        return;
    }
    if (raw.sequence)
        sequences[*raw.sequence] = kept.time;
    m_kept.push_back(kept);
}

std::int64_t startOf(Window window, Second asOf)
{
    const std::int64_t now = asOf.time_since_epoch().count();
    switch (window) {
    case Window::oneMinute:
        return now - 60;
    case Window::fiveMinutes:
        return now - 300;
    case Window::fifteenMinutes:
        return now - 900;
    case Window::oneHour:
        return now - 3600;
    case Window::oneDay:
        return (now - 86400) / 60 * 60;
    case Window::sevenDays: // history's, not the engine's
    case Window::thirtyDays:
    case Window::all:
        break;
    }
    return std::numeric_limits<std::int64_t>::min() / 2'000'000'000;
}

Grid gridOf(Window window, Second asOf, std::optional<Seconds> step)
{
    const std::int64_t now = asOf.time_since_epoch().count();
    Grid grid;
    grid.step = window == Window::oneMinute                                         ? 1
                : window == Window::fiveMinutes || window == Window::fifteenMinutes ? 5
                : window == Window::oneDay                                          ? 300
                                                                                    : 10;
    Window charted = window;
    if (window == Window::all)
        charted = step && step->count() == 60 ? Window::oneDay : Window::oneHour;
    if (step)
        grid.step = step->count();
    const std::int64_t start = startOf(charted, asOf);
    grid.start = start / grid.step * grid.step;
    const std::int64_t end = (now + grid.step - 1) / grid.step * grid.step;
    grid.points = static_cast<std::size_t>((end - grid.start) / grid.step);
    grid.partial = end != now;
    return grid;
}

std::vector<Kept> EventLog::inWindow(Window window, Second asOf) const
{
    const Timestamp start{std::chrono::seconds{startOf(window, asOf)}};
    std::vector<Kept> inside;
    for (const Kept &kept : m_kept)
        if (kept.time > start && kept.time <= asOf)
            inside.push_back(kept);
    return inside;
}

EventLog::Loss EventLog::loss() const
{
    Loss loss;
    for (const auto &[source, epochs] : m_sequences) {
        bool sequenced = false;
        for (const auto &[epoch, sequences] : epochs) {
            sequenced = sequenced || !sequences.empty();
            std::uint64_t last = sequences.empty() ? 0 : sequences.begin()->first;
            for (const auto &[sequence, time] : sequences) {
                if (sequence > last + 1)
                    loss.gaps.emplace_back(time, sequence - last - 1);
                last = sequence;
            }
        }
        loss.known = loss.known && sequenced;
    }
    return loss;
}

} // namespace oracle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proofs/support/permuted_stream.h"

#include "tests/ingest/support/random_stream.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace test {

namespace {

constexpr double kEarliest = 9;     // seconds ahead of its arrival: over 10 would be retimed
constexpr double kRepeatsFor = 590; // of the ten minutes in which a copy is known
constexpr double kBehind = 15;      // from the last event to the end
// A day costs ten times a minute to walk through, so that there are fewer of them.
double spanOf(std::uint64_t seed)
{
    return seed % 32 == 0   ? 30 * 3600.0
           : seed % 16 == 1 ? 3 * 3600.0
           : seed % 2 == 0  ? 900.0
                            : 50.0;
}

// Without its copies, whose times would no longer be their own.
std::vector<RawEvent> distinct(std::vector<RawEvent> events)
{
    std::set<std::string> seen;
    std::erase_if(events, [&seen](const RawEvent &event) {
        const std::string number = event.sequence ? std::to_string(*event.sequence) : "";
        return !seen.insert(event.source + ' ' + event.epoch + ' ' + number + ' ' + event.id)
                    .second;
    });
    return events;
}

void reuseSequence(const RawEvent &first, RawEvent &second)
{
    second.source = first.source;
    second.epoch = first.epoch;
    second.sequence = first.sequence;
    second.id = first.id.empty() ? "" : first.id + "'";
    second.time = *first.time + std::chrono::milliseconds{1};
}

double secondsOf(const ingest::Timestamp time)
{
    return std::chrono::duration<double>(time - at(0)).count();
}

} // namespace

PermutedStream::PermutedStream(std::uint64_t seed)
    : m_random(seed), m_span(spanOf(seed)), m_end(m_span + kBehind)
{
    const std::size_t journeys = 30 + m_random() % 400; // each below its cap of events
    m_events = distinct(randomStream(seed, {kEvents, m_span, false}));
    for (RawEvent &event : m_events) {
        double time = between(0, m_span);
        if (m_random() % 2 == 0)
            time = std::floor(time); // shared instants, and edges of windows
        else if (m_random() % 8 == 0)
            time = std::floor(time / 60) * 60;
        event.time = at(time);
        if (!event.journey.empty())
            event.journey = "j" + std::to_string(m_random() % journeys);
        if (event.failed && m_random() % 2 == 0)
            event.money = {static_cast<std::int64_t>(m_random() % 100'000),
                           {{'E', 'U', m_random() % 4 == 0 ? 'X' : 'R'}}};
        event.attributes.resize(std::min<std::size_t>(event.attributes.size(), 8));
    }
    std::ranges::stable_sort(m_events, {}, &RawEvent::time);
    if (m_random() % 4 == 0) // two different events under one sequence
        reuseSequence(m_events[0], m_events[1]);
    m_distinct = m_events.size();
    for (std::size_t i = 0; i < m_distinct; ++i)
        if (m_random() % 20 == 0) {
            m_copies.push_back({i, between(-kRepeatsFor, kRepeatsFor)});
            m_events.push_back(RawEvent(m_events[i]));
        }
}

std::vector<const RawEvent *> PermutedStream::arriving(Arrival way)
{
    for (std::size_t i = 0; i < m_distinct; ++i)
        m_events[i].arrival = at(arrivalOf(m_events[i], way));
    for (std::size_t i = 0; i < m_copies.size(); ++i) {
        const RawEvent &first = m_events[m_copies[i].of];
        const double earliest = std::max(0.0, secondsOf(*first.time) - kEarliest);
        const double arrival = secondsOf(*first.arrival) + m_copies[i].after;
        m_events[m_distinct + i].arrival = at(std::clamp(arrival, earliest, m_end - 0.001));
    }
    std::vector<const RawEvent *> order;
    for (const RawEvent &event : m_events)
        order.push_back(&event);
    std::ranges::shuffle(order, m_random); // those of one instant arrive in any order
    std::ranges::stable_sort(order, {}, [](const RawEvent *event) { return *event->arrival; });
    return order;
}

double PermutedStream::arrivalOf(const RawEvent &event, Arrival way)
{
    const double time = secondsOf(*event.time);
    const double earliest = std::max(0.0, time - kEarliest);
    const double latest = m_end - 0.001;
    switch (way) {
    case Arrival::onTime:
        return time + between(0, 2);
    case Arrival::jittered:
        return std::clamp(time + between(-kEarliest, 60), earliest, latest);
    case Arrival::late:
        return between(earliest, latest);
    case Arrival::oneSourceLate:
        return event.source == "/shop/pay" ? between(std::max(earliest, m_span), latest)
                                           : time + between(0, 2);
    case Arrival::atTheEnd:
        return between(m_span, latest);
    case Arrival::backwards:
        break;
    }
    return m_span + (m_span - time) / (m_span + 1) * kBehind;
}

double PermutedStream::between(double from, double to)
{
    return std::uniform_real_distribution<double>(from, to)(m_random);
}

ingest::Timestamp PermutedStream::start() const
{
    return at(-1);
}

ingest::Timestamp PermutedStream::end() const
{
    return at(m_end);
}

} // namespace test

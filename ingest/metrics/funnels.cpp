// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/funnels.h"

#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/interner.h"

#include <algorithm>
#include <cassert>

namespace ingest::metrics {

namespace {

// Nothing overflows between instants of the years 1825 to 2115; others count at these ends.
constexpr std::int64_t kFarthest = 4'580'000'000 * kNanosecondsASecond;
constexpr std::chrono::seconds kLeastIdle = std::chrono::minutes{30};

std::vector<FunnelShape> shapesOf(std::span<const config::SignalConfiguration> signals)
{
    std::vector<FunnelShape> shapes;
    std::size_t attributes = 0;
    for (const config::SignalConfiguration &signal : signals) {
        assert(!signal.steps.empty() && signal.steps.size() <= kMaxFunnelSteps);
        const std::int64_t within = signal.within.count() * kNanosecondsASecond;
        shapes.push_back(
            {{signal.order, signal.steps.size(), within}, attributes, signal.by.size()});
        attributes += signal.by.size();
    }
    return shapes;
}

std::size_t attributesOf(std::span<const FunnelShape> shapes)
{
    return shapes.empty() ? 0 : shapes.back().firstAttribute + shapes.back().attributes;
}

JourneyLimits limitsOf(std::span<const FunnelShape> shapes, const config::Limits &limits)
{
    std::int64_t idle = kLeastIdle.count() * kNanosecondsASecond;
    for (const FunnelShape &shape : shapes)
        idle = std::max(idle, shape.rule.withinNs);
    return {limits.journeys, std::clamp<std::size_t>(limits.journeyEvents, 2, 256), idle};
}

std::string nameOf(const config::EventFilter &filter)
{
    std::string name = filter.pattern;
    for (const auto &[attribute, value] : filter.where)
        name.append(" ").append(attribute).append("=").append(value);
    return name;
}

} // namespace

Funnels::Funnels(std::span<const config::SignalConfiguration> signals, const config::Limits &limits,
                 std::uint64_t seed)
    : m_shapes(shapesOf(signals)), m_idleNs(limitsOf(m_shapes, limits).idleNs),
      m_matches(m_shapes.size(), attributesOf(m_shapes)),
      m_journeys(limitsOf(m_shapes, limits), m_shapes, m_matches, seed),
      m_before(m_shapes, m_matches), m_after(m_shapes, m_matches), m_nothing(m_shapes, m_matches)
{
    for (std::size_t funnel = 0; funnel < m_shapes.size(); ++funnel) {
        const FunnelShape &shape = m_shapes[funnel];
        m_counts.emplace_back(shape.rule);
        m_keepsAll = m_keepsAll || shape.rule.order == config::StepOrder::strict;
        for (std::size_t i = 0; i < shape.attributes; ++i) {
            m_funnelOf.push_back(funnel);
            m_breakdowns.emplace_back(shape.rule.steps, limits.attributeValues);
        }
        m_stepNames.emplace_back();
        for (const config::EventFilter &step : signals[funnel].steps)
            m_stepNames.back().push_back(nameOf(step));
    }
    m_values.assign(attributesOf(m_shapes), kNoValue);
    m_late.reserve(DueGroups::kMostEvents);
}

void Funnels::record(std::uint64_t journeyKey, Timestamp time, std::span<const StepMask> masks,
                     std::span<const std::uint32_t> values)
{
    assert(masks.size() == m_shapes.size());
    assert(values.empty() || values.size() == m_values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t funnel = m_funnelOf[i];
        const bool unordered = m_shapes[funnel].rule.order == config::StepOrder::unordered;
        const bool starts = (masks[funnel] & (unordered ? ~StepMask{0} : StepMask{1})) != 0;
        m_values[i] = starts ? values[i] : kNoValue;
    }
    wait(journeyKey, time, m_matches.intern(masks, m_values));
}

void Funnels::wait(std::uint64_t journeyKey, Timestamp time, std::uint32_t match)
{
    const std::int64_t at = std::clamp(time.time_since_epoch().count(), -kFarthest, kFarthest);
    const DueEvent event{journeyKey, at, match};
    const std::int64_t second = ceilDivide(event.time, kNanosecondsASecond);
    if (!m_asOf || second > *m_asOf + DueEvents::kMostAhead)
        advanceTo(Second{Seconds{second - DueEvents::kMostAhead}});
    if (second > *m_asOf) {
        if (m_due.add(second, event))
            return;
        doubt(*m_asOf); // it counts all the same, a little too early
        applyLate({journeyKey, *m_asOf * kNanosecondsASecond, event.match});
        return;
    }
    applyLate(event);
}

// Which journey goes first where there are too many depends on the order of events through all of
// them: then none waits.
void Funnels::applyLate(const DueEvent &event)
{
    if (!m_journeys.hasRoomFor(m_late.size() + 1)) {
        settle();
        apply({&event, 1});
        return;
    }
    m_late.push_back(event);
    if (m_late.size() == DueGroups::kMostEvents)
        settle();
}

void Funnels::advanceTo(Second asOf)
{
    const std::int64_t to = asOf.time_since_epoch().count();
    if (m_asOf && to <= *m_asOf)
        return;
    settle();
    const std::int64_t from = m_asOf.value_or(to - 1);
    m_asOf = to;
    for (FunnelCounts &counts : m_counts)
        counts.advanceTo(to);
    for (FunnelBreakdown &breakdown : m_breakdowns)
        breakdown.advanceTo(to);
    for (std::int64_t second = from + 1; second <= to && !m_due.empty(); ++second)
        m_due.release(second, [this](std::span<const DueEvent> events) { applyAll(events); });
}

void Funnels::settle()
{
    if (m_late.empty())
        return;
    applyAll(m_late);
    m_late.clear();
}

void Funnels::applyAll(std::span<const DueEvent> events)
{
    // A burst: the memory of the journeys to come is fetched while the present ones are worked on;
    // that of several at once, since a processor looks up several addresses at once.
    constexpr std::size_t kBatch = 8;
    const DueGroups &groups = *m_groups;
    const auto keyAt = [&](std::size_t i) { return groups[std::min(i, groups.size() - 1)][0].key; };
    m_groups->arrange(events);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i % kBatch == 0)
            for (std::size_t next = i; next < i + kBatch; ++next)
                m_journeys.prefetch(keyAt(next + 3 * kBatch), keyAt(next + 2 * kBatch),
                                    keyAt(next + kBatch));
        apply(groups[i]);
    }
}

void Funnels::apply(std::span<const DueEvent> events)
{
    const std::uint64_t key = events.front().key;
    const auto [first, last] = std::ranges::minmax(events, {}, &DueEvent::time);
    const auto touched = m_journeys.touchedBy(key, first.time, last.time);
    if (touched.count > 1 && events.size() > 1) { // there may be more than two
        for (const DueEvent &event : events)
            apply({&event, 1});
        return;
    }
    std::uint32_t journey = touched.journeys[0];
    if (touched.count == 0)
        journey = m_journeys.begin(key, first.time);
    if (touched.count == 2)
        join(touched, first.time);
    m_journeys.extend(journey, first.time);
    m_journeys.extend(journey, last.time);
    m_together.clear();
    for (const DueEvent &event : events)
        if (event.match != 0 || m_keepsAll)
            m_together.emplace_back(event.time, event.match);
    if (!m_together.empty())
        applyTo(journey, m_together);
    evict();
}

void Funnels::join(const Journeys::Touched &touched, std::int64_t time)
{
    for (const std::uint32_t each : touched.journeys) {
        m_journeys.evaluate(each, m_before);
        change(m_before, m_nothing);
    }
    if (!m_journeys.join(touched.journeys[0], touched.journeys[1]))
        doubt(ceilDivide(time, kNanosecondsASecond));
    m_journeys.evaluate(touched.journeys[0], m_after);
    change(m_nothing, m_after);
}

// Whether they are later than all the journey had; then they are in order now.
bool Funnels::insertAll(std::uint32_t journey, std::span<JourneyEvent> events)
{
    const auto earliest = std::ranges::min_element(events, isEarlier);
    const bool newest = m_journeys.isNewest(journey, earliest->time());
    if (newest && m_journeys.hasRoomFor(journey, events.size())) {
        std::ranges::sort(events, isEarlier);
        m_journeys.append(journey, events);
        return true;
    }
    // In the order they came, which decides where a cap on the events of a journey is reached.
    bool certain = true;
    for (const JourneyEvent &event : events)
        if (!m_journeys.insert(journey, event)) {
            certain = false;
            doubt(ceilDivide(event.time(), kNanosecondsASecond));
        }
    if (certain && newest)
        std::ranges::sort(events, isEarlier);
    return certain && newest;
}

void Funnels::applyTo(std::uint32_t journey, std::span<JourneyEvent> events)
{
    m_journeys.evaluate(journey, m_before);
    const std::size_t mostValues = m_before.values().size() + events.size() * m_breakdowns.size();
    if (events.size() > 1 && mostValues > JourneyChains::kMostValues) { // each may be one too many
        for (JourneyEvent &event : events)
            applyTo(journey, {&event, 1});
        return;
    }
    if (insertAll(journey, events)) {
        m_after.continueFrom(m_before);
        m_after.feedAll(events);
    } else {
        m_journeys.evaluate(journey, m_after);
    }
    change(m_before, m_after);
    if (m_after.values().size() > JourneyChains::kMostValues)
        countUnfollowed(events.front().match());
}

void Funnels::countUnfollowed(std::uint32_t match)
{
    for (std::size_t i = 0; i < m_breakdowns.size(); ++i) {
        const std::uint32_t value = m_matches.value(match, i);
        if (value == kNoValue || value == Interner::kOther || m_after.follows(i, value))
            continue;
        ++m_valueOverflow;
        return;
    }
}

void Funnels::change(const JourneyChains &before, const JourneyChains &after)
{
    for (std::size_t funnel = 0; funnel < m_counts.size(); ++funnel)
        m_counts[funnel].change(before.of(funnel), after.of(funnel));
    if (!m_breakdowns.empty())
        changeValues(before, after);
}

void Funnels::changeValues(const JourneyChains &before, const JourneyChains &after)
{
    const auto chainsIn = [](const JourneyChains &chains, const ValueChains &like) {
        const auto values = chains.values();
        const auto found = std::ranges::find_if(values, [&](const ValueChains &other) {
            return other.attribute == like.attribute && other.value == like.value;
        });
        return found == values.end() ? nullptr : &found->chains;
    };
    const auto nothing = [this](std::size_t attribute) {
        return Chains(m_shapes[m_funnelOf[attribute]].rule);
    };
    for (const ValueChains &value : after.values()) {
        const Chains *was = chainsIn(before, value);
        m_breakdowns[value.attribute].change(value.value, was ? *was : nothing(value.attribute),
                                             value.chains);
    }
    for (const ValueChains &value : before.values())
        if (chainsIn(after, value) == nullptr)
            m_breakdowns[value.attribute].change(value.value, value.chains,
                                                 nothing(value.attribute));
}

void Funnels::evict()
{
    for (std::uint32_t journey = m_journeys.beyondCaps(); journey != kNoJourney;
         journey = m_journeys.beyondCaps()) {
        const std::int64_t last = m_journeys[journey].last;
        if (*m_asOf * kNanosecondsASecond - last <= m_idleNs)
            m_doubtful =
                std::max(m_doubtful.value_or(kNever), ceilDivide(last, kNanosecondsASecond));
        m_journeys.forget(journey);
        ++m_evicted;
    }
}

void Funnels::doubt(std::int64_t second)
{
    ++m_bounded;
    m_doubtful = std::max(m_doubtful.value_or(kNever), second);
}

bool Funnels::isBounded(Window window, std::int64_t asOf) const
{
    return m_doubtful && (window == Window::all || *m_doubtful > asOf - spanOf(window).count());
}

FunnelSnapshot Funnels::snapshot(std::size_t funnel, Window window, Second asOf,
                                 std::optional<Seconds> step)
{
    settle();
    const std::int64_t second = asOf.time_since_epoch().count();
    FunnelSnapshot snapshot = m_counts[funnel].snapshot(window, second, step);
    for (std::size_t k = 0; k < snapshot.steps.size(); ++k)
        snapshot.steps[k].name = m_stepNames[funnel][k];
    snapshot.bounded = isBounded(window, second);
    return snapshot;
}

std::vector<Funnels::ValueSnapshot> Funnels::breakdown(std::size_t funnel, std::size_t attribute,
                                                       Window window, Second asOf,
                                                       std::size_t limit)
{
    settle();
    auto top = m_breakdowns[m_shapes[funnel].firstAttribute + attribute].top(window, limit);
    for (ValueSnapshot &value : top) {
        for (std::size_t step = 0; step < value.funnel.steps.size(); ++step)
            value.funnel.steps[step].name = m_stepNames[funnel][step];
        value.funnel.bounded = isBounded(window, asOf.time_since_epoch().count());
    }
    return top;
}

} // namespace ingest::metrics

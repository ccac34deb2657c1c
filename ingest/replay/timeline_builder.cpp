// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/timeline_builder.h"

#include "ingest/event_reading.h"
#include "ingest/metrics/marker_rules.h"
#include "ingest/wire/event.h"
#include "ingest/wire/event_sink.h"

#include <algorithm>
#include <utility>

namespace ingest::replay {

namespace {

class EventCount final : public wire::EventSink
{
public:
    EventCount(const std::vector<config::MarkerConfiguration> &rules, Timestamp arrival,
               metrics::MarkerLog &markers)
        : m_rules(rules), m_arrival(arrival), m_markers(markers)
    {
    }

    void accept(const wire::Event &event) override
    {
        if (event.kind != wire::EventKind::event)
            return;
        ++counted.events;
        counted.failed += event.failure ? 1 : 0;
        if (auto operations = metrics::compile(m_rules, event.type); !operations.empty())
            if (auto marker = metrics::markerOf(event, bucketOf(timingOf(event, m_arrival).time),
                                                operations, m_rules))
                m_markers.add(std::move(*marker));
    }
    void reject(const wire::Rejection &) override {}

    TimelinePoint counted;

private:
    const std::vector<config::MarkerConfiguration> &m_rules;
    Timestamp m_arrival;
    metrics::MarkerLog &m_markers;
};

} // namespace

void TimelineBuilder::add(const DueEntry &due)
{
    const auto *frame = std::get_if<wire::Frame>(&due.entry);
    if (due.at)
        reach(*due.at, frame == nullptr || frame->arrival.has_value());
    if (const auto *missing = std::get_if<record::Missing>(&due.entry))
        m_timeline.missing += missing->frames;
    if (frame == nullptr || !m_latest)
        return;
    const Timestamp arrival = due.at.value_or(*m_latest);
    EventCount count(m_rules, arrival, m_markers);
    m_decoder.decode(*frame, count);
    TimelinePoint &point = pointAt(bucketOf(arrival));
    point.events += count.counted.events;
    point.failed += count.counted.failed;
}

Timeline TimelineBuilder::timeline() const
{
    Timeline timeline = m_timeline;
    timeline.markers = m_markers.until(Second::max());
    return timeline;
}

void TimelineBuilder::reach(Timestamp at, bool isRecording)
{
    if (!m_latest) {
        m_timeline.from = std::chrono::floor<Seconds>(at);
        m_timeline.to = bucketOf(at);
        m_latest = at;
    }
    if (at <= *m_latest)
        return;
    // A file of events does not say when nobody listened.
    if (isRecording && at - *m_latest > kGap)
        m_timeline.gaps.push_back({bucketOf(*m_latest), std::chrono::floor<Seconds>(at)});
    m_latest = at;
    m_timeline.to = std::max(m_timeline.to, bucketOf(at));
}

TimelinePoint &TimelineBuilder::pointAt(Second second)
{
    const auto indexOf = [&] {
        const Seconds after = std::max(Seconds{1}, second - m_timeline.from);
        return static_cast<std::size_t>((after - Seconds{1}) / m_timeline.step);
    };
    while (indexOf() >= Timeline::kMostPoints)
        widen();
    if (m_timeline.points.size() <= indexOf())
        m_timeline.points.resize(indexOf() + 1);
    return m_timeline.points[indexOf()];
}

// Two points become one.
void TimelineBuilder::widen()
{
    std::vector<TimelinePoint> &points = m_timeline.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const TimelinePoint point = points[i];
        TimelinePoint &into = points[i / 2];
        if (i % 2 == 0) {
            into = point;
        } else {
            into.events += point.events;
            into.failed += point.failed;
        }
    }
    points.resize((points.size() + 1) / 2);
    m_timeline.step *= 2;
}

} // namespace ingest::replay

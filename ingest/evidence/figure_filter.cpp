// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/figure_filter.h"

#include "ingest/metrics/attribute_values.h"
#include "ingest/metrics/bounded_name.h"
#include "ingest/metrics/latency_histogram.h"
#include "ingest/wire/event.h"

#include <algorithm>

namespace ingest::evidence {

namespace {

constexpr std::size_t kMostTypes = 10'000; // remembered at once

std::string fieldOf(const std::vector<config::SignalConfiguration> &signal)
{
    return signal.empty() ? std::string() : signal.front().field;
}

} // namespace

FigureFilter::FigureFilter(const config::Configuration &configuration, const Figure &figure)
    : m_figure(figure), m_reader(configuration.fields),
      m_signal(figure.signal ? std::vector{configuration.signals.at(*figure.signal)}
                             : std::vector<config::SignalConfiguration>{}),
      m_sum(fieldOf(m_signal), configuration.fields)
{
}

bool FigureFilter::inTime(const KeptRecord &record) const
{
    const Second second = bucketOf(record.time);
    return second > m_figure.from && second <= m_figure.to;
}

bool FigureFilter::counts(const KeptChunk &chunk, const KeptRecord &record)
{
    if (!inTime(record) || (m_figure.category && record.category != *m_figure.category) ||
        (m_figure.failing && record.category == kNoCategory))
        return false;
    const bool uniques = !m_signal.empty() && m_signal.front().kind == config::SignalKind::uniques;
    if ((m_figure.journeys || uniques) && record.journey == 0)
        return false;
    if (!m_figure.types.empty() && !metrics::matchesPattern(m_figure.types, chunk.type(record)))
        return false;
    if (m_signal.empty())
        return m_figure.attribute.empty() || hasValue(m_reader.read(chunk, record));
    metrics::Operation *operation = operationFor(chunk.type(record));
    if (operation == nullptr)
        return false;
    const config::SignalKind kind = m_signal.front().kind;
    const bool byTypeAlone = operation->alternatives.empty() && m_figure.attribute.empty() &&
                             kind != config::SignalKind::latency && kind != config::SignalKind::sum;
    return byTypeAlone ? isPart(operation->always)
                       : matchesSignal(*operation, m_reader.read(chunk, record));
}

metrics::Operation *FigureFilter::operationFor(std::string_view type)
{
    auto found = m_operations.find(type);
    if (found == m_operations.end()) {
        if (m_operations.size() >= kMostTypes)
            m_operations.clear();
        std::vector<metrics::Operation> compiled = metrics::compile(m_signal, type);
        found = m_operations.emplace(type, std::nullopt).first;
        if (!compiled.empty())
            found->second = std::move(compiled.front());
    }
    return found->second ? &*found->second : nullptr;
}

bool FigureFilter::matchesSignal(metrics::Operation &operation, const wire::Event &event)
{
    return isPart(operation.match(event)) && hasField(event) && hasValue(event);
}

bool FigureFilter::isPart(metrics::MatchMask matched) const
{
    if (matched == 0)
        return false;
    const bool good = (matched & metrics::kGood) != 0; // an event that is both is good
    return m_figure.part == Part::good ? good : m_figure.part != Part::bad || !good;
}

bool FigureFilter::hasField(const wire::Event &event)
{
    switch (m_signal.front().kind) {
    case config::SignalKind::latency: {
        const wire::Attribute *number =
            metrics::findAttribute(event.numbers, m_signal.front().field, m_place);
        return number != nullptr && metrics::LatencyHistogram::slotFor(number->number).has_value();
    }
    case config::SignalKind::sum:
        return m_sum.amountOf(event).has_value();
    default:
        return true;
    }
}

bool FigureFilter::hasValue(const wire::Event &event)
{
    if (m_figure.attribute.empty())
        return true;
    std::size_t place = 0;
    const wire::Attribute *found =
        metrics::findAttribute(event.attributes, m_figure.attribute, place);
    if (found == nullptr || found->kind == wire::ValueKind::null)
        return false;
    std::string shortened;
    const std::string_view value = metrics::boundedName(found->text, shortened);
    if (!m_figure.others)
        return value == m_figure.value;
    return std::ranges::find(m_figure.shown, value) == m_figure.shown.end();
}

} // namespace ingest::evidence

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/event_builder.h"

#include "ingest/wire/currency.h"
#include "ingest/wire/failure.h"
#include "ingest/wire/money.h"
#include "ingest/wire/sequence.h"
#include "ingest/wire/structural_index.h"

namespace ingest::wire {

namespace {

std::string_view textOf(const Attribute *scalar)
{
    return scalar != nullptr ? scalar->text : std::string_view();
}

// The payload has been validated, the topic has not.
bool isBrokenTopic(const Frame &frame, std::string_view type)
{
    return type.data() == frame.topic.data() && !isUtf8(frame.topic);
}

} // namespace

EventBuilder::EventBuilder(const PointerPaths &paths, const Members &members)
    : m_fields(paths, members)
{
    m_event.attributes.reserve(Level::kMaxScalars);
    m_event.numbers.reserve(Level::kMaxScalars);
}

std::string_view EventBuilder::type(const Frame &frame) const
{
    if (const Attribute *named = m_fields.type())
        return named->text;
    return frame.topic.empty() ? textOf(m_fields.name()) : frame.topic;
}

std::string_view EventBuilder::source(const Frame &frame) const
{
    const Attribute *named = m_fields.source();
    return named != nullptr ? named->text : frame.endpoint;
}

std::optional<std::uint64_t> EventBuilder::sequence() const
{
    const Attribute *given = m_fields.sequence();
    return given != nullptr ? parseSequence(given->text) : std::nullopt;
}

std::optional<Failure> EventBuilder::failure(std::string_view type) const
{
    if (!endsAsFailure(type) && !m_fields.saysFailure())
        return std::nullopt;
    return Failure{textOf(m_fields.category()), textOf(m_fields.message())};
}

std::optional<Money> EventBuilder::money() const
{
    CurrencyCode currency;
    if (const Attribute *named = m_fields.currency())
        currency = parseCurrency(named->text).value_or(CurrencyCode{});
    std::optional<Money> money;
    m_fields.eachAmount([&](const Attribute &amount) {
        money = moneyOf(amount, currency);
        return money.has_value();
    });
    return money;
}

void EventBuilder::clear()
{
    m_event.time.reset();
    m_event.started.reset();
    m_event.journey = {};
    m_event.failure.reset();
    m_event.money.reset();
    m_event.attributes.clear();
    m_event.numbers.clear();
}

std::optional<Reason> EventBuilder::build(const Frame &frame, std::string_view text)
{
    clear();
    m_event.text = text;
    m_event.type = type(frame);
    if (m_event.type.empty())
        return Reason::noType;
    if (isBrokenTopic(frame, m_event.type))
        return Reason::notUtf8;
    m_event.kind = kindOf(m_event.type);
    m_event.arrival = frame.arrival;
    m_event.filtered = frame.filtered;
    m_event.sequencePerType = frame.sequencePerType;
    m_event.source = source(frame);
    m_event.sequence = sequence();
    m_event.epoch = textOf(m_fields.epoch());
    m_event.id = textOf(m_fields.id());
    const Attribute *time = m_fields.time();
    if (time != nullptr)
        m_event.time = m_times.read(time->kind, time->text);
    if (const Attribute *started = m_fields.started())
        m_event.started = m_times.read(started->kind, started->text);
    if (m_event.kind != EventKind::event)
        return std::nullopt;
    if (time != nullptr && !m_event.time)
        return Reason::badTime;
    if (!m_event.time && !m_event.arrival)
        return Reason::noTime;
    m_event.journey = textOf(m_fields.journey());
    m_event.failure = failure(m_event.type);
    m_event.money = money();
    m_fields.takeAttributes(m_event);
    m_fields.takeNumbers(m_event);
    return std::nullopt;
}

Rejection EventBuilder::rejection(const Frame &frame, Reason reason) const
{
    Rejection rejection;
    rejection.reason = reason;
    rejection.type = type(frame);
    if (isBrokenTopic(frame, rejection.type))
        rejection.type = {};
    rejection.source = source(frame);
    rejection.epoch = textOf(m_fields.epoch());
    rejection.sequence = sequence();
    rejection.arrival = frame.arrival;
    rejection.filtered = frame.filtered;
    rejection.sequencePerType = frame.sequencePerType;
    return rejection;
}

} // namespace ingest::wire

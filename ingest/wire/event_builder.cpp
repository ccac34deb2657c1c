// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/event_builder.h"

#include "ingest/wire/currency.h"
#include "ingest/wire/failure.h"
#include "ingest/wire/money.h"
#include "ingest/wire/sequence.h"
#include "ingest/wire/structural_index.h"
#include "ingest/wire/timestamp.h"

namespace ingest::wire {

namespace {

std::string_view textOf(const Attribute *scalar)
{
    return scalar != nullptr ? scalar->text : std::string_view();
}

bool isAnything(const Attribute &)
{
    return true;
}

EventKind kindOf(std::string_view type)
{
    return type == "bellwether.heartbeat" ? EventKind::heartbeat
           : type == "bellwether.goodbye" ? EventKind::goodbye
                                          : EventKind::event;
}

// Says how an event came to be, not what happened in it: no attribute.
bool isPlumbing(Name name)
{
    constexpr std::uint64_t kPlumbing =
        std::uint64_t{1} << static_cast<unsigned>(Name::specversion) |
        std::uint64_t{1} << static_cast<unsigned>(Name::time) |
        std::uint64_t{1} << static_cast<unsigned>(Name::timestamp) |
        std::uint64_t{1} << static_cast<unsigned>(Name::ts) |
        std::uint64_t{1} << static_cast<unsigned>(Name::atTimestamp) |
        std::uint64_t{1} << static_cast<unsigned>(Name::sequence) |
        std::uint64_t{1} << static_cast<unsigned>(Name::seq);
    return (kPlumbing >> static_cast<unsigned>(name) & 1) != 0;
}

// The payload has been validated, the topic has not.
bool isBrokenTopic(const Frame &frame, std::string_view type)
{
    return type.data() == frame.topic.data() && !isUtf8(frame.topic);
}

} // namespace

EventBuilder::EventBuilder(const PointerPaths &paths, Members &members)
    : m_paths(paths), m_members(members), m_find(paths, members)
{
    m_event.attributes.reserve(Level::kMaxScalars);
    m_event.numbers.reserve(Level::kMaxScalars);
}

std::string_view EventBuilder::type(const Frame &frame) const
{
    if (const Attribute *named =
            m_find.text(Field::type, {Name::type, Name::event, Name::eventName}, Reach::top))
        return named->text;
    if (!frame.topic.empty())
        return frame.topic;
    const Attribute *name = m_members.top.find(Name::name);
    return name != nullptr && isText(*name) ? name->text : std::string_view();
}

std::string_view EventBuilder::source(const Frame &frame) const
{
    const Attribute *named =
        m_find.text(Field::source, {Name::source, Name::service, Name::serviceName}, Reach::top);
    return named != nullptr ? named->text : frame.endpoint;
}

std::string_view EventBuilder::id() const
{
    return textOf(m_members.top.find(Name::specversion) != nullptr
                      ? m_find.text(Field::id, {Name::id, Name::eventId}, Reach::top)
                      : m_find.text(Field::id, {Name::eventId}, Reach::top));
}

std::string_view EventBuilder::epoch() const
{
    return textOf(m_find.text(Field::epoch, {Name::epoch, Name::instance}, Reach::top));
}

std::optional<std::uint64_t> EventBuilder::sequence() const
{
    const Attribute *given = m_find.text(Field::sequence, {Name::sequence, Name::seq}, Reach::top);
    return given != nullptr ? parseSequence(given->text) : std::nullopt;
}

std::string_view EventBuilder::journey() const
{
    return textOf(m_find.text(Field::journey,
                              {Name::session, Name::sessionId, Name::correlationId, Name::journey,
                               Name::cartId, Name::subject},
                              Reach::topThenData));
}

std::optional<Failure> EventBuilder::failure(std::string_view type) const
{
    if (!endsAsFailure(type) && !saysFailure(m_members.top) && !saysFailure(m_members.data))
        return std::nullopt;
    return Failure{failureCategory(m_find, m_members), failureMessage(m_find, m_members)};
}

std::optional<Money> EventBuilder::money() const
{
    CurrencyCode currency;
    if (const auto *named = m_find.text(Field::currency, {Name::currency}, Reach::topThenData))
        currency = parseCurrency(named->text).value_or(CurrencyCode{});
    std::optional<Money> money;
    static_cast<void>(m_find.first(Field::amount, {Name::amount, Name::total, Name::value},
                                   Reach::topThenData, [&](const Attribute &amount) {
                                       money = moneyOf(amount, currency);
                                       return money.has_value();
                                   }));
    return money;
}

std::optional<Timestamp> EventBuilder::timeOf(const Attribute &scalar)
{
    if (scalar.kind == ValueKind::number)
        return parseEpoch(scalar.text);
    if (scalar.kind != ValueKind::string)
        return std::nullopt;
    if (const auto time = m_rfc3339.read(scalar.text))
        return time;
    return parseEpoch(scalar.text);
}

void EventBuilder::takeAttributes()
{
    if (m_members.hasData) {
        const auto scalars = m_members.data.scalars();
        m_event.attributes.assign(scalars.begin(), scalars.end());
        return;
    }
    // What became a field of the event is no attribute as well.
    for (const Attribute &scalar : m_members.top.scalars()) {
        const auto is = [&scalar](std::string_view field) {
            return !field.empty() && scalar.text.data() == field.data();
        };
        if (!isPlumbing(wire::nameOf(scalar.name)) && !is(m_event.type) && !is(m_event.source) &&
            !is(m_event.epoch) && !is(m_event.id) && !is(m_event.journey))
            m_event.attributes.push_back(scalar);
    }
}

void EventBuilder::takeNumbers()
{
    for (const Level *level : {&m_members.top, &m_members.data})
        if (level->hasNumbers())
            for (const Attribute &scalar : level->scalars())
                if (scalar.kind == ValueKind::number)
                    m_event.numbers.push_back(scalar);
    for (const std::size_t index : m_paths.of(Field::extra))
        if (const Attribute *scalar = m_find.pointed(index);
            scalar != nullptr && scalar->kind == ValueKind::number &&
            ((m_members.pointedInRange >> index) & 1) != 0)
            m_event.numbers.push_back(
                {m_paths.text(index), scalar->text, scalar->number, scalar->kind});
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
    m_event.epoch = epoch();
    m_event.id = id();
    const Attribute *time =
        m_find.first(Field::time, {Name::time, Name::timestamp, Name::ts, Name::atTimestamp},
                     Reach::top, isAnything);
    if (time != nullptr)
        m_event.time = timeOf(*time);
    if (const Attribute *started = m_members.top.find(Name::started))
        m_event.started = timeOf(*started);
    if (m_event.kind != EventKind::event)
        return std::nullopt;
    if (time != nullptr && !m_event.time)
        return Reason::badTime;
    if (!m_event.time && !m_event.arrival)
        return Reason::noTime;
    m_event.journey = journey();
    m_event.failure = failure(m_event.type);
    m_event.money = money();
    takeAttributes();
    takeNumbers();
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
    rejection.epoch = epoch();
    rejection.sequence = sequence();
    rejection.arrival = frame.arrival;
    rejection.filtered = frame.filtered;
    rejection.sequencePerType = frame.sequencePerType;
    return rejection;
}

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/event_builder.h"

#include "ingest/wire/currency.h"
#include "ingest/wire/decimal.h"
#include "ingest/wire/timestamp.h"

#include <algorithm>
#include <charconv>

namespace ingest::wire {

namespace {

bool isText(const Scalar &scalar)
{
    return (scalar.kind == ValueKind::string && !scalar.text.empty()) ||
           scalar.kind == ValueKind::number;
}

std::optional<Timestamp> timeOf(const Scalar &scalar)
{
    if (scalar.kind == ValueKind::number)
        return parseEpoch(scalar.text);
    if (scalar.kind != ValueKind::string)
        return std::nullopt;
    if (const auto time = parseRfc3339(scalar.text))
        return time;
    return parseEpoch(scalar.text);
}

bool endsAsFailure(std::string_view type)
{
    return type.ends_with("failed") || type.ends_with("error") || type.ends_with("declined") ||
           type.ends_with("rejected");
}

// `error` says that something failed: anything but null, and but false, which says the opposite.
bool saysFailure(const Level &level)
{
    if (level.errorIsObject)
        return true;
    const Scalar *error = level.find(Name::error);
    return error != nullptr && !(error->kind == ValueKind::boolean && error->text == "false");
}

} // namespace

const Scalar *EventBuilder::pointed(Field field) const
{
    for (const std::size_t index : m_paths.of(field))
        if ((m_members.pointedSeen >> index & 1) != 0 &&
            m_members.pointed.at(index).kind != ValueKind::null)
            return &m_members.pointed.at(index);
    return nullptr;
}

const Scalar *EventBuilder::find(Field field, std::initializer_list<Name> names, Reach reach) const
{
    if (const Scalar *scalar = pointed(field))
        return scalar;
    for (const Name name : names) {
        if (const Scalar *scalar = m_members.top.find(name))
            return scalar;
        if (reach == Reach::topThenData)
            if (const Scalar *scalar = m_members.data.find(name))
                return scalar;
    }
    return nullptr;
}

// The first place that holds a text that is not empty, or a number.
const Scalar *EventBuilder::findText(Field field, std::initializer_list<Name> names,
                                     Reach reach) const
{
    if (const Scalar *scalar = pointed(field); scalar != nullptr && isText(*scalar))
        return scalar;
    for (const Name name : names) {
        if (const Scalar *scalar = m_members.top.find(name); scalar != nullptr && isText(*scalar))
            return scalar;
        if (reach == Reach::topThenData)
            if (const Scalar *scalar = m_members.data.find(name);
                scalar != nullptr && isText(*scalar))
                return scalar;
    }
    return nullptr;
}

std::string_view EventBuilder::type(const Frame &frame) const
{
    const auto *named =
        findText(Field::type, {Name::type, Name::event, Name::eventName}, Reach::top);
    if (named != nullptr)
        return named->text;
    if (!frame.topic.empty())
        return frame.topic;
    const Scalar *name = m_members.top.find(Name::name);
    return name != nullptr && isText(*name) ? name->text : std::string_view();
}

std::string_view EventBuilder::source(const Frame &frame) const
{
    const auto *named =
        findText(Field::source, {Name::source, Name::service, Name::serviceName}, Reach::top);
    return named != nullptr ? named->text : frame.endpoint;
}

std::string_view EventBuilder::id() const
{
    if (const Scalar *scalar = pointed(Field::id); scalar != nullptr && isText(*scalar))
        return scalar->text;
    if (m_members.top.find(Name::specversion) != nullptr)
        if (const Scalar *id = m_members.top.find(Name::id); id != nullptr && isText(*id))
            return id->text;
    const Scalar *id = m_members.top.find(Name::eventId);
    return id != nullptr && isText(*id) ? id->text : std::string_view();
}

std::optional<std::uint64_t> EventBuilder::sequence() const
{
    const Scalar *scalar = findText(Field::sequence, {Name::sequence, Name::seq}, Reach::top);
    if (scalar == nullptr)
        return std::nullopt;
    std::uint64_t value = 0;
    const char *end = scalar->text.data() + scalar->text.size();
    const auto [stopped, error] = std::from_chars(scalar->text.data(), end, value);
    if (error != std::errc{} || stopped != end)
        return std::nullopt;
    return value;
}

std::optional<Failure> EventBuilder::failure(std::string_view type) const
{
    if (!endsAsFailure(type) && !saysFailure(m_members.top) && !saysFailure(m_members.data))
        return std::nullopt;
    const auto first = [](std::initializer_list<const Scalar *> places) -> std::string_view {
        for (const Scalar *place : places)
            if (place != nullptr && isText(*place))
                return place->text;
        return {};
    };
    const Level &top = m_members.top;
    const Level &data = m_members.data;
    const auto string = [](const Scalar *error) {
        return error != nullptr && error->kind == ValueKind::string ? error : nullptr;
    };
    return Failure{first({pointed(Field::category), &top.errorCategory, &data.errorCategory,
                          &top.errorType, &data.errorType, top.find(Name::errorCategory),
                          data.find(Name::errorCategory), top.find(Name::reason),
                          data.find(Name::reason), top.find(Name::code), data.find(Name::code)}),
                   first({pointed(Field::message), &top.errorMessage, &data.errorMessage,
                          top.find(Name::message), data.find(Name::message),
                          string(top.find(Name::error)), string(data.find(Name::error))})};
}

std::optional<Money> EventBuilder::money() const
{
    const Scalar *amount =
        find(Field::amount, {Name::amount, Name::total, Name::value}, Reach::topThenData);
    if (amount == nullptr ||
        (amount->kind != ValueKind::number && amount->kind != ValueKind::string))
        return std::nullopt;
    const std::optional<Decimal> decimal = parseDecimal(amount->text);
    if (!decimal)
        return std::nullopt;
    Money money;
    if (const auto *named = findText(Field::currency, {Name::currency}, Reach::topThenData))
        money.currency = parseCurrency(named->text).value_or(CurrencyCode{});
    const auto minor = decimal->scaled(exponentOf(money.currency), Rounding::halfAwayFromZero);
    if (!minor)
        return std::nullopt;
    money.minor = *minor;
    return money;
}

void EventBuilder::collectAttributes()
{
    if (m_members.hasData) {
        m_event.attributes = m_members.data.scalars;
        return;
    }
    // What became a field of the event is no attribute as well.
    m_event.attributes.clear();
    for (const Attribute &scalar : m_members.top.scalars) {
        const auto is = [&scalar](std::string_view field) {
            return !field.empty() && scalar.text.data() == field.data();
        };
        const Name name = wire::nameOf(scalar.name);
        const bool plumbing = name == Name::specversion || name == Name::time ||
                              name == Name::timestamp || name == Name::ts ||
                              name == Name::atTimestamp || name == Name::sequence ||
                              name == Name::seq;
        if (!plumbing && !is(m_event.type) && !is(m_event.source) && !is(m_event.epoch) &&
            !is(m_event.id) && !is(m_event.journey))
            m_event.attributes.push_back(scalar);
    }
}

void EventBuilder::collectNumbers()
{
    m_event.numbers.clear();
    for (const Level *level : {&m_members.top, &m_members.data})
        for (const Attribute &scalar : level->scalars)
            if (scalar.kind == ValueKind::number)
                m_event.numbers.push_back(scalar);
    for (const std::size_t index : m_paths.of(Field::extra))
        if (const Scalar &scalar = m_members.pointed.at(index);
            (m_members.pointedSeen >> index & 1) != 0 && scalar.kind == ValueKind::number &&
            scalar.inRange)
            m_event.numbers.push_back(
                {m_paths.text(index), scalar.text, scalar.number, scalar.kind});
}

std::optional<Reason> EventBuilder::build(const Frame &frame)
{
    m_event.type = type(frame);
    if (m_event.type.empty())
        return Reason::noType;
    m_event.kind = m_event.type == "bellwether.heartbeat" ? EventKind::heartbeat
                   : m_event.type == "bellwether.goodbye" ? EventKind::goodbye
                                                          : EventKind::event;
    m_event.arrival = frame.arrival;
    m_event.filtered = frame.filtered;
    m_event.sequencePerType = frame.sequencePerType;
    m_event.source = source(frame);
    m_event.sequence = sequence();
    const Scalar *epoch = findText(Field::epoch, {Name::epoch, Name::instance}, Reach::top);
    m_event.epoch = epoch != nullptr ? epoch->text : std::string_view();
    const auto *time =
        find(Field::time, {Name::time, Name::timestamp, Name::ts, Name::atTimestamp}, Reach::top);
    m_event.time = time != nullptr ? timeOf(*time) : std::nullopt;
    const Scalar *started = m_members.top.find(Name::started);
    m_event.started = started != nullptr ? timeOf(*started) : std::nullopt;
    m_event.id = id();
    if (m_event.kind != EventKind::event)
        return std::nullopt;
    if (time != nullptr && !m_event.time)
        return Reason::badTime;
    if (!m_event.time && !m_event.arrival)
        return Reason::noTime;
    const auto *journey = findText(Field::journey,
                                   {Name::session, Name::sessionId, Name::correlationId,
                                    Name::journey, Name::cartId, Name::subject},
                                   Reach::topThenData);
    m_event.journey = journey != nullptr ? journey->text : std::string_view();
    m_event.failure = failure(m_event.type);
    m_event.money = money();
    collectAttributes();
    collectNumbers();
    return std::nullopt;
}

Rejection EventBuilder::rejection(const Frame &frame, Reason reason) const
{
    Rejection rejection;
    rejection.reason = reason;
    rejection.type = type(frame);
    rejection.source = source(frame);
    if (const Scalar *epoch = findText(Field::epoch, {Name::epoch, Name::instance}, Reach::top))
        rejection.epoch = epoch->text;
    rejection.sequence = sequence();
    rejection.arrival = frame.arrival;
    rejection.filtered = frame.filtered;
    rejection.sequencePerType = frame.sequencePerType;
    return rejection;
}

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/event_shape.h"

#include "ingest/wire/failure.h"
#include "ingest/wire/sequence.h"
#include "ingest/wire/structural_index.h"

namespace ingest::wire {

class EventShape::Finder
{
public:
    Finder(const ShapeTree::Slots &slots, std::size_t count) : m_slots(slots), m_count(count) {}

    Place place(const Attribute *scalar)
    {
        if (scalar == nullptr)
            return kNowhere;
        for (std::size_t i = 0; i < m_count; ++i)
            if (m_slots[i].begin == scalar->text.data())
                return static_cast<Place>(i);
        m_lost = true;
        return kNowhere;
    }
    TimePlace timePlace(const Attribute *scalar)
    {
        return scalar != nullptr ? TimePlace{place(scalar), scalar->kind} : TimePlace{};
    }
    // A scalar that was asked for is in no slot.
    [[nodiscard]] bool lost() const { return m_lost; }

private:
    const ShapeTree::Slots &m_slots;
    std::size_t m_count;
    bool m_lost = false;
};

EventShape::EventShape()
{
    m_attributes.reserve(ShapeTree::kMaxSlots);
    m_numbers.reserve(2 * ShapeTree::kMaxSlots);
    m_names.reserve(kMaxNameBytes);
}

void EventShape::learn(const std::optional<ShapeTree::Match> &match, const ShapeTree::Slots &slots,
                       const LiveFields &fields, const Event &built)
{
    m_usable = false;
    if (!match || built.kind != EventKind::event || fields.isErrorBoolean())
        return;
    Finder find(slots, match->slots);
    learnFields(find, fields, built);
    m_names.clear();
    m_usable = learnAmounts(find, fields) && learnNames(find, m_attributes, built.attributes) &&
               learnNames(find, m_numbers, built.numbers) && !find.lost();
}

void EventShape::learnFields(Finder &find, const LiveFields &fields, const Event &built)
{
    const Attribute *type = fields.type();
    m_typeIsName = type == nullptr && fields.name() != nullptr &&
                   built.type.data() == fields.name()->text.data();
    m_type = find.place(m_typeIsName ? fields.name() : type);
    m_source = find.place(fields.source());
    m_id = find.place(fields.id());
    m_epoch = find.place(fields.epoch());
    m_sequence = find.place(fields.sequence());
    m_journey = find.place(fields.journey());
    m_currency = find.place(fields.currency());
    m_category = find.place(fields.category());
    m_message = find.place(fields.message());
    m_time = find.timePlace(fields.time());
    m_started = find.timePlace(fields.started());
    m_saysFailure = fields.saysFailure();
}

bool EventShape::learnAmounts(Finder &find, const LiveFields &fields)
{
    m_amountCount = 0;
    bool room = true;
    fields.eachAmount([&](const Attribute &amount) {
        room = m_amountCount != kMaxAmounts;
        if (!room)
            return true;
        m_amounts.at(m_amountCount) = find.place(&amount);
        m_amountKinds.at(m_amountCount++) = amount.kind;
        return false;
    });
    return room;
}

bool EventShape::learnNames(Finder &find, std::vector<NamedPlace> &scalars,
                            const std::vector<Attribute> &built)
{
    scalars.clear();
    if (built.size() > scalars.capacity())
        return false;
    for (const Attribute &scalar : built) {
        if (scalar.name.size() > kMaxNameBytes - m_names.size())
            return false;
        const char *name = m_names.data() + m_names.size();
        m_names += scalar.name;
        scalars.push_back({{name, scalar.name.size()}, find.place(&scalar), scalar.kind});
    }
    return true;
}

bool EventShape::fillType(const ShapeTree::Slots &slots, const Frame &frame, Event &event) const
{
    if (m_type != kNowhere) {
        event.type = slots[m_type].text();
        return !m_typeIsName || frame.topic.empty();
    }
    event.type = frame.topic;
    return !frame.topic.empty() && isUtf8(frame.topic);
}

void EventShape::fillMoney(const ShapeTree::Slots &slots, Event &event)
{
    event.money.reset();
    if (m_amountCount == 0)
        return;
    m_money.setCurrency(m_currency != kNowhere ? slots[m_currency].text() : std::string_view());
    for (std::size_t i = 0; i < m_amountCount; ++i) {
        const Slot &slot = slots[m_amounts[i]];
        std::optional<std::int64_t> minor;
        if (m_amountKinds[i] == ValueKind::number)
            minor = m_money.minorOf(slot.decimal);
        else if (const auto decimal = parseDecimal(slot.text()))
            minor = m_money.minorOf(*decimal);
        if (minor) {
            // In place: read as a whole what was just written in parts waits for the memory.
            Money &money = event.money.emplace();
            money.minor = *minor;
            money.currency = m_money.currency();
            return;
        }
    }
}

void EventShape::nameScalars(const std::vector<NamedPlace> &scalars,
                             std::vector<Attribute> &attributes)
{
    attributes.resize(scalars.size());
    for (std::size_t i = 0; i < scalars.size(); ++i) {
        attributes[i].name = scalars[i].name;
        attributes[i].kind = scalars[i].kind;
    }
}

void EventShape::fillScalars(const std::vector<NamedPlace> &scalars, const ShapeTree::Slots &slots,
                             std::vector<Attribute> &attributes)
{
    Attribute *to = attributes.data();
    for (const NamedPlace &scalar : scalars) {
        const Slot &slot = slots[scalar.slot];
        to->text = slot.text();
        to->number = slot.number;
        ++to;
    }
}

bool EventShape::fill(const ShapeTree::Slots &slots, const Frame &frame, std::string_view text,
                      TimeReader &times, Target &target)
{
    Event &event = target.event;
    const auto textAt = [&slots](Place place) {
        return place != kNowhere ? slots[place].text() : std::string_view();
    };
    if (!m_usable || !fillType(slots, frame, event) || kindOf(event.type) != EventKind::event)
        return false;
    if (m_time.slot == kNowhere) {
        if (!frame.arrival)
            return false;
        event.time.reset();
    } else if (Timestamp time; times.read(m_time.kind, slots[m_time.slot].text(), time)) {
        event.time.emplace(time);
    } else {
        return false;
    }
    event.kind = EventKind::event;
    event.text = text;
    // In parts: read as a whole what was just written in parts waits for the memory.
    event.arrival.reset();
    if (frame.arrival)
        event.arrival.emplace(*frame.arrival);
    event.filtered = frame.filtered;
    event.sequencePerType = frame.sequencePerType;
    event.source = m_source != kNowhere ? slots[m_source].text() : frame.endpoint;
    event.sequence.reset();
    if (std::uint64_t sequence = 0;
        m_sequence != kNowhere && readSequence(slots[m_sequence].text(), sequence))
        event.sequence.emplace(sequence);
    event.epoch = textAt(m_epoch);
    event.id = textAt(m_id);
    event.started.reset();
    if (m_started.slot != kNowhere)
        event.started = times.read(m_started.kind, slots[m_started.slot].text());
    event.journey = textAt(m_journey);
    event.failure.reset();
    if (m_saysFailure || endsAsFailure(event.type))
        event.failure = Failure{textAt(m_category), textAt(m_message)};
    fillMoney(slots, event);
    if (target.filledBy != this) {
        nameScalars(m_attributes, event.attributes);
        nameScalars(m_numbers, event.numbers);
        target.filledBy = this;
    }
    fillScalars(m_attributes, slots, event.attributes);
    fillScalars(m_numbers, slots, event.numbers);
    return true;
}

} // namespace ingest::wire

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
    m_event.attributes.reserve(ShapeTree::kMaxSlots);
    m_event.numbers.reserve(2 * ShapeTree::kMaxSlots);
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
    m_usable = learnAmounts(find, fields) &&
               learnNames(find, m_event.attributes, m_attributes, built.attributes) &&
               learnNames(find, m_event.numbers, m_numbers, built.numbers) && !find.lost();
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
    m_event.time.reset();
    m_event.started.reset();
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

bool EventShape::learnNames(Finder &find, std::vector<Attribute> &scalars,
                            std::vector<Place> &places, const std::vector<Attribute> &built)
{
    scalars.clear();
    places.clear();
    if (built.size() > scalars.capacity())
        return false;
    for (const Attribute &scalar : built) {
        if (scalar.name.size() > kMaxNameBytes - m_names.size())
            return false;
        const char *name = m_names.data() + m_names.size();
        m_names += scalar.name;
        scalars.push_back({{name, scalar.name.size()}, {}, 0, scalar.kind});
        places.push_back(find.place(&scalar));
    }
    return true;
}

bool EventShape::fillType(const ShapeTree::Slots &slots, const Frame &frame)
{
    if (m_type != kNowhere) {
        m_event.type = slots[m_type].text();
        return !m_typeIsName || frame.topic.empty();
    }
    m_event.type = frame.topic;
    return !frame.topic.empty() && isUtf8(frame.topic);
}

void EventShape::fillMoney(const ShapeTree::Slots &slots)
{
    m_event.money.reset();
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
            m_event.money.emplace(Money{*minor, m_money.currency()});
            return;
        }
    }
}

bool EventShape::fill(const ShapeTree::Slots &slots, const Frame &frame, std::string_view text,
                      TimeReader &times)
{
    const auto textAt = [&slots](Place place) {
        return place != kNowhere ? slots[place].text() : std::string_view();
    };
    if (!m_usable || !fillType(slots, frame) || kindOf(m_event.type) != EventKind::event)
        return false;
    if (m_time.slot == kNowhere) {
        if (!frame.arrival)
            return false;
    } else if (const auto time = times.read(m_time.kind, slots[m_time.slot].text())) {
        m_event.time.emplace(*time);
    } else {
        return false;
    }
    m_event.text = text;
    // In parts: read as a whole what was just written in parts waits for the memory.
    m_event.arrival.reset();
    if (frame.arrival)
        m_event.arrival.emplace(*frame.arrival);
    m_event.filtered = frame.filtered;
    m_event.sequencePerType = frame.sequencePerType;
    m_event.source = m_source != kNowhere ? slots[m_source].text() : frame.endpoint;
    m_event.sequence.reset();
    if (m_sequence != kNowhere)
        if (const auto sequence = parseSequence(slots[m_sequence].text()))
            m_event.sequence.emplace(*sequence);
    m_event.epoch = textAt(m_epoch);
    m_event.id = textAt(m_id);
    if (m_started.slot != kNowhere)
        m_event.started = times.read(m_started.kind, slots[m_started.slot].text());
    m_event.journey = textAt(m_journey);
    m_event.failure.reset();
    if (m_saysFailure || endsAsFailure(m_event.type))
        m_event.failure = Failure{textAt(m_category), textAt(m_message)};
    fillMoney(slots);
    for (std::size_t i = 0; i < m_attributes.size(); ++i) {
        const Slot &slot = slots[m_attributes[i]];
        m_event.attributes[i].text = slot.text();
        m_event.attributes[i].number = slot.number;
    }
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const Slot &slot = slots[m_numbers[i]];
        m_event.numbers[i].text = slot.text();
        m_event.numbers[i].number = slot.number;
    }
    return true;
}

} // namespace ingest::wire

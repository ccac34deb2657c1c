// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of an event of a known shape: which of its values holds which field, as the event
// builder found it when the shape was new. Fills events from values alone. One per shape.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/live_fields.h"
#include "ingest/wire/money_reader.h"
#include "ingest/wire/shape_tree.h"
#include "ingest/wire/time_reader.h"

#include <array>
#include <string>
#include <vector>

namespace ingest::wire {

class EventShape
{
public:
    EventShape();

    // Learns from an accepted event: `slots` are its values as the tree sees them, if it does;
    // `fields` and `built` what the builder made of it from the same bytes. Learns nothing, and
    // never fills an event, where what this shape means depends on more than its shape.
    void learn(const std::optional<ShapeTree::Match> &match, const ShapeTree::Slots &slots,
               const LiveFields &fields, const Event &built);

    // An event that is filled again and again.
    struct Target
    {
        Event event;
        const EventShape *filledBy = nullptr; // with all the names it has learned, if any
    };
    // Fills the target, whatever it was, with the values of another text of that shape; `text` is
    // the object. The names in it last until this shape learns again. False where it is none that
    // is accepted, or another kind: then the builder has to say, and it holds nothing of use.
    [[nodiscard]] bool fill(const ShapeTree::Slots &slots, const Frame &frame,
                            std::string_view text, TimeReader &times, Target &target);

private:
    // The index of a slot.
    using Place = std::uint8_t;
    static constexpr Place kNowhere = 0xff;
    static constexpr std::size_t kMaxNameBytes = 2'048;
    static constexpr std::size_t kMaxAmounts = 8;

    struct TimePlace
    {
        Place slot = kNowhere;
        ValueKind kind = ValueKind::null;
    };

    struct NamedPlace
    {
        std::string_view name; // in m_names
        Place slot = kNowhere;
        ValueKind kind = ValueKind::null;
    };

    // How learning finds the place of a scalar: by where its text begins.
    class Finder;

    void learnFields(Finder &find, const LiveFields &fields, const Event &built);
    bool learnAmounts(Finder &find, const LiveFields &fields);
    bool learnNames(Finder &find, std::vector<NamedPlace> &scalars,
                    const std::vector<Attribute> &built);
    [[nodiscard]] bool fillType(const ShapeTree::Slots &slots, const Frame &frame,
                                Event &event) const;
    void fillMoney(const ShapeTree::Slots &slots, Event &event);
    static void nameScalars(const std::vector<NamedPlace> &scalars,
                            std::vector<Attribute> &attributes);
    static void fillScalars(const std::vector<NamedPlace> &scalars, const ShapeTree::Slots &slots,
                            std::vector<Attribute> &attributes);

    Place m_type = kNowhere, m_source = kNowhere, m_id = kNowhere, m_epoch = kNowhere;
    Place m_sequence = kNowhere, m_journey = kNowhere, m_currency = kNowhere;
    Place m_category = kNowhere, m_message = kNowhere;
    TimePlace m_time, m_started;
    bool m_usable = false;
    bool m_typeIsName = false; // the type stands where it is looked for behind the topic
    bool m_saysFailure = false;
    std::array<Place, kMaxAmounts> m_amounts{};
    std::array<ValueKind, kMaxAmounts> m_amountKinds{};
    std::size_t m_amountCount = 0;
    std::vector<NamedPlace> m_attributes; // of an event's attributes, in order
    std::vector<NamedPlace> m_numbers;    // of its numbers, in order
    std::string m_names;                  // what their names look at
    MoneyReader m_money;
};

} // namespace ingest::wire

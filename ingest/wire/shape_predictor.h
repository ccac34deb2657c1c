// SPDX-License-Identifier: GPL-3.0-or-later
// Reads events that look like one before: publishers send few shapes, again and again. What it
// reads is what the walk and the builder would have made of it; whatever differs in anything but
// values is theirs to read. One per decoder.
#pragma once

#include "ingest/wire/event_shape.h"
#include "ingest/wire/shape_tree.h"

#include <array>
#include <vector>

namespace ingest::wire {

class ShapePredictor
{
public:
    ShapePredictor();

    // Reads the object at the front of `text` where its shape is known: how many bytes it takes, or
    // 0. It may be longer than an event may be.
    [[nodiscard]] std::size_t read(const Frame &frame, std::string_view text);
    // What was read last, and where the next one will be read: take() keeps it until so many
    // (kEventsLast) have been taken, or something is learned.
    [[nodiscard]] const Event &event() const { return m_events[m_next].event; }
    const Event &take()
    {
        const Event &taken = m_events[m_next].event;
        m_next = (m_next + 1) % m_events.size();
        return taken;
    }

    // Learns the shape of an accepted event from what the builder made of its text. Does so with
    // every sixteenth only while none is predicted, so that a stream without two events alike
    // is not learned from all the time. Nothing is learned of objects spread over lines: what
    // they are depends on the lines around them.
    void learn(std::string_view text, const LiveFields &fields, const Event &built);

private:
    static constexpr std::size_t kMaxTextBytes = 4'096; // of a text to learn from
    static constexpr unsigned kCostOfLearning = 16;
    static constexpr unsigned kMaxCredit = kCostOfLearning * ShapeTree::kMaxShapes;

    ShapeTree m_tree;
    ShapeTree::Slots m_slots;
    std::vector<EventShape> m_shapes;
    TimeReader m_times;
    std::array<EventShape::Target, kEventsLast> m_events;
    std::size_t m_next = 0;
    unsigned m_credit = kMaxCredit; // grows with every event
};

} // namespace ingest::wire

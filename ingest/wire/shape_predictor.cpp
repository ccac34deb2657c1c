// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/shape_predictor.h"

#include <algorithm>

namespace ingest::wire {

ShapePredictor::ShapePredictor() : m_shapes(ShapeTree::kMaxShapes)
{
    for (auto &[event, filledBy] : m_events) {
        event.attributes.reserve(ShapeTree::kMaxSlots);
        event.numbers.reserve(2 * ShapeTree::kMaxSlots);
        event.lasting = true;
    }
}

std::size_t ShapePredictor::read(const Frame &frame, std::string_view text)
{
    m_credit = std::min(m_credit + 1, kMaxCredit);
    const auto match = m_tree.match(text, m_slots);
    if (!match)
        return 0;
    if (!m_shapes[match->shape].fill(m_slots, frame, text.substr(0, match->bytes), m_times,
                                     m_events[m_next]))
        return 0;
    return match->bytes;
}

void ShapePredictor::learn(std::string_view text, const LiveFields &fields, const Event &built)
{
    if (m_credit < kCostOfLearning || text.size() > kMaxTextBytes ||
        text.find_first_of("\\\n") != text.npos)
        return;
    m_credit -= kCostOfLearning;
    if (m_tree.isFull())
        m_tree.clear();
    const auto learned = m_tree.learn(text);
    if (!learned)
        return;
    m_shapes[*learned].learn(m_tree.match(text, m_slots), m_slots, fields, built);
    for (EventShape::Target &target : m_events)
        target.filledBy = nullptr;
}

} // namespace ingest::wire

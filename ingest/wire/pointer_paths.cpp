// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/pointer_paths.h"

#include <bit>

namespace ingest::wire {

namespace {

// "/a~1b/c" to {"a/b", "c"}.
std::vector<std::string> tokensOf(std::string_view pointer)
{
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            tokens.emplace_back();
        } else if (tokens.empty()) {
            return {}; // not a pointer: matches nothing
        } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
            tokens.back() += pointer[++i] == '1' ? '/' : '~';
        } else {
            tokens.back() += pointer[i];
        }
    }
    return tokens;
}

} // namespace

PointerPaths::PointerPaths(const FieldPlaces &places)
{
    add(Field::type, places.type);
    add(Field::time, places.time);
    add(Field::source, places.source);
    add(Field::id, places.id);
    add(Field::sequence, places.sequence);
    add(Field::epoch, places.epoch);
    add(Field::journey, places.journey);
    add(Field::category, places.category);
    add(Field::message, places.message);
    add(Field::amount, places.amount);
    add(Field::currency, places.currency);
    add(Field::extra, places.extra);
}

void PointerPaths::add(Field field, const std::vector<std::string> &pointers)
{
    for (const std::string &pointer : pointers) {
        if (m_paths.size() >= kMax)
            return;
        m_byField[static_cast<std::size_t>(field)].push_back(m_paths.size());
        m_all |= Mask{1} << m_paths.size();
        m_paths.push_back({pointer, tokensOf(pointer)});
    }
}

PointerPaths::Mask PointerPaths::step(Mask mask, std::size_t depth, std::string_view token) const
{
    Mask next = 0;
    for (Mask left = mask; left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        const auto &tokens = m_paths[i].tokens;
        if (depth < tokens.size() && tokens[depth] == token)
            next |= Mask{1} << i;
    }
    return next;
}

PointerPaths::Mask PointerPaths::ending(Mask mask, std::size_t depth) const
{
    Mask ends = 0;
    for (Mask left = mask; left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        if (m_paths[i].tokens.size() == depth)
            ends |= Mask{1} << i;
    }
    return ends;
}

} // namespace ingest::wire

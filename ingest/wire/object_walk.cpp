// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/object_walk.h"

#include "ingest/wire/decimal.h"
#include "ingest/wire/unescape.h"

#include <array>
#include <bit>
#include <charconv>

namespace ingest::wire {

void ObjectWalk::begin(std::string_view text, std::span<const std::uint32_t> positions)
{
    m_cursor = JsonCursor(text, positions);
    // Most texts have no escape at all: then no string needs to be searched for one.
    m_hasEscapes = text.find('\\') != text.npos;
    if (m_hasEscapes && m_unescaped.size() < text.size())
        m_unescaped.resize(text.size());
    m_unescapedEnd = m_unescaped.data();
}

std::optional<Reason> ObjectWalk::walkObject()
{
    m_cursor.next();
    return eventMembers(m_members.top, true, m_paths.all(), 1);
}

std::optional<Reason> ObjectWalk::skipValue()
{
    return value(0, 1);
}

template <typename Visit>
ObjectWalk::Fault ObjectWalk::eachMember(Visit visit)
{
    if (m_cursor.take('}'))
        return std::nullopt;
    do {
        std::string_view key;
        if (m_cursor.peek() != '"' || !readString(key) || !m_cursor.take(':'))
            return Reason::notJson;
        if (const Fault fault = visit(key))
            return fault;
    } while (m_cursor.take(','));
    return m_cursor.take('}') ? std::nullopt : Fault(Reason::notJson);
}

ObjectWalk::Fault ObjectWalk::eventMembers(Level &level, bool top, Mask mask, int depth)
{
    return eachMember([&](std::string_view key) {
        const Mask inner = stepInto(mask, depth, key);
        return eventMember(level, top, key, inner, depth);
    });
}

ObjectWalk::Fault ObjectWalk::eventMember(Level &level, bool top, std::string_view key, Mask mask,
                                          int depth)
{
    const Name name = nameOf(key);
    const bool first = level.admit(name, key);
    const char token = m_cursor.peek();
    if (token != '{' && token != '[') {
        Scalar scalar;
        if (!readScalar(scalar))
            return Reason::notJson;
        if (mask != 0)
            keepPointed(mask, depth, scalar);
        if (first)
            level.keep(name, key, scalar);
        return std::nullopt;
    }
    if (first && name == Name::error)
        level.errorIsContainer = true;
    if (token == '{' && first && name == Name::error) {
        m_cursor.next();
        return errorMembers(level, mask, depth + 1);
    }
    if (token == '{' && first && top && name == Name::data) {
        m_cursor.next();
        m_members.hasData = true;
        return eventMembers(m_members.data, false, mask, depth + 1);
    }
    return value(mask, depth + 1);
}

ObjectWalk::Fault ObjectWalk::errorMembers(Level &level, Mask mask, int depth)
{
    unsigned seen = 0;
    return eachMember([&](std::string_view key) -> Fault {
        const Mask inner = stepInto(mask, depth, key);
        const unsigned bit = key == "category" ? 1 : key == "type" ? 2 : key == "message" ? 4 : 0;
        const bool wanted = bit != 0 && (seen & bit) == 0;
        seen |= bit;
        if (m_cursor.peek() == '{' || m_cursor.peek() == '[')
            return value(inner, depth + 1);
        Scalar scalar;
        if (!readScalar(scalar))
            return Reason::notJson;
        keepPointed(inner, depth, scalar);
        if (wanted)
            (bit == 1   ? level.errorCategory
             : bit == 2 ? level.errorType
                        : level.errorMessage) = scalar;
        return std::nullopt;
    });
}

// `depth` is that of the containers in it: one more than that of the object or array around it.
ObjectWalk::Fault ObjectWalk::value(Mask mask, int depth)
{
    const char token = m_cursor.peek();
    if (token == '{' || token == '[') {
        if (depth > kMaxDepth)
            return Reason::tooDeep;
        m_cursor.next();
        return token == '{' ? otherMembers(mask, depth) : elements(mask, depth);
    }
    Scalar scalar;
    if (!readScalar(scalar))
        return Reason::notJson;
    keepPointed(mask, depth - 1, scalar);
    return std::nullopt;
}

ObjectWalk::Fault ObjectWalk::otherMembers(Mask mask, int depth)
{
    return eachMember([&](std::string_view key) {
        const Mask inner = stepInto(mask, depth, key);
        return value(inner, depth + 1);
    });
}

ObjectWalk::Fault ObjectWalk::elements(Mask mask, int depth)
{
    if (m_cursor.take(']'))
        return std::nullopt;
    std::size_t index = 0;
    do {
        Mask inner = 0;
        if (mask != 0) {
            std::array<char, 20> text{};
            const auto end = std::to_chars(text.begin(), text.end(), index).ptr;
            inner = stepInto(mask, depth, {text.begin(), end});
        }
        if (const Fault fault = value(inner, depth + 1))
            return fault;
        ++index;
    } while (m_cursor.take(','));
    return m_cursor.take(']') ? std::nullopt : Fault(Reason::notJson);
}

bool ObjectWalk::readString(std::string_view &text)
{
    text = m_cursor.takeString();
    if (!m_hasEscapes || text.find('\\') == text.npos)
        return true;
    char *end = unescape(text, m_unescapedEnd);
    if (end == nullptr)
        return false;
    text = {m_unescapedEnd, end};
    m_unescapedEnd = end;
    return true;
}

bool ObjectWalk::readScalar(Scalar &scalar)
{
    if (m_cursor.peek() == '"') {
        scalar.kind = ValueKind::string;
        return readString(scalar.text);
    }
    if (m_cursor.atEnd())
        return false;
    scalar.text = m_cursor.takeWord();
    if (scalar.text == "true" || scalar.text == "false") {
        scalar.kind = ValueKind::boolean;
        return true;
    }
    if (scalar.text == "null") {
        scalar.kind = ValueKind::null;
        return true;
    }
    bool wellFormed = false;
    const auto number = parseNumber(scalar.text, wellFormed);
    scalar.kind = ValueKind::number;
    scalar.inRange = number.has_value();
    scalar.number = number.value_or(0);
    return wellFormed;
}

// Of the pointers in `mask` those that go on with this member, which are taken out of it: a second
// member of the same name is not for them.
ObjectWalk::Mask ObjectWalk::stepInto(Mask &mask, int depth, std::string_view token) const
{
    if (mask == 0)
        return 0;
    const Mask inner = m_paths.step(mask, static_cast<std::size_t>(depth) - 1, token);
    mask &= ~inner;
    return inner;
}

void ObjectWalk::keepPointed(Mask mask, int depth, const Scalar &scalar)
{
    if (mask == 0)
        return;
    for (Mask left = m_paths.ending(mask, static_cast<std::size_t>(depth)); left != 0;
         left &= left - 1) {
        const auto index = static_cast<std::size_t>(std::countr_zero(left));
        m_members.pointed[index] = scalar;
        m_members.pointedSeen |= Mask{1} << index;
    }
}

} // namespace ingest::wire

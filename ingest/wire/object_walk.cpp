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

bool ObjectWalk::unescapeInto(std::string_view &text)
{
    if (text.find('\\') == text.npos)
        return true;
    char *end = unescape(text, m_unescapedEnd);
    if (end == nullptr)
        return false;
    text = {m_unescapedEnd, end};
    m_unescapedEnd = end;
    return true;
}

bool ObjectWalk::takeToken(Token &token)
{
    if (m_cursor.atEnd())
        return false;
    const std::size_t at = m_cursor.offset();
    m_cursor.next();
    return readToken(m_cursor, at, m_cursor.offset(), token);
}

bool ObjectWalk::classifyWord(Token &token)
{
    if (token.text == "true" || token.text == "false") {
        token.kind = ValueKind::boolean;
        return true;
    }
    if (token.text == "null") {
        token.kind = ValueKind::null;
        return true;
    }
    const ParsedNumber parsed = parseNumber(token.text);
    token.kind = ValueKind::number;
    token.inRange = parsed.inRange;
    token.number = parsed.value;
    return parsed.wellFormed;
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

void ObjectWalk::keepPointed(Mask mask, int depth, const Token &token)
{
    if (mask == 0)
        return;
    for (Mask left = m_paths.ending(mask, static_cast<std::size_t>(depth)); left != 0;
         left &= left - 1) {
        const auto index = static_cast<std::size_t>(std::countr_zero(left));
        const Mask bit = Mask{1} << index;
        m_members.pointed[index] = {{}, token.text, token.number, token.kind};
        m_members.pointedSeen |= bit;
        m_members.pointedInRange =
            token.inRange ? m_members.pointedInRange | bit : m_members.pointedInRange & ~bit;
    }
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

// The cursor is local while members are scalars, so that it can live in registers.
template <bool kPlain>
ObjectWalk::Fault ObjectWalk::eventMembersOf(Level &level, bool top, Mask mask, int depth)
{
    if (m_cursor.take('}'))
        return std::nullopt;
    JsonCursor cursor = m_cursor;
    while (cursor.hasFour()) {
        const auto [keyAt, colonAt, valueAt, behindAt] = cursor.peekFour();
        if (cursor.byteAt(keyAt) != '"' || cursor.byteAt(colonAt) != ':')
            return Reason::notJson;
        std::string_view key = cursor.stringBetween(keyAt, colonAt);
        if (!kPlain && m_hasEscapes && !unescapeInto(key))
            return Reason::notJson;
        const NameTable::Found found = kNameTable.find(key);
        const bool first = level.admit(found, key);
        const Mask inner = kPlain ? 0 : stepInto(mask, depth, key);
        const char opening = cursor.byteAt(valueAt);
        if (opening == '{' || opening == '[') {
            cursor.skip(2);
            m_cursor = cursor;
            if (const Fault fault = eventContainer(level, first ? found.name : Name::unknown, top,
                                                   inner, depth + 1))
                return fault;
            cursor = m_cursor;
        } else if (kPlain && opening == '"') {
            if (first)
                level.keepText(found.name, key, cursor.stringBetween(valueAt, behindAt));
            cursor.skip(3);
        } else {
            Token token;
            if (!readToken(cursor, valueAt, behindAt, token))
                return Reason::notJson;
            if (inner != 0)
                keepPointed(inner, depth, token);
            if (first)
                level.keep(found.name, key, token);
            cursor.skip(3);
        }
        if (cursor.take(','))
            continue;
        const bool closed = cursor.take('}');
        m_cursor = cursor;
        return closed ? std::nullopt : Fault(Reason::notJson);
    }
    return Reason::notJson;
}

ObjectWalk::Fault ObjectWalk::eventContainer(Level &level, Name name, bool top, Mask mask,
                                             int depth)
{
    const bool object = m_cursor.peek() == '{';
    if (name == Name::error)
        level.errorIsContainer = true;
    if (object && name == Name::error) {
        m_cursor.next();
        return errorMembers(level, mask, depth);
    }
    if (object && top && name == Name::data) {
        m_cursor.next();
        m_members.hasData = true;
        return eventMembers(m_members.data, false, mask, depth);
    }
    return value(mask, depth);
}

template <typename Visit>
ObjectWalk::Fault ObjectWalk::eachMember(Visit visit)
{
    if (m_cursor.take('}'))
        return std::nullopt;
    do {
        std::string_view key;
        if (m_cursor.peek() != '"')
            return Reason::notJson;
        key = m_cursor.takeString();
        if ((m_hasEscapes && !unescapeInto(key)) || !m_cursor.take(':'))
            return Reason::notJson;
        if (const Fault fault = visit(key))
            return fault;
    } while (m_cursor.take(','));
    return m_cursor.take('}') ? std::nullopt : Fault(Reason::notJson);
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
        Token token;
        if (!takeToken(token))
            return Reason::notJson;
        keepPointed(inner, depth, token);
        if (wanted)
            (bit == 1   ? level.errorCategory
             : bit == 2 ? level.errorType
                        : level.errorMessage) = {key, token.text, token.number, token.kind};
        return std::nullopt;
    });
}

// `depth` is that of a container at the cursor: one more than that of the one around it.
ObjectWalk::Fault ObjectWalk::value(Mask mask, int depth)
{
    const char first = m_cursor.peek();
    if (first == '{' || first == '[') {
        if (depth > kMaxDepth)
            return Reason::tooDeep;
        m_cursor.next();
        return first == '{' ? otherMembers(mask, depth) : elements(mask, depth);
    }
    Token token;
    if (!takeToken(token))
        return Reason::notJson;
    keepPointed(mask, depth - 1, token);
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

} // namespace ingest::wire

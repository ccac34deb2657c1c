// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over an event's object in document order: every member is visited and validated, what
// the fields may need is collected. One per decoder.
#pragma once

#include "ingest/wire/json_cursor.h"
#include "ingest/wire/members.h"
#include "ingest/wire/pointer_paths.h"
#include "ingest/wire/rejection.h"

#include <optional>
#include <vector>

namespace ingest::wire {

class ObjectWalk
{
public:
    static constexpr int kMaxDepth = 32;

    ObjectWalk(const PointerPaths &paths, Members &members) : m_paths(paths), m_members(members) {}

    // Starts on an indexed text. The views it collects live as long as the text and this.
    void begin(std::string_view text, std::span<const std::uint32_t> positions);
    [[nodiscard]] JsonCursor &cursor() { return m_cursor; }

    // At an object: collects its members and stops behind it. Empty where it is well formed.
    [[nodiscard]] std::optional<Reason> walkObject();

    // At any value: validates it and stops behind it.
    [[nodiscard]] std::optional<Reason> skipValue();

private:
    using Mask = PointerPaths::Mask;
    using Fault = std::optional<Reason>;

    Fault eventMembers(Level &level, bool top, Mask mask, int depth)
    {
        return m_hasEscapes || mask != 0 ? eventMembersOf<false>(level, top, mask, depth)
                                         : eventMembersOf<true>(level, top, mask, depth);
    }
    // Plain: no string has an escape and no pointer is to be followed.
    template <bool kPlain>
    Fault eventMembersOf(Level &level, bool top, Mask mask, int depth);
    // At a container that is a member of an event level; `name` is unknown where it is not the
    // first.
    Fault eventContainer(Level &level, Name name, bool top, Mask mask, int depth);
    Fault errorMembers(Level &level, Mask mask, int depth);
    Fault value(Mask mask, int depth);
    Fault otherMembers(Mask mask, int depth);
    Fault elements(Mask mask, int depth);
    // Calls visit(key) at the value of every member, the cursor behind the opening brace.
    template <typename Visit>
    Fault eachMember(Visit visit);

    bool unescapeInto(std::string_view &text);
    // The scalar token between two offsets.
    bool readToken(const JsonCursor &cursor, std::size_t at, std::size_t behind, Token &token)
    {
        if (cursor.byteAt(at) == '"') {
            token.text = cursor.stringBetween(at, behind);
            return !m_hasEscapes || unescapeInto(token.text);
        }
        token.text = cursor.wordBetween(at, behind);
        return classifyWord(token);
    }
    // The scalar at the cursor, which steps behind it.
    bool takeToken(Token &token);
    // Tells what the text of the token is: a number, true, false, null, or nothing.
    static bool classifyWord(Token &token);
    [[nodiscard]] Mask stepInto(Mask &mask, int depth, std::string_view token) const;
    void keepPointed(Mask mask, int depth, const Token &token);

    const PointerPaths &m_paths;
    Members &m_members;
    JsonCursor m_cursor;
    bool m_hasEscapes = false;
    std::vector<char> m_unescaped; // at least as large as the text, where that has escapes
    char *m_unescapedEnd = nullptr;
};

} // namespace ingest::wire

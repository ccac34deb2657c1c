// SPDX-License-Identifier: GPL-3.0-or-later
// Walks a text that should be JSON (RFC 8259), strictly and totally: it says whether it is, and
// where the values lie that given JSON Pointers lead to. Belongs to the thread that writes
// recordings.
#pragma once

#include "ingest/wire/pointer_paths.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ingest::record {

class JsonText
{
public:
    static constexpr std::size_t kDeepest = 64;

    // `paths` outlives this.
    explicit JsonText(const wire::PointerPaths &paths) : m_paths(paths) {}

    // Whether the text is one value, white space around it allowed. The elements of an array on the
    // outside are events: pointers lead from each of them.
    [[nodiscard]] bool walk(std::string_view text);

    // Where the pointers led, in the text's order, however often a key is repeated. Valid where
    // walk() returned true.
    struct Span
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] const std::vector<Span> &found() const { return m_found; }

private:
    using Mask = wire::PointerPaths::Mask;

    struct Place
    {
        Mask mask = 0;           // the pointers that lead here or further
        std::size_t tokens = 0;  // that were stepped through
        std::size_t nesting = 0; // brackets around
    };

    bool value(Place place);
    bool object(Place place);
    bool array(Place place);
    bool string(std::string_view &raw); // without its quotes
    bool number();
    bool digits();
    bool word(std::string_view expected);
    bool take(char expected);
    void skipBlanks();
    [[nodiscard]] Place step(Place from, std::string_view rawKey);

    const wire::PointerPaths &m_paths;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Span> m_found;
    std::string m_key; // unescaped
};

} // namespace ingest::record

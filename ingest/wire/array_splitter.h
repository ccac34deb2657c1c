// SPDX-License-Identifier: GPL-3.0-or-later
// Takes an array of events apart by counting brackets, so that a broken element costs itself and
// not its neighbours. The slow way: the decoder turns to it only behind something broken.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ingest::wire {

class ArraySplitter
{
public:
    // `offset` is where an element begins: behind the opening bracket or a comma.
    ArraySplitter(std::string_view text, std::size_t offset) : m_text(text), m_at(offset) {}

    // The next element, without white space around it; it may be empty. Nothing at the end of the
    // array, or where what is left is no element because the array does not end.
    [[nodiscard]] std::optional<std::string_view> next();

    // Whether next() has nothing more; else the next element begins at offset().
    [[nodiscard]] bool done() const { return m_done; }
    [[nodiscard]] std::size_t offset() const { return m_at; }

    // When done(): whether the array is broken or something follows it, and what.
    [[nodiscard]] bool broken() const;
    [[nodiscard]] std::string_view rest() const;

private:
    std::string_view m_text;
    std::size_t m_at;
    bool m_done = false;
    bool m_ended = false; // the closing bracket was seen
};

} // namespace ingest::wire

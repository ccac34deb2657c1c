// SPDX-License-Identifier: GPL-3.0-or-later
// Knows texts by their shape: the same bytes between the values, the same kinds of values. A text
// whose shape came before is checked and taken apart in one pass without being indexed first. A
// tree, so that shapes that begin alike are compared once. One per decoder.
#pragma once

#include "ingest/wire/byte_block.h"
#include "ingest/wire/decimal.h"
#include "ingest/wire/padded_text.h"
#include "ingest/wire/plain_number.h"
#include "ingest/wire/value_scan.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ingest::wire {

// One value as it was read: numbers are finite, texts have no escapes. Of a size that makes finding
// the n-th of them no multiplication.
struct alignas(64) Slot
{
    // A string's content; anything else as it was written. Two members, since a view written in
    // two halves and read as a whole waits for the memory: a sixth of the time of an event.
    const char *begin = nullptr;
    std::uint32_t size = 0;
    [[nodiscard]] std::string_view text() const { return {begin, size}; }

    double number = 0;
    Decimal decimal; // of numbers
};

class ShapeTree
{
public:
    static constexpr std::size_t kMaxSlots = 64;
    static constexpr std::size_t kMaxShapes = 64;
    using Slots = std::array<Slot, kMaxSlots>;

    ShapeTree();

    struct Match
    {
        std::size_t shape = 0; // as learn() numbered it
        std::size_t slots = 0;
        std::size_t bytes = 0; // of the text that it takes
    };
    // The shape of the object at the front of `text`, its values into `slots` in document order.
    // Nothing where the shape is unknown or the object not sound: what matches is well formed
    // JSON, in UTF-8, up to its end.
    [[nodiscard]] std::optional<Match> match(std::string_view text, Slots &slots);

    // Remembers the shape of `text`, one sound object without any backslash and without white space
    // around it. Gives its number, which is the next one from zero on; nothing where it is known,
    // has too many values or there is no room.
    [[nodiscard]] std::optional<std::size_t> learn(std::string_view text);

    // Whether a shape could not be learned for want of room: it is time to clear().
    [[nodiscard]] bool isFull() const { return m_full; }
    void clear();

private:
    using Index = std::uint16_t;
    static constexpr Index kNone = 0xffff;
    static constexpr std::size_t kMaxNodes = 1'024;
    static constexpr std::size_t kMaxSiblings = 16;                   // each costs a comparison
    static constexpr std::size_t kMaxLiterals = std::size_t{1} << 15; // bytes

    // A literal as far as it fits is compared block by block; its rest is in m_literals.
    static constexpr std::size_t kFront = 2 * kBlockBytes;
    static constexpr std::size_t kNotThere = std::string_view::npos;

    // The bytes before a value, and the kind of that value.
    struct alignas(64) Node
    {
        std::array<char, kFront> front{};
        std::uint32_t firstBits = 0;  // the bytes of the first block that count,
        std::uint32_t secondBits = 0; // and of the second
        // Of the first two blocks' stops: where the guess says that the text ends, and before it.
        std::uint32_t guessBit = 1;
        std::uint32_t guessBits = 0;
        // How long the last text was that was there; of a number, where its form is.
        Index guess = kNone;
        Index restAt = 0;
        Index restSize = 0;
        Index literalSize = 0;
        Index sibling = kNone; // to be tried where this does not match
        Index child = kNone;   // what may follow the value; the number of the shape at its end
        SlotKind kind = SlotKind::end;
        bool isCommon = false; // a text, its literal all in the front

        Node() = default;
        Node(std::string_view literal, std::size_t literalsSize, SlotKind kindOfValue);
        void expect(std::size_t size);
    };

    // The text being matched, and what was found out about it.
    struct Attempt
    {
        std::string_view text;
        PaddedText padded;
        std::uint32_t high = 0; // not zero: some value may have bytes beyond ASCII
    };

    [[nodiscard]] static bool startsWith(const char *at, const Node &node);
    [[nodiscard]] static bool hasGuess(const Node &node, const char *value);
    [[nodiscard]] std::string_view restOf(const Node &node) const
    {
        return {m_literals.data() + node.restAt, node.restSize};
    }
    [[nodiscard]] bool isLiteral(const Node &node, std::string_view literal) const;
    // How many bytes the value that begins at an offset takes; kNotThere where there is none of the
    // node's kind.
    [[nodiscard]] std::size_t valueSize(Node &node, std::size_t valueAt, Attempt &attempt,
                                        Slot &slot);
    [[nodiscard]] static std::size_t textSize(Node &node, std::size_t valueAt, Attempt &attempt);
    [[nodiscard]] static std::size_t numberSize(NumberForm &form, std::size_t valueAt,
                                                const Attempt &attempt, Slot &slot);

    // Finds or makes the child of `parent` for this literal and kind; kNone where there is no room.
    Index childOf(Index parent, std::string_view literal, SlotKind kind);

    std::vector<Node> m_nodes;       // the first is the root
    std::vector<NumberForm> m_forms; // of the last numbers that were there
    std::string m_literals;
    PaddedText::Tail m_tail;
    std::size_t m_shapes = 0;
    bool m_full = false;
};

} // namespace ingest::wire

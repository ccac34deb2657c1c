// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/shape_tree.h"

#include "ingest/wire/plain_number.h"
#include "ingest/wire/structural_index.h"
#include "ingest/wire/value_scan.h"

#include <algorithm>
#include <bit>

namespace ingest::wire {

namespace {

// A branch on this value is foreseen, not waited for: what follows it goes on with the guess.
std::size_t foreseen(std::size_t value)
{
#if defined(__GNUC__)
    asm("" : "+r"(value));
#endif
    return value;
}

// How many bytes the word at the front takes, if it is one of that kind.
std::size_t wordSize(SlotKind kind, std::string_view text)
{
    if (text.starts_with(kind == SlotKind::null ? "null" : "true"))
        return 4;
    return kind == SlotKind::boolean && text.starts_with("false") ? 5 : std::string_view::npos;
}

} // namespace

ShapeTree::ShapeTree()
{
    m_nodes.reserve(kMaxNodes);
    m_forms.reserve(kMaxNodes);
    m_literals.reserve(kMaxLiterals);
    clear();
}

void ShapeTree::clear()
{
    m_nodes.assign(1, Node{});
    m_forms.clear();
    m_literals.clear();
    m_shapes = 0;
    m_full = false;
}

ShapeTree::Node::Node(std::string_view literal, std::size_t literalsSize, SlotKind kindOfValue)
    : restAt(static_cast<Index>(literalsSize)),
      restSize(static_cast<Index>(literal.size() - std::min(literal.size(), kFront))),
      literalSize(static_cast<Index>(literal.size())), kind(kindOfValue)
{
    const std::size_t inFront = literal.size() - restSize;
    std::copy_n(literal.begin(), inFront, front.begin());
    const std::uint64_t bits = (std::uint64_t{1} << inFront) - 1;
    firstBits = static_cast<std::uint32_t>(bits & 0xffff);
    secondBits = static_cast<std::uint32_t>(bits >> kBlockBytes);
    isCommon = kind == SlotKind::text && restSize == 0;
}

void ShapeTree::Node::expect(std::size_t size)
{
    guess = static_cast<Index>(std::min<std::size_t>(size, kNone));
    const bool fits = size < 2 * kBlockBytes;
    guessBits = fits ? static_cast<std::uint32_t>((std::uint64_t{2} << size) - 1) : 0;
    guessBit = fits ? std::uint32_t{1} << size : 1;
}

// As far as its front goes.
inline bool ShapeTree::startsWith(const char *at, const Node &node)
{
    const char *front = node.front.data();
    if ((~sameBits(at, front) & node.firstBits) != 0)
        return false;
    return node.secondBits == 0 ||
           (~sameBits(at + kBlockBytes, front + kBlockBytes) & node.secondBits) == 0;
}

// Whether the text that begins there is plain and as long as the last one, at most two blocks.
inline bool ShapeTree::hasGuess(const Node &node, const char *value)
{
    std::uint32_t stops = plainStopBits(value);
    if (node.guess >= kBlockBytes)
        stops |= plainStopBits(value + kBlockBytes) << kBlockBytes;
    return (stops & node.guessBits) == node.guessBit && value[node.guess] == '"';
}

// That a quote ends a text, empty or not, is for the next literal to tell, which begins with it.
inline std::size_t ShapeTree::textSize(Node &node, std::size_t valueAt, Attempt &attempt)
{
    const char *at = attempt.padded.at(valueAt);
    const std::uint32_t plain = plainStopBits(at) | plainStopBits(at + kBlockBytes) << kBlockBytes;
    if (plain != 0 && static_cast<std::size_t>(std::countr_zero(plain)) == node.guess &&
        at[node.guess] == '"')
        return foreseen(node.guess);
    const StringBits first = stringBits(at);
    const StringBits second = stringBits(at + kBlockBytes);
    const std::uint32_t stops = first.stops | second.stops << kBlockBytes;
    attempt.high |= first.high | second.high;
    std::size_t size = attempt.text.size() - valueAt;
    if (stops != 0) {
        size = static_cast<std::size_t>(std::countr_zero(stops));
    } else {
        for (std::size_t i = 2 * kBlockBytes; i < size; ++i) {
            const auto byte = static_cast<unsigned char>(attempt.text[valueAt + i]);
            attempt.high |= byte & 0x80u;
            if (byte == '"' || byte == '\\' || byte < 0x20)
                size = i;
        }
    }
    if (size == 0)
        return kNotThere;
    node.expect(size);
    return size;
}

inline std::size_t ShapeTree::numberSize(NumberForm &form, std::size_t valueAt,
                                         const Attempt &attempt, Slot &slot)
{
    const char *at = attempt.padded.at(valueAt);
    PlainNumber number;
    if (!form.read(at, number)) {
        number = readPlainNumber(at);
        if (number.bytes == 0) {
            const AnyNumber any = readAnyNumber(attempt.text.substr(valueAt));
            slot.number = any.value;
            slot.decimal = any.decimal;
            return any.bytes != 0 ? any.bytes : kNotThere;
        }
        form.expect(at, number);
    }
    slot.number = number.value;
    slot.decimal.negative = number.negative;
    slot.decimal.digits = number.digits;
    slot.decimal.exponent = -static_cast<std::int64_t>(number.decimals);
    slot.decimal.inexact = false;
    return number.bytes;
}

inline std::size_t ShapeTree::valueSize(Node &node, std::size_t valueAt, Attempt &attempt,
                                        Slot &slot)
{
    if (node.kind == SlotKind::number)
        return numberSize(m_forms[node.guess], valueAt, attempt, slot);
    if (node.kind == SlotKind::text)
        return textSize(node, valueAt, attempt);
    return node.kind == SlotKind::emptyText ? 0 : wordSize(node.kind, attempt.text.substr(valueAt));
}

std::optional<ShapeTree::Match> ShapeTree::match(std::string_view text, Slots &slots)
{
    Attempt attempt{text, PaddedText(text, m_tail)};
    Node *const nodes = m_nodes.data();
    Slot *slot = slots.data();
    const char *literal = text.data();                // where the next one begins,
    const char *at = attempt.padded.onwards(literal); // and where it is read block by block
    for (Index index = nodes->child; index != kNone;) {
        Node &node = nodes[index];
        index = node.sibling;
        if (!startsWith(at, node))
            continue;
        std::size_t size = kNotThere;
        if (node.isCommon && hasGuess(node, at + node.literalSize)) {
            size = foreseen(node.guess);
        } else {
            const auto literalAt = static_cast<std::size_t>(literal - text.data());
            const std::size_t valueAt = literalAt + node.literalSize;
            if (node.restSize != 0 && !text.substr(literalAt + kFront).starts_with(restOf(node)))
                continue;
            if (node.kind == SlotKind::end) {
                if (attempt.high != 0 && !isUtf8(text.substr(0, valueAt)))
                    return std::nullopt;
                return Match{node.child, static_cast<std::size_t>(slot - slots.data()), valueAt};
            }
            size = valueSize(node, valueAt, attempt, *slot);
            if (size == kNotThere)
                continue;
        }
        slot->begin = literal + node.literalSize;
        slot->size = static_cast<std::uint32_t>(size);
        ++slot;
        literal += node.literalSize + size;
        at = attempt.padded.onwards(at + node.literalSize + size);
        index = node.child;
    }
    return std::nullopt;
}

bool ShapeTree::isLiteral(const Node &node, std::string_view literal) const
{
    const std::string_view front(node.front.data(), node.literalSize - node.restSize);
    return literal.size() == node.literalSize && literal.starts_with(front) &&
           literal.ends_with(restOf(node));
}

ShapeTree::Index ShapeTree::childOf(Index parent, std::string_view literal, SlotKind kind)
{
    Index last = kNone;
    std::size_t siblings = 0;
    for (Index index = m_nodes[parent].child; index != kNone; index = m_nodes[index].sibling) {
        const Node &node = m_nodes[index];
        if (node.kind == kind && isLiteral(node, literal))
            return index;
        last = index;
        ++siblings;
    }
    m_full = m_full || m_nodes.size() == kMaxNodes || siblings == kMaxSiblings ||
             literal.size() > kMaxLiterals - m_literals.size();
    if (m_full)
        return kNone;
    const auto made = static_cast<Index>(m_nodes.size());
    Node &node = m_nodes.emplace_back(literal, m_literals.size(), kind);
    if (kind == SlotKind::number) {
        node.guess = static_cast<Index>(m_forms.size());
        m_forms.emplace_back();
    }
    m_literals += literal.substr(literal.size() - node.restSize);
    (last == kNone ? m_nodes[parent].child : m_nodes[last].sibling) = made;
    return made;
}

std::optional<std::size_t> ShapeTree::learn(std::string_view text)
{
    m_full = m_full || m_shapes == kMaxShapes;
    if (m_full)
        return std::nullopt;
    ValueScan scan(text);
    Index node = 0;
    for (std::size_t slots = 0; slots <= kMaxSlots; ++slots) {
        scan.next();
        const bool atEnd = scan.kind() == SlotKind::end;
        // A path of more values than there are slots must never be there to be walked.
        if (slots == kMaxSlots && !atEnd)
            return std::nullopt;
        node = childOf(node, scan.literal(), scan.kind());
        if (node == kNone || (atEnd && m_nodes[node].child != kNone))
            return std::nullopt;
        if (atEnd) {
            m_nodes[node].child = static_cast<Index>(m_shapes);
            return m_shapes++;
        }
    }
    return std::nullopt;
}

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/decoder.h"

#include "ingest/wire/array_splitter.h"
#include "ingest/wire/blanks.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/object_reader.h"

#include <algorithm>

namespace ingest::wire {

namespace {

// Lines are indexed so many bytes at a time: the index stays in the nearest cache.
constexpr std::size_t kBatchBytes = std::size_t{1} << 15;

// So many events of a packed text may be read alone, and learned from, because they look like none
// before; then what is left of the array, or a batch of lines, is indexed at once.
constexpr unsigned kMaxAlone = 4;

// Takes whole lines from the front: as many as fit a batch, at least one.
std::string_view takeBatch(std::string_view &text)
{
    std::size_t size = text.size();
    if (size > kBatchBytes) {
        size = text.rfind('\n', kBatchBytes);
        size = std::min(size == text.npos ? text.find('\n', kBatchBytes) : size, text.size());
    }
    const std::string_view batch = trimmed(text.substr(0, size));
    text = trimmed(text.substr(size));
    return batch;
}

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text = trimmed(text.substr(end));
    return line;
}

// Whether nothing but white space lies before the end of the line.
bool endsLine(std::string_view text)
{
    const std::size_t at = text.find_first_not_of(" \r\t");
    return at == text.npos || text[at] == '\n';
}

} // namespace

struct Decoder::Scratch
{
    explicit Scratch(const FieldPlaces &places) : reader(places) {}

    // Whether the frame is one event, as most are, that looks like one before; delivers it then.
    bool decodeKnown(const Frame &frame, EventSink &sink);
    // Delivers the lines at the front that look like events before; returns what is left.
    std::string_view decodeKnownLines(const Frame &frame, std::string_view text, EventSink &sink);
    void decodeLines(const Frame &frame, std::string_view text, EventSink &sink);
    // Delivers the sound lines at the front of `batch`; returns it from the first on that is not.
    std::string_view decodeSoundLines(const Frame &frame, std::string_view batch, EventSink &sink);
    // Whether several lines are one object: the first cannot stand alone, and the second begins
    // none.
    [[nodiscard]] bool isSpread(std::string_view text);

    // Of the elements from `at` on delivers those at the front that look like events before, or are
    // sound; returns where the rest begins, if any.
    std::optional<std::size_t> decodeKnownElements(const Frame &frame, std::string_view text,
                                                   std::size_t at, EventSink &sink);
    std::optional<std::size_t> decodeSoundElements(const Frame &frame, std::string_view text,
                                                   std::size_t at, EventSink &sink);
    void decodeArray(const Frame &frame, std::string_view text, EventSink &sink);

    ObjectReader reader;
};

Decoder::Decoder(const FieldPlaces &places) : m_scratch(std::make_unique<Scratch>(places)) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder &&) noexcept = default;
Decoder &Decoder::operator=(Decoder &&) noexcept = default;

void Decoder::decode(const Frame &frame, EventSink &sink)
{
    if (frame.parts != 1 && frame.parts != 2) {
        m_scratch->reader.reject(frame, frame.payload, Reason::badFrames, sink);
        return;
    }
    if (m_scratch->decodeKnown(frame, sink))
        return;
    const std::string_view text = trimmed(frame.payload);
    if (text.empty())
        m_scratch->reader.decode(frame, text, sink);
    else if (text.front() == '[')
        m_scratch->decodeArray(frame, text, sink);
    else
        m_scratch->decodeLines(frame, text, sink);
}

bool Decoder::Scratch::decodeKnown(const Frame &frame, EventSink &sink)
{
    const std::string_view text = frame.payload;
    if (text.empty() || text.front() != '{' || text.back() != '}' ||
        reader.readKnown(frame, text) != text.size())
        return false;
    reader.deliverKnown(sink);
    return true;
}

std::string_view Decoder::Scratch::decodeKnownLines(const Frame &frame, std::string_view text,
                                                    EventSink &sink)
{
    while (!text.empty()) {
        const std::size_t bytes = reader.readKnown(frame, text);
        if (bytes == 0)
            break;
        std::string_view left = text.substr(bytes);
        if (!left.empty() && !endsLine(left))
            break;
        reader.deliverKnown(sink);
        text = trimmed(left);
    }
    return text;
}

void Decoder::Scratch::decodeLines(const Frame &frame, std::string_view text, EventSink &sink)
{
    std::string_view left = decodeKnownLines(frame, text, sink);
    if (left.size() == text.size() && isSpread(text)) {
        reader.decode(frame, text, sink);
        return;
    }
    for (unsigned alone = 0; !left.empty(); left = decodeKnownLines(frame, left, sink)) {
        if (alone++ < kMaxAlone) {
            reader.decode(frame, takeLine(left), sink);
            continue;
        }
        std::string_view broken = decodeSoundLines(frame, takeBatch(left), sink);
        while (!broken.empty())
            reader.decode(frame, takeLine(broken), sink);
    }
}

std::string_view Decoder::Scratch::decodeSoundLines(const Frame &frame, std::string_view batch,
                                                    EventSink &sink)
{
    if (!reader.beginPacked(batch))
        return batch;
    const JsonCursor &cursor = reader.cursor();
    while (!cursor.atEnd()) {
        const std::size_t begin = cursor.offset();
        const std::size_t end = std::min(batch.find('\n', begin), batch.size());
        // It must be alone in its line.
        if (!reader.readNext() || cursor.lastOffset() >= end || cursor.offset() < end)
            return batch.substr(begin);
        reader.deliverNext(frame, batch.substr(begin, end - begin), sink);
    }
    return {};
}

bool Decoder::Scratch::isSpread(std::string_view text)
{
    const std::string_view first = takeLine(text);
    return !text.empty() && text.front() != '{' && reader.isBroken(first);
}

void Decoder::Scratch::decodeArray(const Frame &frame, std::string_view text, EventSink &sink)
{
    ArraySplitter splitter(text, 1);
    for (unsigned alone = 0; !splitter.done(); ++alone) {
        auto rest = decodeKnownElements(frame, text, splitter.offset(), sink);
        if (rest && alone == kMaxAlone)
            rest = decodeSoundElements(frame, text, *rest, sink);
        if (!rest)
            return;
        splitter = ArraySplitter(text, *rest);
        if (const auto element = splitter.next())
            reader.decode(frame, *element, sink);
    }
    if (splitter.broken())
        reader.reject(frame, splitter.rest(), Reason::notJson, sink);
}

std::optional<std::size_t> Decoder::Scratch::decodeKnownElements(const Frame &frame,
                                                                 std::string_view text,
                                                                 std::size_t at, EventSink &sink)
{
    while (true) {
        const std::size_t begin = text.size() - trimmedFront(text.substr(at)).size();
        const std::size_t bytes = reader.readKnown(frame, text.substr(begin));
        if (bytes == 0)
            return at;
        const std::string_view left = trimmedFront(text.substr(begin + bytes));
        // What follows the array is for the splitter to find, before its last element is told.
        if (left != "]" && !left.starts_with(','))
            return at;
        reader.deliverKnown(sink);
        if (left.size() == 1 && left.front() == ']')
            return std::nullopt;
        at = text.size() - left.size() + 1;
    }
}

std::optional<std::size_t> Decoder::Scratch::decodeSoundElements(const Frame &frame,
                                                                 std::string_view text,
                                                                 std::size_t at, EventSink &sink)
{
    const std::string_view elements = text.substr(at);
    std::size_t rest = 0;
    if (!reader.beginPacked(elements))
        return at;
    JsonCursor &cursor = reader.cursor();
    while (true) {
        const std::size_t begin = cursor.offset();
        if (!reader.readNext())
            return at + rest;
        const std::size_t end = cursor.lastOffset() + 1;
        const bool more = cursor.take(',');
        if (!more && (!cursor.take(']') || !cursor.atEnd()))
            return at + rest;
        reader.deliverNext(frame, elements.substr(begin, end - begin), sink);
        if (!more)
            return std::nullopt;
        rest = cursor.lastOffset() + 1;
    }
}

} // namespace ingest::wire

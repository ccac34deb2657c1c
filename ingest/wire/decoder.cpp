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

} // namespace

struct Decoder::Scratch
{
    explicit Scratch(const FieldPlaces &places) : reader(places) {}

    void decodeLines(const Frame &frame, std::string_view text, EventSink &sink);
    // Delivers the sound lines at the front of `batch`; returns it from the first on that is not.
    std::string_view decodeSoundLines(const Frame &frame, std::string_view batch, EventSink &sink);
    // Whether several lines are one object: the first cannot stand alone, and the second begins
    // none.
    [[nodiscard]] bool isSpread(std::string_view text);

    void decodeArray(const Frame &frame, std::string_view text, EventSink &sink);
    // Delivers the sound elements at the front of the array; returns where the rest begins, if any.
    std::optional<std::size_t> decodeSoundElements(const Frame &frame, std::string_view text,
                                                   EventSink &sink);

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
    const std::string_view text = trimmed(frame.payload);
    if (!text.empty() && text.front() == '[')
        m_scratch->decodeArray(frame, text, sink);
    else if (text.find('\n') != text.npos)
        m_scratch->decodeLines(frame, text, sink);
    else
        m_scratch->reader.decode(frame, text, sink);
}

void Decoder::Scratch::decodeLines(const Frame &frame, std::string_view text, EventSink &sink)
{
    const std::string_view whole = text;
    while (!text.empty()) {
        const std::string_view batch = takeBatch(text);
        std::string_view left = decodeSoundLines(frame, batch, sink);
        if (left.data() == whole.data() && isSpread(whole)) {
            reader.decode(frame, whole, sink);
            return;
        }
        while (!left.empty())
            reader.decode(frame, takeLine(left), sink);
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
    const std::optional<std::size_t> rest = decodeSoundElements(frame, text, sink);
    if (!rest)
        return;
    ArraySplitter splitter(text, *rest);
    while (const auto element = splitter.next())
        reader.decode(frame, *element, sink);
    if (splitter.broken())
        reader.reject(frame, splitter.rest(), Reason::notJson, sink);
}

std::optional<std::size_t>
Decoder::Scratch::decodeSoundElements(const Frame &frame, std::string_view text, EventSink &sink)
{
    std::size_t rest = 1;
    if (!reader.beginPacked(text))
        return rest;
    JsonCursor &cursor = reader.cursor();
    cursor.next();
    while (true) {
        const std::size_t begin = cursor.offset();
        if (!reader.readNext())
            return rest;
        const std::size_t end = cursor.lastOffset() + 1;
        const bool more = cursor.take(',');
        // What follows the array is for the splitter to find, before its last element is told.
        if (!more && (!cursor.take(']') || !cursor.atEnd()))
            return rest;
        reader.deliverNext(frame, text.substr(begin, end - begin), sink);
        if (!more)
            return std::nullopt;
        rest = cursor.lastOffset() + 1;
    }
}

} // namespace ingest::wire

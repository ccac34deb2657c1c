// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/decoder.h"

#include "ingest/wire/decimal.h"
#include "ingest/wire/event_builder.h"
#include "ingest/wire/event_sink.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/object_walk.h"

#include <cstring>

namespace ingest::wire {

namespace {

namespace od = simdjson::ondemand;

constexpr std::size_t kMaxObjectBytes = std::size_t{1} << 20;
constexpr std::size_t kExcerptBytes = 1024;
constexpr std::string_view kWhiteSpace = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kWhiteSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

// Nothing but white space is left.
bool atEnd(od::document &document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

} // namespace

struct Decoder::Scratch
{
    explicit Scratch(const FieldPlaces &places)
        : paths(places), walk(paths, members), builder(paths, members)
    {
    }

    // Whether one document was complete JSON and where its failure has been told.
    enum class Told : std::uint8_t { yes, notYet };

    void decodeLines(const Frame &frame, EventSink &sink);
    void decodeArray(const Frame &frame, std::string_view text, EventSink &sink);
    // One object. Where `tentative`, text that is not JSON is not told to the sink.
    Told decodeObject(const Frame &frame, std::string_view text, EventSink &sink, bool tentative);
    void deliver(const Frame &frame, std::string_view text, std::optional<Reason> reason,
                 EventSink &sink);
    simdjson::padded_string_view padded(const Frame &frame, std::string_view text);

    PointerPaths paths;
    Members members;
    ObjectWalk walk;
    EventBuilder builder;
    od::parser parser;
    std::vector<char> copy; // for text without readable bytes behind it
};

Decoder::Decoder(const FieldPlaces &places) : m_scratch(std::make_unique<Scratch>(places)) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder &&) noexcept = default;
Decoder &Decoder::operator=(Decoder &&) noexcept = default;

void Decoder::decode(const Frame &frame, EventSink &sink)
{
    Scratch &scratch = *m_scratch;
    if (frame.parts != 1 && frame.parts != 2) {
        scratch.members.clear();
        scratch.deliver(frame, frame.payload, Reason::badFrames, sink);
        return;
    }
    const std::string_view text = trimmed(frame.payload);
    if (!text.empty() && text.front() == '[')
        scratch.decodeArray(frame, text, sink);
    else if (text.find('\n') != std::string_view::npos)
        scratch.decodeLines(frame, sink);
    else
        scratch.decodeObject(frame, text, sink, false);
}

// simdjson may read 64 bytes behind the text, and must not take what it finds there for a part of
// it: in place only where the readable bytes begin with white space or zero.
simdjson::padded_string_view Decoder::Scratch::padded(const Frame &frame, std::string_view text)
{
    const char *end = frame.payload.data() + frame.payload.size() + frame.readableBehind;
    const auto behind = static_cast<std::size_t>(end - (text.data() + text.size()));
    if (behind >= simdjson::SIMDJSON_PADDING) {
        const char next = text.data()[text.size()];
        if (next == '\0' || kWhiteSpace.find(next) != std::string_view::npos)
            return simdjson::padded_string_view(text.data(), text.size(), text.size() + behind);
    }
    const std::size_t needed = text.size() + simdjson::SIMDJSON_PADDING;
    if (copy.size() < needed)
        copy.resize(needed);
    std::memcpy(copy.data(), text.data(), text.size());
    std::memset(copy.data() + text.size(), 0, simdjson::SIMDJSON_PADDING);
    return simdjson::padded_string_view(copy.data(), text.size(), copy.size());
}

void Decoder::Scratch::deliver(const Frame &frame, std::string_view text,
                               std::optional<Reason> reason, EventSink &sink)
{
    if (!reason)
        reason = builder.build(frame);
    if (!reason) {
        sink.accept(builder.event());
        return;
    }
    Rejection rejection = builder.rejection(frame, *reason);
    rejection.excerpt = text.substr(0, kExcerptBytes);
    sink.reject(rejection);
}

void Decoder::Scratch::decodeLines(const Frame &frame, EventSink &sink)
{
    std::string_view rest = frame.payload;
    bool first = true;
    while (!rest.empty()) {
        const std::size_t length = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, length));
        rest.remove_prefix(std::min(length + 1, rest.size()));
        if (line.empty())
            continue;
        if (decodeObject(frame, line, sink, first) == Told::notYet) {
            // Perhaps one object over several lines; if not, this line is what is broken.
            if (decodeObject(frame, trimmed(frame.payload), sink, true) == Told::yes)
                return;
            decodeObject(frame, line, sink, false);
        }
        first = false;
    }
}

Decoder::Scratch::Told Decoder::Scratch::decodeObject(const Frame &frame, std::string_view text,
                                                      EventSink &sink, bool tentative)
{
    members.clear();
    std::optional<Reason> reason;
    if (text.size() > kMaxObjectBytes) {
        reason = Reason::tooLarge;
    } else if (text.empty()) {
        reason = Reason::notJson;
    } else {
        od::document document;
        od::object object;
        if (const auto error = parser.iterate(padded(frame, text)).get(document)) {
            reason = reasonOf(error);
        } else if (text.front() != '{') {
            od::value value;
            // An array in a line of its own is a value, if no object; anything else must be scalar.
            const bool array = text.front() == '[' && !document.get_value().get(value);
            reason = array ? walk.skip(value) : std::nullopt;
            if (!reason)
                reason = Reason::notObject;
            bool wellFormed =
                array || text.front() == '"' || text == "true" || text == "false" || text == "null";
            wellFormed = wellFormed || parseDecimal(text).has_value();
            if (!wellFormed)
                reason = Reason::notJson;
        } else if (const auto failed = document.get_object().get(object)) {
            reason = reasonOf(failed);
        } else {
            reason = walk.walk(object);
            if (!reason && !atEnd(document))
                reason = Reason::notJson;
        }
    }
    if (tentative && reason == Reason::notJson)
        return Told::notYet;
    deliver(frame, text, reason, sink);
    return Told::yes;
}

void Decoder::Scratch::decodeArray(const Frame &frame, std::string_view text, EventSink &sink)
{
    members.clear();
    od::document document;
    od::array array;
    auto error = parser.iterate(padded(frame, text)).get(document);
    if (!error)
        error = document.get_array().get(array);
    if (error) {
        deliver(frame, text, reasonOf(error), sink);
        return;
    }
    for (auto element : array) {
        members.clear();
        od::value value;
        if (const auto failed = std::move(element).get(value)) {
            deliver(frame, text, reasonOf(failed), sink);
            return; // what follows cannot be told apart
        }
        od::json_type type{};
        od::object object;
        std::optional<Reason> reason;
        const char *begin = nullptr;
        if (document.current_location().get(begin))
            begin = nullptr;
        if (const auto unknown = value.type().get(type)) {
            reason = reasonOf(unknown);
        } else if (type != od::json_type::object) {
            reason = walk.skip(value);
            if (!reason)
                reason = Reason::notObject;
        } else if (const auto failed = value.get_object().get(object)) {
            reason = reasonOf(failed);
        } else {
            reason = walk.walk(object);
        }
        const char *end = nullptr;
        if (!reason && begin != nullptr && !document.current_location().get(end) &&
            static_cast<std::size_t>(end - begin) > kMaxObjectBytes)
            reason = Reason::tooLarge;
        deliver(frame, begin != nullptr ? std::string_view(begin, 1) : text, reason, sink);
        if (reason == Reason::notJson)
            return;
    }
    if (!atEnd(document)) {
        members.clear();
        deliver(frame, text, Reason::notJson, sink);
    }
}

} // namespace ingest::wire

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/wire/oracle/oracle_decoder.h"

#include "tests/ingest/wire/oracle/fields.h"
#include "tests/ingest/wire/oracle/framing.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace test::oracle {

namespace {

using namespace ingest::wire;

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr int kMaxDepth = 32;

std::string textOf(const Json *json)
{
    return json == nullptr ? std::string() : json->text;
}

class Interpretation
{
public:
    Interpretation(const Json &root, const Frame &frame, const FieldPlaces &places)
        : m_root(root), m_frame(frame), m_places(places)
    {
    }

    Outcome outcome()
    {
        readOrigin();
        if (m_event.type.empty())
            return refused(Reason::noType);
        if (!isUtf8(m_event.type))
            return refused(Reason::notUtf8);
        const auto *time =
            at().pointers(m_places.time).top({"time", "timestamp", "ts", "@timestamp"}).first();
        if (time != nullptr)
            m_event.time = timeOf(*time);
        if (m_event.kind == EventKind::event) {
            if (time != nullptr && !m_event.time)
                return refused(Reason::badTime);
            if (time == nullptr && !m_frame.arrival)
                return refused(Reason::noTime);
            readWhatHappened();
            readNumbers();
        }
        return m_event;
    }

private:
    Places at() const { return Places(m_root); }

    Outcome refused(Reason reason) const
    {
        SeenRejection origin;
        origin.reason = reason;
        origin.source = m_event.source;
        origin.epoch = m_event.epoch;
        origin.type = isUtf8(m_event.type) ? m_event.type : std::string();
        origin.sequence = m_event.sequence;
        return Refused{{reason}, origin};
    }

    void readOrigin()
    {
        const Json *type =
            at().pointers(m_places.type).top({"type", "event", "event_name"}).firstText();
        m_event.type = type != nullptr          ? type->text
                       : !m_frame.topic.empty() ? std::string(m_frame.topic)
                                                : textOf(at().top({"name"}).firstText());
        m_event.kind = m_event.type == "bellwether.heartbeat" ? EventKind::heartbeat
                       : m_event.type == "bellwether.goodbye" ? EventKind::goodbye
                                                              : EventKind::event;
        const Json *source =
            at().pointers(m_places.source).top({"source", "service", "service.name"}).firstText();
        m_event.source = source != nullptr ? source->text : std::string(m_frame.endpoint);
        m_event.epoch =
            textOf(at().pointers(m_places.epoch).top({"epoch", "instance"}).firstText());
        m_event.sequence = sequence();
        Places id = at().pointers(m_places.id);
        if (at().top({"specversion"}).first() != nullptr)
            id.top({"id"});
        m_event.id = textOf(id.top({"event_id"}).firstText());
        if (const Json *started = at().top({"started"}).first())
            m_event.started = timeOf(*started);
    }

    std::optional<std::uint64_t> sequence() const
    {
        const std::string text =
            textOf(at().pointers(m_places.sequence).top({"sequence", "seq"}).firstText());
        if (text.empty() || !std::all_of(text.begin(), text.end(),
                                         [](unsigned char c) { return std::isdigit(c) != 0; }))
            return std::nullopt;
        errno = 0;
        const unsigned long long value = std::strtoull(text.c_str(), nullptr, 10);
        return errno == 0 ? std::optional<std::uint64_t>(value) : std::nullopt;
    }

    void readWhatHappened()
    {
        m_event.journey = textOf(at().pointers(m_places.journey)
                                     .topThenData({"session", "session_id", "correlation_id",
                                                   "journey", "cart_id", "subject"})
                                     .firstText());
        if (failed())
            m_event.failure.emplace(textOf(at().pointers(m_places.category)
                                               .nested("error", "category")
                                               .nested("error", "type")
                                               .topThenData({"error_category", "reason", "code"})
                                               .firstText()),
                                    message());
        std::string currency =
            textOf(at().pointers(m_places.currency).topThenData({"currency"}).firstText());
        const bool letters = currency.size() == 3 &&
                             std::all_of(currency.begin(), currency.end(), [](unsigned char c) {
                                 return c < 0x80 && std::isalpha(c) != 0;
                             });
        std::transform(currency.begin(), currency.end(), currency.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        if (!letters)
            currency = "XXX";
        const Places amounts =
            at().pointers(m_places.amount).topThenData({"amount", "total", "value"});
        for (const Json *amount : amounts.all())
            if (const auto minor = minorOf(*amount, oracle::exponentOf(currency))) {
                m_event.money.emplace(*minor, currency);
                break;
            }
        readAttributes();
    }

    bool failed() const
    {
        for (const char *ending : {"failed", "error", "declined", "rejected"})
            if (m_event.type.ends_with(ending))
                return true;
        const Json *data = m_root.member("data");
        for (const Json *level : {&m_root, data}) {
            const Json *error = level != nullptr ? level->member("error") : nullptr;
            if (error != nullptr && error->kind != Json::Kind::null &&
                !(error->kind == Json::Kind::boolean && error->text == "false"))
                return true;
        }
        return false;
    }

    std::string message() const
    {
        const auto places =
            at().pointers(m_places.message).nested("error", "message").topThenData({"message"});
        if (const Json *message = places.firstText())
            return message->text;
        const auto errors = at().topThenData({"error"});
        for (const Json *error : errors.all())
            if (error->kind == Json::Kind::string && !error->text.empty())
                return error->text;
        return {};
    }

    template <typename Visit>
    static void eachFirst(const Json *object, Visit visit)
    {
        if (object == nullptr || object->kind != Json::Kind::object)
            return;
        std::set<std::string> names;
        for (const auto &[name, value] : object->members)
            if (names.insert(name).second && value.isScalar() &&
                (value.kind != Json::Kind::number || numberOf(value)))
                visit(name, value);
    }

    void readAttributes()
    {
        const Json *data = m_root.member("data");
        const bool hasData = data != nullptr && data->kind == Json::Kind::object;
        const auto used = [this](const std::string &name) {
            for (const char *always :
                 {"specversion", "time", "timestamp", "ts", "@timestamp", "sequence", "seq"})
                if (name == always)
                    return true;
            return m_used.contains(name);
        };
        if (!hasData)
            noteUsed();
        eachFirst(hasData ? data : &m_root, [&](const std::string &name, const Json &value) {
            if (hasData || !used(name))
                m_event.attributes.emplace_back(name, value.text);
        });
    }

    // The top-level names from which the identity of the event was taken.
    void noteUsed()
    {
        Places id = at().pointers(m_places.id);
        if (at().top({"specversion"}).first() != nullptr)
            id.top({"id"});
        id.top({"event_id"});
        const Json *typed =
            at().pointers(m_places.type).top({"type", "event", "event_name"}).firstText();
        if (typed == nullptr && m_frame.topic.empty())
            typed = at().top({"name"}).firstText();
        const std::set<const Json *> taken{
            typed,
            at().pointers(m_places.source).top({"source", "service", "service.name"}).firstText(),
            at().pointers(m_places.epoch).top({"epoch", "instance"}).firstText(), id.firstText(),
            at().pointers(m_places.journey)
                .topThenData(
                    {"session", "session_id", "correlation_id", "journey", "cart_id", "subject"})
                .firstText()};
        for (const auto &[name, value] : m_root.members)
            if (taken.contains(&value))
                m_used.insert(name);
    }

    void readNumbers()
    {
        const auto add = [this](const std::string &name, const Json &value) {
            if (const auto number = numberOf(value))
                m_event.numbers.emplace_back(name, *number);
        };
        eachFirst(&m_root, add);
        eachFirst(m_root.member("data"), add);
        for (const std::string &pointer : m_places.extra)
            if (const Json *json = resolve(m_root, pointer))
                add(pointer, *json);
    }

    const Json &m_root;
    const Frame &m_frame;
    const FieldPlaces &m_places;
    SeenEvent m_event;
    std::set<std::string> m_used;
};

Outcome decodeOne(const Frame &frame, const FieldPlaces &places, const std::string &text)
{
    if (text.size() > kMaxBytes)
        return Refused{{Reason::tooLarge}, {}};
    if (!isUtf8(text))
        return Refused{{Reason::notUtf8}, {}};
    const Parsed parsed = parseJson(text);
    Refused refused;
    if (!parsed.json)
        refused.reasons.insert(Reason::notJson);
    if (parsed.depth > kMaxDepth)
        refused.reasons.insert(Reason::tooDeep);
    if (!refused.reasons.empty())
        return refused;
    if (parsed.json->kind != Json::Kind::object)
        return Refused{{Reason::notObject}, {}};
    return Interpretation(*parsed.json, frame, places).outcome();
}

} // namespace

std::vector<Outcome> decode(const Frame &frame, const FieldPlaces &places)
{
    if (frame.parts != 1 && frame.parts != 2)
        return {Refused{{Reason::badFrames}, {}}};
    std::vector<Outcome> outcomes;
    const auto isJson = [](const std::string &text) {
        if (text.size() > kMaxBytes || !isUtf8(text))
            return true; // refused for another reason
        const Parsed parsed = parseJson(text);
        return parsed.json.has_value() && parsed.depth <= kMaxDepth;
    };
    const Pieces pieces = split(std::string(frame.payload), isJson);
    for (const std::string &text : pieces.texts)
        outcomes.push_back(decodeOne(frame, places, text));
    if (pieces.restIsBroken)
        outcomes.emplace_back(Refused{{Reason::notJson}, {}});
    return outcomes;
}

} // namespace test::oracle

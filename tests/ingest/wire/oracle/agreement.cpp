// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/wire/oracle/agreement.h"

#include "tests/ingest/wire/oracle/oracle_decoder.h"

#include <random>
#include <sstream>
#include <string_view>

namespace test::oracle {

namespace {

std::string describe(const SeenEvent &event)
{
    std::ostringstream out;
    out << "type '" << event.type << "' source '" << event.source << "' epoch '" << event.epoch
        << "' id '" << event.id << "' journey '" << event.journey << "' time "
        << (event.time ? event.time->time_since_epoch().count() : -1) << " sequence "
        << (event.sequence ? std::to_string(*event.sequence) : "none") << " failure "
        << (event.failure ? event.failure->first + "/" + event.failure->second : "none")
        << " money "
        << (event.money ? std::to_string(event.money->first) + event.money->second : "none");
    for (const auto &[name, text] : event.attributes)
        out << " [" << name << "=" << text << "]";
    out.precision(17);
    for (const auto &[name, number] : event.numbers)
        out << " (" << name << "=" << number << ")";
    return out.str();
}

std::string compare(const SeenEvent &event, const SeenEvent &wanted)
{
    if (event == wanted)
        return {};
    return "decoded " + describe(event) + "\nwanted  " + describe(wanted);
}

std::string compare(const SeenRejection &rejection, const Refused &wanted)
{
    using ingest::wire::nameOf;
    if (!wanted.reasons.contains(rejection.reason))
        return "refused as " + std::string(nameOf(rejection.reason)) + ", wanted " +
               std::string(nameOf(*wanted.reasons.begin()));
    if (wanted.origin &&
        (rejection.source != wanted.origin->source || rejection.epoch != wanted.origin->epoch ||
         rejection.type != wanted.origin->type || rejection.sequence != wanted.origin->sequence))
        return "refused with another origin";
    return {};
}

std::string compare(const CollectingSink &sink, const std::vector<Outcome> &wanted)
{
    std::string order;
    for (const Outcome &outcome : wanted)
        order += std::holds_alternative<SeenEvent>(outcome) ? 'e' : 'r';
    if (sink.order != order)
        return "delivered " + sink.order + ", wanted " + order;
    std::size_t events = 0;
    std::size_t rejections = 0;
    for (const Outcome &outcome : wanted) {
        const auto *event = std::get_if<SeenEvent>(&outcome);
        const std::string difference =
            event != nullptr ? compare(sink.events[events++], *event)
                             : compare(sink.rejections[rejections++], std::get<Refused>(outcome));
        if (!difference.empty())
            return difference;
    }
    return {};
}

} // namespace

std::string disagreement(ingest::wire::Decoder &decoder, const ingest::wire::Frame &frame,
                         const ingest::wire::FieldPlaces &places)
{
    const std::vector<Outcome> wanted = decode(frame, places);
    for (const char *round : {"at first ", "again "}) {
        CollectingSink sink;
        decoder.decode(frame, sink);
        if (const std::string difference = compare(sink, wanted); !difference.empty())
            return round + difference;
    }
    return {};
}

std::string similarTo(std::string payload, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    constexpr std::string_view kOdd("\"\\\x01\x7f\xc3\xa9\xff.-eE}{,: \n0", 18);
    for (std::size_t i = 0, count = 1 + below(4); i < count && !payload.empty(); ++i) {
        const std::size_t at = below(payload.size());
        char &byte = payload[at];
        if (byte >= '0' && byte <= '9')
            byte = static_cast<char>('0' + below(10));
        else if (byte >= 'a' && byte <= 'z')
            byte = static_cast<char>('a' + below(26));
        else if (below(4) == 0)
            byte = kOdd[below(kOdd.size())];
        if (below(4) == 0)
            payload.insert(at, below(3) == 0 ? 20 : 1, payload[at]);
        else if (below(6) == 0)
            payload.erase(at, 1);
    }
    return payload;
}

ingest::wire::FieldPlaces somePlaces()
{
    ingest::wire::FieldPlaces places;
    places.type = {"/data/typ", "/x"};
    places.time = {"/data/ts"};
    places.id = {"/perf/0"};
    places.journey = {"/data/a~1b", "/m~0n"};
    places.category = {"/data/reason"};
    places.amount = {"/data/perf/0", "/data/value"};
    places.extra = {"/data/perf/1", "/data/lcp_ms", "/perf/x/0"};
    return places;
}

} // namespace test::oracle

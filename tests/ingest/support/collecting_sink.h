// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what a decoder delivers, as values of its own, for tests to look at.
#pragma once

#include "ingest/wire/decoder.h"
#include "ingest/wire/event.h"
#include "ingest/wire/event_sink.h"
#include "ingest/wire/field_places.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/rejection.h"

#include <map>
#include <string>
#include <vector>

namespace test {

struct SeenEvent
{
    ingest::wire::EventKind kind{};
    std::string type, source, epoch, id, journey;
    std::optional<ingest::Timestamp> time;
    std::optional<std::uint64_t> sequence;
    std::optional<ingest::Timestamp> started;
    std::optional<std::pair<std::string, std::string>> failure; // category, message
    std::optional<std::pair<std::int64_t, std::string>> money;  // minor units, currency
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<std::pair<std::string, double>> numbers;

    bool operator==(const SeenEvent &) const = default;
};

struct SeenRejection
{
    ingest::wire::Reason reason{};
    std::string source, epoch, type;
    std::optional<std::uint64_t> sequence;
};

class CollectingSink final : public ingest::wire::EventSink
{
public:
    void accept(const ingest::wire::Event &event) override
    {
        SeenEvent seen;
        seen.kind = event.kind;
        seen.type = event.type;
        seen.source = event.source;
        seen.epoch = event.epoch;
        seen.id = event.id;
        seen.journey = event.journey;
        seen.time = event.time;
        seen.sequence = event.sequence;
        seen.started = event.started;
        if (event.failure)
            seen.failure.emplace(event.failure->category, event.failure->message);
        if (event.money)
            seen.money.emplace(event.money->minor, event.money->currency.view());
        for (const auto &attribute : event.attributes)
            seen.attributes.emplace_back(attribute.name, attribute.text);
        for (const auto &number : event.numbers)
            seen.numbers.emplace_back(number.name, number.number);
        events.push_back(std::move(seen));
        order += 'e';
    }

    void reject(const ingest::wire::Rejection &rejection) override
    {
        rejections.push_back({rejection.reason, std::string(rejection.source),
                              std::string(rejection.epoch), std::string(rejection.type),
                              rejection.sequence});
        order += 'r';
    }

    std::vector<SeenEvent> events;
    std::vector<SeenRejection> rejections;
    std::string order; // 'e' for an event, 'r' for a rejection, as they came
};

} // namespace test

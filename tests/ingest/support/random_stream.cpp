// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/random_stream.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace test {

namespace {

using ingest::Nanoseconds;
using ingest::Timestamp;

constexpr std::array kTypes{"page.viewed",      "page.loaded",    "cart.item_added",
                            "checkout.started", "payment.failed", "payment.approved",
                            "order.completed",  "order.refunded"};
constexpr std::array kStreamCountries{"DE", "FR", "US", "", "(other)"};
constexpr std::array kMessages{"card 1234 was declined", "card 77 was declined",
                               "timeout after 30s", "no answer from bank"};
constexpr std::array kCategories{"", "declined", "timeout"};
constexpr std::array<std::array<char, 3>, 3> kCurrencies{
    {{'E', 'U', 'R'}, {'J', 'P', 'Y'}, {'K', 'W', 'D'}}};

class Maker
{
public:
    Maker(std::uint64_t seed, const StreamShape &shape) : m_random(seed), m_shape(shape) {}

    RawEvent make(double arrival, std::size_t number)
    {
        RawEvent event;
        event.type = pick(kTypes);
        event.arrival = at(arrival);
        event.time = at(timeFor(arrival));
        if (chance(0.02))
            event.time = event.arrival;
        putOrigin(event, number);
        if (!chance(0.1))
            event.journey = "j" + std::to_string(below(150));
        putAttributes(event);
        if (event.type == "payment.failed") {
            event.failed = true;
            event.category = pick(kCategories);
            event.message = chance(0.8) ? pick(kMessages) : "";
        }
        return event;
    }

    bool chance(double share) { return std::uniform_real_distribution<double>()(m_random) < share; }
    std::size_t below(std::size_t end)
    {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random);
    }
    double between(double from, double to)
    {
        return std::uniform_real_distribution<double>(from, to)(m_random);
    }
    std::mt19937_64 &random() { return m_random; }

private:
    template <class Choices>
    std::string pick(const Choices &choices)
    {
        return choices[below(choices.size())];
    }

    // Whole seconds and minutes now and then: edges are where windows go wrong.
    double timeFor(double arrival)
    {
        const std::size_t fate = below(100);
        if (fate < 60)
            return arrival - between(0, 2);
        if (fate < 70)
            return std::floor(arrival - between(0, 70));
        if (fate < 75)
            return std::floor((arrival - between(0, 4000)) / 60) * 60;
        if (fate < 82)
            return arrival - between(0, 120);
        if (fate < 86)
            return arrival + between(0, 9);
        if (fate < 89)
            return arrival + between(11, 100);
        if (fate < 93)
            return arrival - between(3000, 8000);
        if (fate < 96)
            return arrival - between(8000, 90000);
        return m_shape.tooLate && fate < 98 ? arrival - between(4 * 86400, 9 * 86400)
                                            : arrival - between(0, 1);
    }

    // Web numbers its events and loses some, pay numbers and names them and restarts, legacy does
    // neither.
    void putOrigin(RawEvent &event, std::size_t number)
    {
        const std::size_t origin = below(10);
        if (origin < 5) {
            event.source = "/shop/web";
            event.epoch = "1";
            event.sequence = nextSequence("web");
        } else if (origin < 8) {
            event.source = "/shop/pay";
            event.epoch = "e" + std::to_string(number / 700);
            event.sequence = nextSequence("pay" + event.epoch);
            event.id = "p" + std::to_string(number);
        } else {
            event.source = "/shop/legacy";
            event.id = "l" + std::to_string(number);
        }
    }

    std::uint64_t nextSequence(const std::string &epoch)
    {
        std::uint64_t &last = m_sequences[epoch];
        last += chance(0.03) ? 1 + below(5) : 1;
        return last;
    }

    void putAttributes(RawEvent &event)
    {
        event.attributes.emplace_back("platform", chance(0.5) ? "ios" : "web");
        if (chance(0.9))
            event.attributes.emplace_back("country", pick(kStreamCountries));
        event.attributes.emplace_back("page", "/p" + std::to_string(below(40)));
        if (event.type == "page.loaded")
            event.numbers.emplace_back("lcp_ms", chance(0.05)   ? 0.0
                                                 : chance(0.05) ? between(0, 0.002)
                                                                : std::exp(between(0, 12)));
        if (event.type.starts_with("order.") && chance(0.95)) {
            event.money.emplace();
            event.money->minor = static_cast<std::int64_t>(below(100000)) - 100;
            event.money->currency.letters = kCurrencies[below(kCurrencies.size())];
            event.numbers.emplace_back("items", static_cast<double>(below(2000)) / 1000);
        }
    }

    std::mt19937_64 m_random;
    StreamShape m_shape;
    std::map<std::string, std::uint64_t> m_sequences;
};

ingest::config::SignalConfiguration signalOf(const char *name, ingest::config::SignalKind kind,
                                             std::vector<ingest::config::EventFilter> events,
                                             std::vector<std::string> by = {})
{
    ingest::config::SignalConfiguration signal;
    signal.name = name;
    signal.kind = kind;
    signal.events = std::move(events);
    signal.by = std::move(by);
    return signal;
}

} // namespace

std::vector<RawEvent> randomStream(std::uint64_t seed, const StreamShape &shape)
{
    Maker maker(seed, shape);
    std::vector<double> arrivals(shape.events);
    for (double &arrival : arrivals)
        arrival = maker.between(0, shape.spanSeconds);
    std::ranges::sort(arrivals);
    std::vector<RawEvent> events;
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        events.push_back(maker.make(arrivals[i], i));
        const RawEvent &event = events.back();
        if (event.time == event.arrival || !maker.chance(0.04))
            continue;
        RawEvent again = event;
        const auto later = Nanoseconds{static_cast<std::int64_t>(maker.between(0, 590) * 1e9)};
        again.arrival = *event.arrival + later;
        // Arriving later must not make it usable where it was not.
        if (*event.time <= *event.arrival + std::chrono::seconds{10})
            events.push_back(std::move(again));
    }
    std::ranges::stable_sort(events, {}, &RawEvent::arrival);
    return events;
}

ingest::config::Configuration everySignal()
{
    using ingest::config::EventFilter;
    using ingest::config::SignalKind;
    ingest::config::Configuration all;
    all.signals.push_back(signalOf("everything", SignalKind::rate, {}, {"page", "platform"}));
    all.signals.push_back(signalOf(
        "german_orders", SignalKind::rate,
        {EventFilter{"order.*", {{"country", "DE"}}}, EventFilter{"*refunded", {}}}, {"country"}));
    auto ratio = signalOf("success", SignalKind::ratio, {}, {"country", "page"});
    ratio.good = {{"payment.approved", {}}};
    ratio.bad = {{"payment.failed", {}}, {"payment.approved", {{"platform", "ios"}}}};
    all.signals.push_back(ratio);
    auto latency = signalOf("lcp", SignalKind::latency, {{"page.*", {}}}, {"page", "country"});
    latency.field = "lcp_ms";
    all.signals.push_back(latency);
    auto revenue = signalOf("revenue", SignalKind::sum, {{"order.completed", {}}}, {"page"});
    revenue.field = "amount";
    all.signals.push_back(revenue);
    auto items = signalOf("items", SignalKind::sum, {{"order.*", {}}}, {"country"});
    items.field = "items";
    all.signals.push_back(items);
    all.signals.push_back(signalOf("active", SignalKind::uniques, {}, {"platform", "page"}));
    auto funnel = signalOf("checkout", SignalKind::funnel, {}, {"country"});
    funnel.steps = {{"page.*", {}}, {"cart.item_added", {}}, {"order.completed", {}}};
    funnel.within = std::chrono::minutes{10};
    all.signals.push_back(funnel);
    auto strict = funnel;
    strict.name = "strict";
    strict.by.clear();
    strict.order = ingest::config::StepOrder::strict;
    all.signals.push_back(strict);
    auto unordered = strict;
    unordered.name = "unordered";
    unordered.order = ingest::config::StepOrder::unordered;
    all.signals.push_back(unordered);
    all.markers.push_back({{EventFilter{"order.completed", {{"country", "DE"}}}},
                           ingest::config::MarkerKind::launch,
                           "{page} {platform}"});
    return all;
}

} // namespace test

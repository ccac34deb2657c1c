// SPDX-License-Identifier: GPL-3.0-or-later
// Shop events of some 300 bytes from eight publishers, no two alike, written at the speed of
// memory: only what differs between two events of one shape is written anew.
#pragma once

#include "ingest/config/configuration.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

class ShopTraffic
{
public:
    ShopTraffic()
    {
        for (unsigned i = 0; i < kShapes; ++i)
            m_shapes.push_back(shape(i));
    }

    // The time of the following events, RFC 3339 in UTC with milliseconds.
    void setTime(std::string_view time) { m_time = time; }

    // The next event, numbered 1, 2, 3 ... by each of the eight; valid until the next call.
    std::string_view next()
    {
        Shape &shape = m_shapes[m_count % kShapes];
        const std::uint64_t sequence = m_count / kPublishers + 1;
        write(shape, shape.id, 12, m_count);
        write(shape, shape.journey, 9, m_count / (kPublishers * 8) * kPublishers + m_count % 8);
        write(shape, shape.sequence, 20, sequence);
        shape.text.replace(shape.time, m_time.size(), m_time);
        ++m_count;
        return shape.text;
    }

private:
    static constexpr unsigned kShapes = 2'000;
    static constexpr unsigned kPublishers = 8;

    struct Shape
    {
        std::string text;
        std::size_t id = 0;
        std::size_t journey = 0;
        std::size_t sequence = 0;
        std::size_t time = 0;
    };

    static Shape shape(unsigned i)
    {
        static constexpr std::array<const char *, 10> kTypes{
            "page.loaded",      "product.viewed",   "page.loaded",    "cart.item_added",
            "checkout.started", "payment.approved", "payment.failed", "order.completed",
            "page.loaded",      "session.started"};
        static constexpr std::array<const char *, 4> kCountries{"DE", "FR", "US", "JP"};
        static constexpr std::array<const char *, 3> kPlatforms{"ios", "android", "web"};
        const char *type = kTypes[i / kPublishers % kTypes.size()];
        const bool failed = std::string_view(type) == "payment.failed";
        std::array<char, 640> text{};
        std::snprintf(
            text.data(), text.size(),
            R"({"specversion":"1.0","type":"%s","source":"/shop/web-%u","id":"@00000000000","time":"2026-11-23T00:00:00.000Z","subject":"#00000000","sequence":"$0000000000000000000","epoch":"7f3a","data":{"country":"%s","platform":"%s","app_version":"4.2.%u","provider":"pay-%u","amount":%u.%02u,"currency":"EUR","lcp_ms":%u.5,"ttfb_ms":%u%s}})",
            type, i % kPublishers, kCountries[i / 3 % kCountries.size()],
            kPlatforms[i / 5 % kPlatforms.size()], i % 5, i / 7 % 3, i % 300, i % 100,
            400 + i * 37 % 5000, 40 + i * 13 % 900,
            failed ? R"(,"error":{"message":"card 1234 was declined"})" : "");
        Shape shape{text.data()};
        shape.id = shape.text.find('@');
        shape.journey = shape.text.find('#');
        shape.sequence = shape.text.find('$');
        shape.time = shape.text.find("2026-");
        return shape;
    }

    static void write(Shape &shape, std::size_t at, std::size_t digits, std::uint64_t number)
    {
        for (std::size_t i = digits; i-- > 0; number /= 10)
            shape.text[at + i] = static_cast<char>('0' + number % 10);
    }

    std::vector<Shape> m_shapes;
    std::string m_time = "2026-11-23T00:00:00.000Z";
    std::uint64_t m_count = 0;
};

// One four-step funnel, three ratios, two latencies by two attributes, revenue, uniques.
inline ingest::config::Configuration shopConfiguration()
{
    using namespace ingest::config;
    const auto filters = [](const std::vector<std::string> &types) {
        std::vector<EventFilter> any;
        for (const std::string &type : types)
            any.push_back({type, {}});
        return any;
    };
    const auto signal = [](const char *name, SignalKind kind) {
        SignalConfiguration made;
        made.name = name;
        made.kind = kind;
        return made;
    };
    Configuration configuration;
    auto &signals = configuration.signals;
    signals.push_back(signal("checkout", SignalKind::funnel));
    signals.back().steps =
        filters({"cart.item_added", "checkout.started", "payment.approved", "order.completed"});
    constexpr std::array<std::array<const char *, 3>, 3> kRatios{
        {{"payments", "payment.approved", "payment.failed"},
         {"carts", "cart.item_added", "cart.add_failed"},
         {"checkouts", "checkout.started", "checkout.failed"}}};
    for (const auto &[name, good, bad] : kRatios) {
        signals.push_back(signal(name, SignalKind::ratio));
        signals.back().good = filters({good});
        signals.back().bad = filters({bad});
        signals.back().by = {"country", "provider"};
    }
    for (const char *field : {"lcp_ms", "ttfb_ms"}) {
        signals.push_back(signal(field, SignalKind::latency));
        signals.back().events = filters({"page.loaded"});
        signals.back().field = field;
        signals.back().by = {"platform", "country"};
    }
    signals.push_back(signal("revenue", SignalKind::sum));
    signals.back().events = filters({"order.completed"});
    signals.back().field = "amount";
    signals.push_back(signal("active", SignalKind::uniques));
    return configuration;
}

} // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of any events in any order at any times, under caps so low that few pass them; for
// the fuzz target and the replay of its corpus.
#pragma once

#include "ingest/engine.h"
#include "tests/fuzz/report_property.h"
#include "tests/ingest/support/raw_event.h"

#include <array>
#include <string>
#include <string_view>

namespace test {

// Reads eight bytes an event: what it is, whose it is, when it happened and when it arrived.
class EventBytes
{
public:
    static constexpr std::size_t kEach = 8;

    explicit EventBytes(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool atEnd() const { return m_bytes.size() < kEach; }

    RawEvent next()
    {
        static constexpr std::array kTypes{"a",  "bb", "c", "failed", "order.failed",
                                           "bx", "d",  "e"};
        RawEvent event;
        const unsigned kind = byte(0);
        event.type = kTypes[kind % kTypes.size()];
        event.failed = event.type.ends_with("failed");
        event.source = "/s" + std::to_string(byte(1) % 8);
        event.epoch = std::to_string(byte(1) / 8 % 4);
        if (byte(1) >= 64)
            event.sequence = byte(2) % 64;
        if (byte(1) >= 192)
            event.id = std::to_string(byte(2) / 16);
        if (byte(3) >= 16)
            event.journey = "j" + std::to_string(byte(3) % 16);
        // Minutes are long to walk through, and few of them are enough; of days two.
        m_now += byte(4) == 255   ? (m_days++ < 2 ? 91'000.0 : 700.0)
                 : byte(4) >= 250 ? 700.0
                                  : kSteps[byte(4) % kSteps.size()];
        event.arrival = at(m_now);
        if (byte(5) >= 8)
            event.time = at(m_now - kBehind[byte(5) % kBehind.size()] - byte(5) / 128 * 0.25);
        event.attributes = {{"c", "d" + std::to_string(byte(6) % 8)}, {"d", event.type}};
        event.numbers = {{"/data/x_ms", byte(7) * 10.0}};
        event.money = ingest::wire::Money{byte(7), {}};
        if (event.failed)
            event.message = "message " + std::string(1, static_cast<char>('a' + byte(7) % 16));
        if (kind >= 0xf0)
            event.kind = kind % 2 == 0 ? ingest::wire::EventKind::heartbeat
                                       : ingest::wire::EventKind::goodbye;
        m_bytes.remove_prefix(kEach);
        return event;
    }

private:
    static constexpr std::array kSteps{0.0, 0.0, 0.1, 0.5, 1.0, 2.0, 7.0, 0.0, 0.9, 31.0};
    static constexpr std::array kBehind{0.0,    0.3,     1.0,      5.0,  61.0, 700.0,
                                        4000.0, 90000.0, 200000.0, -5.0, -9.5, -100.0};

    [[nodiscard]] unsigned byte(std::size_t i) const
    {
        return static_cast<unsigned char>(m_bytes[i]);
    }

    std::string_view m_bytes;
    double m_now = 0;
    int m_days = 0;
};

// Behind the last event as many bytes may follow as make no event: that is how much is looked at.
// Everything costs several times what the events do, so few inputs shall have it.
inline constexpr std::size_t kLookAtEverything = EventBytes::kEach - 1;

// Reports one after the other, and the complaint.
inline ReportRun eventRun(std::string_view bytes, std::uint64_t hashSeed)
{
    using namespace ingest;
    static const auto tight = std::make_shared<const config::Configuration>(
        std::get<config::Configuration>(config::parseConfiguration(kTightToml, "tight.toml")));
    Engine engine(tight, hashSeed);
    EventBytes events(bytes);
    EventView view;
    ReportRun run;
    std::uint64_t received = 0;
    const std::size_t count = bytes.size() / EventBytes::kEach;
    const std::size_t rest = bytes.size() % EventBytes::kEach;
    const bool everything = rest == kLookAtEverything;
    const Window chosen = kWindows[(count + rest) % kWindows.size()];
    // One window half way and at the end; where everything is looked at it has its series, and the
    // others follow at the end.
    const auto look = [&](Window window) {
        const auto snapshot = engine.snapshot(window);
        run.json += report::toJson(*snapshot, everything && window == chosen);
        return snapshot->ledger;
    };
    for (std::size_t i = 0; !events.atEnd(); ++i) {
        const RawEvent event = events.next();
        engine.accept(view.of(event));
        received += event.kind == wire::EventKind::event ? 1 : 0;
        if (i == count / 2)
            look(chosen);
    }
    engine.advanceTo(Timestamp(bucketOf(engine.now())));
    const LedgerSnapshot ledger = look(chosen);
    for (const Window window : kWindows)
        if (everything && window != chosen)
            look(window);
    if (ledger.received != received || ledger.received != ledger.accepted + ledger.duplicate)
        run.complaint = "received is not accepted + duplicate";
    else if (ledger.accepted != ledger.inWindows + ledger.tooLate)
        run.complaint = "accepted is not in windows + too late";
    return run;
}

// Empty where the books balance and no figure depends on how hash tables are seeded.
inline std::string eventComplaint(std::string_view bytes)
{
    const ReportRun one = eventRun(bytes, 1);
    if (!one.complaint.empty())
        return one.complaint;
    return eventRun(bytes, 0xfedcba9876543210).json == one.json ? "" : "another seed differs";
}

} // namespace test

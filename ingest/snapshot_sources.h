// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a snapshot that says whether the rest can be trusted: the ledger, the sources, the
// sockets and the freshness of it all. Plain data; see Snapshot.
#pragma once

#include "ingest/time.h"
#include "ingest/wire/rejection.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ingest {

// received = accepted + duplicate + malformed; accepted = inWindows + tooLate.
struct LedgerSnapshot
{
    std::uint64_t received = 0;
    std::uint64_t accepted = 0;
    std::uint64_t inWindows = 0;
    std::uint64_t tooLate = 0;
    std::array<std::uint64_t, wire::kReasonCount> malformed{};
    std::uint64_t duplicate = 0;
    std::uint64_t late = 0;
    std::uint64_t revised = 0; // closed buckets that changed afterwards
    std::uint64_t retimed = 0;
    std::uint64_t lost = 0; // of the sources whose loss is known
    bool lossKnown = true;  // false: at least one source cannot tell
    std::uint64_t overflow = 0;
    std::uint64_t evictedJourneys = 0;
    std::uint64_t funnelBounded = 0; // journeys whose events in flight passed the cap
    [[nodiscard]] std::uint64_t malformedTotal() const
    {
        std::uint64_t total = 0;
        for (const std::uint64_t count : malformed)
            total += count;
        return total;
    }
};

// How history names the counters, besides the reasons of malformed.
inline constexpr std::array<std::pair<std::string_view, std::uint64_t LedgerSnapshot::*>, 10>
    kLedgerCounters{{{"received", &LedgerSnapshot::received},
                     {"accepted", &LedgerSnapshot::accepted},
                     {"in-windows", &LedgerSnapshot::inWindows},
                     {"too-late", &LedgerSnapshot::tooLate},
                     {"duplicate", &LedgerSnapshot::duplicate},
                     {"late", &LedgerSnapshot::late},
                     {"revised", &LedgerSnapshot::revised},
                     {"retimed", &LedgerSnapshot::retimed},
                     {"lost", &LedgerSnapshot::lost},
                     {"overflow", &LedgerSnapshot::overflow}}};

// Of the run before, that this one does not go on from.
struct EarlierLedger
{
    Second since{};
    Second until{};
    LedgerSnapshot ledger;
};

enum class SourceState : std::uint8_t { up, silent, goodbye };

// The last bytes of a source that did not become an event.
struct BadFrame
{
    wire::Reason reason{};
    Timestamp arrival{};
    std::string excerpt; // at most 1 KiB, unchecked
};

// One minute of a source, by arrival; what is missing by the time of the event that followed.
struct SourceMinute
{
    std::uint32_t received = 0;
    std::uint32_t late = 0;
    std::uint32_t lost = 0;
    bool operator==(const SourceMinute &) const = default;
};

// Where an epoch ended without goodbye and another followed: the source was heard last, and again.
struct UnknownTail
{
    Timestamp heard{};
    Timestamp again{};
    bool operator==(const UnknownTail &) const = default;
};

struct SourceSnapshot
{
    std::string source;
    std::string epoch;
    SourceState state = SourceState::up;
    bool beats = false; // it sends heartbeats
    std::uint64_t received = 0;
    std::optional<std::uint64_t> lost; // empty: unknown
    std::uint64_t duplicate = 0;
    std::uint64_t malformed = 0;
    std::uint64_t late = 0;
    bool tailUnknown = false;       // an epoch of it ended without goodbye
    std::uint64_t unknownTails = 0; // how many did
    std::vector<UnknownTail> tails; // of the last 256 epochs, oldest first
    bool sequenceReused = false;    // two different events under one sequence: loss unknown
    std::uint64_t restarts = 0;
    double eventsPerSecond = 0; // over the last 10 s of arrival
    // Of arrival - event time, of its latest 128 events within a minute; empty where there were
    // none.
    std::optional<double> skewMs; // the median
    std::optional<double> lagP99Ms;
    Timestamp lastSeen{}; // arrival of its last event or heartbeat
    std::array<std::uint64_t, wire::kReasonCount> malformedBy{};
    std::optional<BadFrame> lastBad;
    std::array<SourceMinute, 60> minutes{}; // oldest first, the last one still running
};

struct SocketSnapshot
{
    std::string endpoint;
    bool bound = false;
    bool sub = true;
    bool up = false; // bound, or connected to at least one peer
    int peers = 0;
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
    std::uint64_t reconnects = 0; // made by Bellwether after libzmq had given up
    std::string error;            // empty, or what is wrong and what to do about it
    std::string warning;          // empty, or what lasts and should not (an unauthenticated bind)
};

// What the ingest thread measured of itself.
struct LoadPoint
{
    double busy = 0;                 // share of one core's time not spent waiting
    std::uint64_t largestBurst = 0;  // frames found waiting at once
    std::uint64_t residentBytes = 0; // of the whole process; 0: unknown
};

struct LoadSnapshot
{
    LoadPoint last;               // over the last whole second
    std::uint64_t burstLimit = 0; // frames taken at once before the next look around
    std::chrono::seconds step{10};
    std::shared_ptr<const std::vector<LoadPoint>> course; // worst of each step, oldest first
};

struct TypeSnapshot
{
    std::string type;
    std::uint64_t count = 0; // since the start
};

enum class FreshnessState : std::uint8_t { waiting, live, stale };

struct Freshness
{
    FreshnessState state = FreshnessState::waiting;
    std::optional<Timestamp> lastEvent; // its arrival
    std::uint32_t sourcesUp = 0;
    std::uint32_t sourcesKnown = 0; // without those that said goodbye
    // Arrival - event time, over the last minute; empty where nothing came in it.
    std::optional<double> lagP50Ms;
    std::optional<double> lagP99Ms;
    std::optional<double> maxSkewMs; // of all sources; empty where none has any
};

} // namespace ingest

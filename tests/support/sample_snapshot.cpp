// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_snapshot.h"

#include "tests/support/sample_signals.h"

#include <string>

namespace samples {

namespace {

using namespace ingest;

LedgerSnapshot sampleLedger(const Course &course)
{
    const auto scaled = [&course](double count) {
        return static_cast<std::uint64_t>(count * course.scale() * course.observedMinutes() / 60);
    };
    LedgerSnapshot ledger;
    ledger.received = scaled(44'928'280);
    ledger.malformed[1] = scaled(4) > 0 ? 4 : 0;
    ledger.duplicate = scaled(1'212);
    ledger.accepted = ledger.received - ledger.duplicate - ledger.malformedTotal();
    ledger.tooLate = scaled(36);
    ledger.inWindows = ledger.accepted - ledger.tooLate;
    ledger.late = scaled(139'300);
    ledger.lost = scaled(8'934);
    return ledger;
}

std::vector<SourceSnapshot> sampleSources(bool stale)
{
    std::vector<SourceSnapshot> sources;
    for (const char *name :
         {"/shop/cart-1", "/shop/cart-2", "/shop/checkout-1", "/shop/checkout-2", "/shop/orders",
          "/shop/payments-gw-1", "/shop/payments-gw-2", "/shop/payments-gw-3", "/shop/search-eu-1",
          "/shop/search-eu-2", "/shop/session", "/shop/web-1", "/shop/web-2", "/shop/web-3"}) {
        SourceSnapshot source;
        source.source = name;
        source.epoch = "7f3a";
        source.beats = true;
        source.received = 3'209'162;
        source.lost = sources.size() == 9 ? 8'934 : 0;
        source.eventsPerSecond = 891;
        source.skewMs = 12;
        source.lagP99Ms = 412;
        source.lastSeen = sampleAsOf() - std::chrono::milliseconds(stale ? 252'000 : 200);
        if (stale || sources.size() == 9)
            source.state = SourceState::silent;
        sources.push_back(source);
    }
    return sources;
}

} // namespace

std::shared_ptr<const Snapshot> sampleSnapshot(Sample sample, Window window)
{
    auto snapshot = std::make_shared<Snapshot>();
    Course course(sample, window);
    const bool stale = sample == Sample::stale;
    const bool empty = sample == Sample::empty;
    snapshot->asOf = sampleAsOf();
    snapshot->engineTime = sampleAsOf();
    snapshot->window = window;
    snapshot->observed = std::chrono::duration<double>(course.observedMinutes() * 60);
    snapshot->configuration = std::make_shared<config::Configuration>(
        empty ? config::Configuration{} : sampleConfiguration());
    snapshot->metrics =
        std::make_shared<Metrics>(empty ? Metrics{} : sampleMetrics(course, window, stale));
    if (empty)
        return snapshot;
    snapshot->startedAt =
        sampleAsOf() - std::chrono::duration_cast<Nanoseconds>(snapshot->observed);
    snapshot->ledger = sampleLedger(course);
    snapshot->freshness.state = stale ? FreshnessState::stale : FreshnessState::live;
    snapshot->freshness.lastEvent = sampleAsOf() - std::chrono::milliseconds(stale ? 252'000 : 200);
    snapshot->freshness.sourcesUp = stale ? 0 : 13;
    snapshot->freshness.sourcesKnown = 14;
    snapshot->freshness.lagP50Ms = 84;
    snapshot->freshness.lagP99Ms = 412;
    snapshot->freshness.maxSkewMs = 38;
    snapshot->eventsPerSecond = stale ? 0 : 12'480 * course.scale();
    snapshot->sources = sampleSources(stale);
    snapshot->sourcesTotal = snapshot->sources.size();
    snapshot->types = {{"page.viewed", 18'000'000}, {"session.started", 284'900}};
    return snapshot;
}

} // namespace samples

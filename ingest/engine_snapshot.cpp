// SPDX-License-Identifier: GPL-3.0-or-later
// The snapshot build of the engine.
#include "ingest/engine_state.h"
#include "ingest/metrics/window_edges.h"

#include <algorithm>

namespace ingest {

namespace {

constexpr std::size_t kShownSources = 200;
constexpr std::size_t kShownTypes = 50;
constexpr Seconds kLongestWithOpenSecond{300}; // beyond, a second is less than a pixel

constexpr Seconds kWorthHatching{2};

std::chrono::duration<double> observedPart(Window window, Timestamp start, Second asOf,
                                           const metrics::AwaySpans &away)
{
    const Nanoseconds sinceStart = std::max(Nanoseconds{0}, asOf - start);
    if (window == Window::all)
        return std::max(Nanoseconds{0}, sinceStart - away.total());
    const Nanoseconds span = std::min<Nanoseconds>(sinceStart, spanOf(window));
    return span - away.within(asOf - span, asOf);
}

// Where there are none, `observed` says it all.
void putAway(const metrics::AwaySpans &away, Snapshot &snapshot)
{
    const Second start = std::max(std::chrono::round<Seconds>(*snapshot.startedAt),
                                  metrics::windowStart(snapshot.window, snapshot.asOf));
    Second from = start;
    for (const metrics::AwaySpans::Span &span : away.spans()) {
        const Second left = std::chrono::round<Seconds>(span.from);
        const Second back = std::min(std::chrono::round<Seconds>(span.to), snapshot.asOf);
        if (back <= from || back - left < kWorthHatching)
            continue;
        if (left > from)
            snapshot.unobserved.push_back({left, back});
        else
            from = back;
        snapshot.observedFrom = from;
    }
}

// How long nine in ten conversions take; half an hour where no funnel says it.
Seconds maturingOf(const Metrics &metrics, const config::Configuration &configuration)
{
    for (const SignalSnapshot &signal : metrics.signals)
        if (signal.name == configuration.experience.conversion)
            if (const auto *funnel = std::get_if<FunnelSnapshot>(&signal.value))
                return funnel->maturing;
    return std::chrono::minutes{30};
}

} // namespace

std::shared_ptr<const Snapshot> Engine::snapshot(Window window, std::optional<Seconds> step)
{
    return m_state->snapshot(window, step);
}

std::shared_ptr<const Snapshot> Engine::State::snapshot(Window window, std::optional<Seconds> step)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->configuration = configuration;
    snapshot->window = window;
    snapshot->asOf = asOf;
    snapshot->engineTime = now;
    if (started) {
        snapshot->startedAt = startedAt;
        snapshot->observed = observedPart(window, startedAt, asOf, sources.away());
        putAway(sources.away(), *snapshot);
    }
    snapshot->metrics = metrics(window, step);
    snapshot->open = open(window, step);
    snapshot->ledger = ledger();
    snapshot->freshness = trust.freshness(arrivals, sources, now);
    snapshot->eventsPerSecond = arrivals.perSecond();
    snapshot->sources = sources.rows(now, kShownSources);
    for (const SourceSnapshot &source : snapshot->sources)
        if (source.skewMs)
            snapshot->freshness.maxSkewMs =
                std::max(snapshot->freshness.maxSkewMs.value_or(0), std::abs(*source.skewMs));
    snapshot->sourcesTotal = sources.size();
    snapshot->types = types.most(kShownTypes);
    snapshot->kept = keeper.view();
    snapshot->incidents = madeIncidents;
    snapshot->markers = madeMarkers;
    snapshot->markersDropped = markers.dropped();
    return snapshot;
}

// After the metrics, whose currency the sums are of.
std::optional<OpenSecond> Engine::State::open(Window window, std::optional<Seconds> step)
{
    if (window == Window::all || spanOf(window) > kLongestWithOpenSecond || step || !started)
        return std::nullopt;
    OpenSecond open;
    open.failures = categories.failures().open();
    const metrics::View view{window, asOf, 0, std::nullopt, std::nullopt};
    for (const auto &signal : signals)
        open.signals.push_back(signal ? signal->open(view) : OpenPoint{});
    return open;
}

LedgerSnapshot Engine::State::ledger()
{
    LedgerSnapshot ledger = intake.total();
    ledger.lost = sources.lost();
    ledger.lossKnown = sources.lossKnown();
    ledger.overflow =
        sources.overflow() + types.overflow() + categories.overflow() + funnels.overflow();
    for (const auto &signal : signals)
        ledger.overflow += signal ? signal->overflow() : 0;
    ledger.evictedJourneys = funnels.evictedJourneys();
    ledger.funnelBounded = funnels.boundedJourneys();
    return ledger;
}

std::shared_ptr<const Metrics> Engine::State::metrics(Window window, std::optional<Seconds> step)
{
    const Made wanted{window,
                      step,
                      asOf,
                      revision,
                      sources.lost(),
                      sources.lossKnown(),
                      sources.unknownTails(),
                      trust.silentSources(sources, now)};
    if (made && madeFor == wanted)
        return made;
    auto metrics = std::make_shared<Metrics>();
    metrics->windowLedger = intake.inWindow(window);
    metrics::View view{window, asOf, 0, std::nullopt, step};
    putLoss(view, *metrics);
    metrics->failuresCount = categories.failures().count(window);
    const Series<std::uint64_t> failures = categories.failures().series(window, gridOf(view));
    metrics->failures = {failures.start, failures.step, failures.partial, {}};
    metrics->failures.points.assign(failures.points.begin(), failures.points.end());

    view.observedSeconds = observedPart(window, startedAt, asOf, sources.away()).count();
    if (metrics->windowLedger.lossKnown)
        view.lost = metrics->windowLedger.lost;
    const std::vector<Nanoseconds> unheard = sources.unheardAroundTails(
        window == Window::all ? startedAt : Timestamp(metrics::windowStart(window, asOf)));
    for (std::size_t i = 0; i < signals.size(); ++i)
        metrics->signals.push_back(signal(i, view, wanted.silent, unheard));
    metrics->categories = categories.snapshot(view);
    const Seconds maturing = maturingOf(*metrics, *configuration);
    watch.describe(metrics->categories, view, {startedAt, sources.away()}, maturing, categories);
    madeIncidents = watch.incidents(asOf, maturing, categories);
    madeMarkers = markers.until(asOf);
    made = std::move(metrics);
    madeFor = wanted;
    return made;
}

void Engine::State::putLoss(const metrics::View &view, Metrics &metrics) const
{
    const metrics::ChartGrid grid = gridOf(view);
    metrics.lost = {grid.start, grid.step, grid.partial, {}};
    metrics.lost.points.resize(grid.points);
    const Second start = metrics::windowStart(view.window, asOf);
    std::uint64_t lost = 0;
    sources.forEachGap([&](std::uint64_t count, Timestamp time) {
        const Second bucket = bucketOf(time);
        if (bucket > asOf)
            return;
        if (bucket > start)
            lost += count;
        if (grid.holds(bucket))
            metrics.lost.points[grid.pointOf(bucket)] += count;
    });
    metrics.windowLedger.lost = view.window == Window::all ? sources.lost() : lost;
    metrics.windowLedger.lossKnown = sources.lossKnown();
}

SignalSnapshot Engine::State::signal(std::size_t index, const metrics::View &view,
                                     const std::vector<bool> &silent,
                                     const std::vector<Nanoseconds> &unheard)
{
    const config::SignalConfiguration &configured = configuration->signals[index];
    SignalSnapshot snapshot;
    snapshot.name = configured.name;
    snapshot.title = configured.title.empty() ? configured.name : configured.title;
    snapshot.kind = configured.kind;
    if (signals[index]) {
        snapshot.value = signals[index]->value(view);
        snapshot.by = signals[index]->breakdowns(view);
    } else {
        snapshot.value = funnels.value(index, view);
        snapshot.by = funnels.breakdowns(index, view);
    }
    trust.putSilence(index, sources, silent, snapshot);
    trust.putTails(index, sources, unheard, snapshot);
    return snapshot;
}

} // namespace ingest

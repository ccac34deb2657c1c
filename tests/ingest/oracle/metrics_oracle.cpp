// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/oracle/metrics_oracle.h"

#include "tests/ingest/oracle/signal_oracle.h"

#include <algorithm>

namespace oracle {

using namespace ingest;
using config::SignalConfiguration;
using config::SignalKind;

namespace {

constexpr std::size_t kShown = 20;

std::vector<Kept> charted(const EventLog &log, const Frame &frame)
{
    const Timestamp start{Seconds{gridOf(frame.window, frame.asOf, frame.step).start}};
    std::vector<Kept> inside;
    for (const Kept &kept : log.kept())
        if (kept.time > start && kept.time <= frame.asOf)
            inside.push_back(kept);
    return inside;
}

void addTo(std::vector<Kept> &into, const std::vector<Kept> &events)
{
    into.insert(into.end(), events.begin(), events.end());
}

// How many events decide the order of a breakdown: events, or journeys where those are counted.
std::uint64_t weightOf(const SignalConfiguration &signal, const std::vector<Kept> &events)
{
    if (signal.kind != SignalKind::uniques)
        return events.size();
    return std::get<UniquesSnapshot>(valueOf(signal, events, {}, {})).count;
}

// Rows have no series.
SignalValue rowOf(const SignalConfiguration &signal, const std::vector<Kept> &events,
                  const Frame &frame)
{
    SignalValue value = valueOf(signal, events, {}, frame);
    std::visit(
        [](auto &kind) {
            kind.series = {};
            if constexpr (requires { kind.counts; })
                kind.counts = {};
        },
        value);
    return value;
}

Breakdown breakdownOf(const SignalConfiguration &signal, const std::string &attribute,
                      const std::vector<Kept> &events, const Frame &frame)
{
    std::map<std::string, std::vector<Kept>> byValue;
    for (const Kept &kept : events)
        for (const auto &[name, value] : kept.raw->attributes)
            if (name == attribute)
                byValue[value].push_back(kept);
    std::vector<std::pair<std::string, std::vector<Kept>>> rows(byValue.begin(), byValue.end());
    std::ranges::stable_sort(rows, [&](const auto &a, const auto &b) {
        return weightOf(signal, a.second) > weightOf(signal, b.second);
    });
    Breakdown breakdown{attribute, {}};
    std::vector<Kept> rest;
    std::uint64_t restWeight = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i < kShown) {
            breakdown.rows.push_back({rows[i].first, rowOf(signal, rows[i].second, frame)});
            continue;
        }
        addTo(rest, rows[i].second);
        restWeight += weightOf(signal, rows[i].second);
    }
    if (rest.empty())
        return breakdown;
    SignalValue value = rowOf(signal, rest, frame);
    if (auto *uniques = std::get_if<UniquesSnapshot>(&value))
        *uniques = {restWeight, rows.size() == kShown + 1, {}};
    breakdown.rows.push_back({"(other)", std::move(value)});
    return breakdown;
}

// The four messages of the random stream, masked by hand.
std::string masked(const std::string &message)
{
    if (message.starts_with("card"))
        return "card <num> was declined";
    return message.starts_with("timeout") ? "timeout after <num>s" : message;
}

std::string categoryOf(const test::RawEvent &event)
{
    if (!event.category.empty())
        return event.category;
    return event.message.empty() ? event.type : masked(event.message);
}

Series<std::uint64_t> countsOf(const std::vector<Kept> &events, const Frame &frame)
{
    SignalConfiguration every;
    return std::get<RateSnapshot>(valueOf(every, events, events, frame)).series;
}

std::vector<Kept> failing(const std::vector<Kept> &events, const std::string &category = {})
{
    std::vector<Kept> failing;
    for (const Kept &kept : events)
        if (kept.raw->failed && (category.empty() || categoryOf(*kept.raw) == category))
            failing.push_back(kept);
    return failing;
}

// What a category is called by is learned from every event received.
void describe(CategorySnapshot &row, const std::vector<Kept> &ever)
{
    const auto byTime = [](const Kept &a, const Kept &b) { return a.time < b.time; };
    row.firstSeen = std::ranges::min_element(ever, byTime)->time;
    row.lastSeen = std::ranges::max_element(ever, byTime)->time;
    std::set<std::pair<std::string, std::string>> latest;
    for (const Kept &kept : ever)
        if (kept.time == row.lastSeen)
            latest.emplace(masked(kept.raw->message), kept.raw->type);
    std::tie(row.fingerprint, row.type) = *latest.begin();
}

std::vector<CategorySnapshot> categoriesOf(const EventLog &log, const std::vector<Kept> &events,
                                           const std::vector<Kept> &chart, const Frame &frame)
{
    std::set<std::string> names;
    for (const Kept &kept : failing(events))
        names.insert(categoryOf(*kept.raw));
    std::vector<CategorySnapshot> rows;
    for (const std::string &name : names) {
        const std::vector<Kept> inside = failing(events, name);
        CategorySnapshot &row = rows.emplace_back();
        row.category = name;
        row.count = inside.size();
        std::set<std::string> journeys;
        for (const Kept &kept : inside)
            if (!kept.raw->journey.empty())
                journeys.insert(kept.raw->journey);
        row.journeys = journeys.size();
        row.series = countsOf(failing(chart, name), frame);
        describe(row, failing(log.kept(), name));
    }
    std::ranges::stable_sort(rows, std::greater{}, &CategorySnapshot::count);
    return rows;
}

void putLoss(const EventLog::Loss &loss, const Frame &frame, Metrics &metrics)
{
    const Grid grid = gridOf(frame.window, frame.asOf, frame.step);
    metrics.lost = {Second{Seconds{grid.start}}, Seconds{grid.step}, grid.partial,
                    std::vector<std::uint64_t>(grid.points)};
    metrics.windowLedger.lossKnown = loss.known;
    for (const auto &[time, count] : loss.gaps) {
        const auto bucket = std::chrono::ceil<Seconds>(time);
        const std::int64_t second = bucket.time_since_epoch().count();
        if (frame.window == Window::all)
            metrics.windowLedger.lost += count;
        if (bucket > frame.asOf)
            continue;
        if (frame.window != Window::all && second > startOf(frame.window, frame.asOf))
            metrics.windowLedger.lost += count;
        if (second > grid.start)
            metrics.lost.points[static_cast<std::size_t>((second - grid.start - 1) / grid.step)] +=
                count;
    }
}

} // namespace

Metrics metricsOf(const EventLog &log, const config::Configuration &configuration, Window window,
                  Second asOf, std::optional<Seconds> step)
{
    const std::vector<Kept> events = log.inWindow(window, asOf);
    const std::chrono::duration<double> sinceStart = asOf - log.start();
    Frame frame{window, asOf, std::max(0.0, sinceStart.count()), std::nullopt, step};
    const std::vector<Kept> chart = charted(log, frame);
    if (window != Window::all)
        frame.observedSeconds =
            std::min(frame.observedSeconds, static_cast<double>(spanOf(window).count()));
    Metrics metrics;
    metrics.windowLedger.accepted = events.size();
    metrics.windowLedger.retimed =
        static_cast<std::uint64_t>(std::ranges::count(events, true, &Kept::retimed));
    putLoss(log.loss(), frame, metrics);
    if (metrics.windowLedger.lossKnown)
        frame.lost = metrics.windowLedger.lost;
    metrics.failuresCount = failing(events).size();
    const Series<std::uint64_t> failures = countsOf(failing(chart), frame);
    metrics.failures = {failures.start,
                        failures.step,
                        failures.partial,
                        {failures.points.begin(), failures.points.end()}};
    metrics.categories = categoriesOf(log, events, chart, frame);
    for (const SignalConfiguration &signal : configuration.signals) {
        SignalSnapshot &snapshot = metrics.signals.emplace_back();
        snapshot.name = signal.name;
        snapshot.kind = signal.kind;
        const std::vector<Kept> concerned = concerning(signal, events);
        snapshot.value = valueOf(signal, concerned, concerning(signal, chart), frame);
        if (signal.kind == SignalKind::funnel)
            continue;
        for (const std::string &attribute : signal.by)
            snapshot.by.push_back(breakdownOf(signal, attribute, concerned, frame));
    }
    return metrics;
}

} // namespace oracle

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history_feed.h"

#include "ingest/config/configuration.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/store/history_store.h"
#include "ingest/store/kept_state.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <variant>

namespace ingest {

namespace {

// A clock may be set back a little.
constexpr std::chrono::minutes kMostAhead{1};
// Seconds that are written in one transaction, so that none takes long, and those that a start
// writes again.
constexpr int kMostAtOnce = 60;
constexpr Seconds kWrittenAgain{300};

// The start of the span (from, from + length] that holds `second`.
Second startOf(Second second, Seconds length)
{
    const Seconds since = (second - Seconds{1}).time_since_epoch();
    return Second{since - since % length};
}

// How old the cohorts of seconds are when they are written again: their journeys have gone on.
constexpr std::array<Seconds, 9> kCohortAges{Seconds{15},   Seconds{60},   Seconds{120},
                                             Seconds{300},  Seconds{600},  Seconds{900},
                                             Seconds{1800}, Seconds{2700}, Seconds{3500}};

bool isOfNothing(const Rollup &rollup)
{
    return rollup.n == 0 && rollup.bad == 0 && rollup.sumMinor == 0;
}

class Collected
{
public:
    explicit Collected(const SelfConfiguringEngine &engine) : m_engine(engine) {}

    // The running span of this length and those before it, `count` of them.
    void take(Second asOf, Seconds length, int count, bool byValue)
    {
        Second from = startOf(asOf, length);
        for (int i = 0; i < count; ++i, from -= length) {
            append(m_engine.rollups(from, length, byValue));
            if (byValue)
                whole.emplace_back(from, length);
        }
    }
    // The second that ends here. What is nothing needs no row: that it was observed has one.
    void takeSecond(Second end)
    {
        std::vector<Rollup> rows = m_engine.rollups(end - kSecondLong, kSecondLong);
        if (rows.empty())
            return; // not observed: what a run that crashed wrote of it stays
        std::erase_if(rows, &isOfNothing);
        append(std::move(rows));
        whole.emplace_back(end - kSecondLong, kSecondLong);
    }
    void takeSeconds(Second first, Second last)
    {
        for (Second end = first; end <= last; end += kSecondLong)
            takeSecond(end);
    }
    // The running ten seconds and those before, of signals that have no shorter ones.
    void takeTens(Second asOf, int count)
    {
        for (int i = 0; i < count; ++i)
            append(m_engine.rollupsOf(config::SignalKind::uniques,
                                      startOf(asOf, kTenSeconds) - i * kTenSeconds, kTenSeconds));
    }
    void takeCohorts(Second end)
    {
        append(m_engine.rollupsOf(config::SignalKind::funnel, end - kSecondLong, kSecondLong));
    }
    // Journeys that convert after more than the last hour: what became of those whose time is up.
    void takeSettled(Second asOf)
    {
        std::set<Seconds> spans;
        for (const config::SignalConfiguration &signal : m_engine.configuration()->signals)
            if (signal.kind == config::SignalKind::funnel && signal.within >= 59 * kMinuteLong)
                spans.insert(signal.within);
        for (const Seconds within : spans)
            for (const Seconds length : {kMinuteLong, kHourLong})
                for (const Seconds back : {within, within + length})
                    append(m_engine.rollupsOf(config::SignalKind::funnel,
                                              startOf(asOf - back, length), length));
    }
    std::vector<Rollup> rollups;
    std::vector<std::pair<Second, Seconds>> whole;

private:
    void append(std::vector<Rollup> more)
    {
        std::move(more.begin(), more.end(), std::back_inserter(rollups));
    }
    const SelfConfiguringEngine &m_engine;
};

struct EarlierRun
{
    SelfConfiguringEngine engine;
    std::string part;
};

struct Refused
{
    std::string words;
};

// What the run before left beside this store.
std::variant<std::monostate, EarlierRun, Refused>
leftAt(const std::string &store, const config::Configuration &configuration, Timestamp now)
{
    auto read = store::readKeptState(store);
    if (const auto *problem = std::get_if<store::KeptStateProblem>(&read))
        return Refused{problem->words};
    auto &kept = std::get<std::optional<store::KeptState>>(read);
    if (!kept)
        return std::monostate{};
    const std::string file = store::keptStateFile(store) + ": ";
    auto restored = SelfConfiguringEngine::restored(configuration, kept->state);
    if (const auto *refusal = std::get_if<state::StateRefusal>(&restored))
        return Refused{file + refusal->words};
    auto &engine = std::get<SelfConfiguringEngine>(restored);
    if (engine.now() > now + kMostAhead)
        return Refused{file + "a state of a time to come"};
    return EarlierRun{std::move(engine), std::move(kept->part)};
}

} // namespace

HistoryFeed::HistoryFeed(const std::string &path, const config::HistoryConfiguration &keep)
    : m_path(path), m_taken(!path.empty() && store::HistoryStore::isTaken(path))
{
    if (!path.empty())
        m_writer = std::make_unique<store::HistoryWriter>(path, keep);
}

HistoryFeed::~HistoryFeed() = default;

std::optional<SelfConfiguringEngine>
HistoryFeed::resumed(const config::Configuration &configuration, Timestamp now)
{
    if (!m_writer || m_taken)
        return std::nullopt;
    auto left = leftAt(m_path, configuration, now);
    if (auto *before = std::get_if<EarlierRun>(&left)) {
        before->engine.resumeAt(now);
        m_part = std::move(before->part);
        m_last = {};
        m_seconds.clear();
        return std::move(before->engine);
    }
    if (const auto *refused = std::get_if<Refused>(&left)) {
        const std::string aside = store::setAsideKeptState(m_path);
        m_refusal = "Counting began anew: " + refused->words +
                    (aside.empty() ? std::string() : "; it is kept as " + aside);
    }
    return std::nullopt;
}

void HistoryFeed::keep(const SelfConfiguringEngine &engine)
{
    // Suggested signals are suggested anew: the next run may listen to another shop.
    if (!keeps() || engine.configuration()->suggested)
        return;
    if (auto state = engine.checkpoint())
        m_writer->keep({m_part, std::move(*state)});
}

void HistoryFeed::restart(Timestamp now)
{
    m_part = std::to_string(now.time_since_epoch().count());
    m_last = {};
    m_seconds.clear();
}

void HistoryFeed::tick(const SelfConfiguringEngine &engine, bool all)
{
    const Second asOf = std::chrono::floor<Seconds>(engine.now());
    // Signals that are still being learnt change their meaning; all are written once settled.
    if (!m_writer || engine.learning() || (asOf <= m_last && !all))
        return;
    collectSeconds(engine, asOf);
    m_writer->offer(all ? ending(engine, asOf) : lately(engine, asOf));
    m_last = asOf;
}

// Those that have closed since, and closed ones that something entered since.
void HistoryFeed::collectSeconds(const SelfConfiguringEngine &engine, Second asOf)
{
    for (Second end = std::max(m_last, asOf - kWrittenAgain) + kSecondLong; end <= asOf;
         end += kSecondLong)
        m_seconds.insert(end);
    for (const Second end : engine.revisedSince(m_last))
        m_seconds.insert(end);
    m_seconds.erase(m_seconds.begin(), m_seconds.upper_bound(asOf - kHourLong));
}

RollupBatch HistoryFeed::lastHour(const SelfConfiguringEngine &engine, const std::string &part,
                                  bool fine)
{
    const Second asOf = std::chrono::floor<Seconds>(engine.now());
    Collected collected(engine);
    if (fine) {
        collected.takeSeconds(asOf - kHourLong + kSecondLong, asOf);
        collected.takeTens(asOf, 360);
    }
    collected.take(asOf, kMinuteLong, 60, true);
    collected.take(asOf, kHourLong, 2, true);
    collected.takeSettled(asOf);
    return {part, asOf.time_since_epoch().count(), std::move(collected.rollups),
            std::move(collected.whole)};
}

RollupBatch HistoryFeed::ending(const SelfConfiguringEngine &engine, Second asOf)
{
    RollupBatch batch = lastHour(engine, m_part, false);
    Collected fine(engine);
    for (Second end = asOf - kHourLong + kSecondLong; end <= asOf; end += kSecondLong)
        if (m_seconds.erase(end) != 0)
            fine.takeSecond(end);
        else
            fine.takeCohorts(end);
    fine.takeTens(asOf, 360);
    std::ranges::move(fine.rollups, std::back_inserter(batch.rollups));
    std::ranges::move(fine.whole, std::back_inserter(batch.whole));
    return batch;
}

RollupBatch HistoryFeed::lately(const SelfConfiguringEngine &engine, Second asOf)
{
    Collected collected(engine);
    const bool whole = startOf(asOf, kMinuteLong) != startOf(m_last, kMinuteLong);
    for (int left = kMostAtOnce; left > 0 && !m_seconds.empty(); --left) {
        const auto newest = std::prev(m_seconds.end());
        collected.takeSecond(*newest);
        m_seconds.erase(newest);
    }
    for (const Seconds age : kCohortAges)
        collected.takeCohorts(asOf - age);
    collected.takeTens(asOf, whole ? 30 : 2);
    if (whole) {
        collected.take(asOf, kMinuteLong, 5, true);
        collected.take(asOf - 5 * kMinuteLong, kMinuteLong, 55, false);
        collected.take(asOf, kHourLong, 2, true);
        collected.takeSettled(asOf);
    } else {
        collected.take(asOf, kMinuteLong, 2, false);
    }
    return {m_part, asOf.time_since_epoch().count(), std::move(collected.rollups),
            std::move(collected.whole)};
}

std::vector<std::string> HistoryFeed::warnings() const
{
    return m_writer ? m_writer->warnings() : std::vector<std::string>();
}

} // namespace ingest

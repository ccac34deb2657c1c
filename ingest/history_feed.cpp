// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history_feed.h"

#include "ingest/collected_rows.h"
#include "ingest/config/configuration.h"
#include "ingest/store/history_store.h"
#include "ingest/store/kept_state.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <variant>

namespace ingest {

namespace {

// A clock may be set back a little.
constexpr std::chrono::minutes kMostAhead{1};
// Seconds that are written in one transaction, so that none takes long, and those that a start
// writes again.
constexpr int kMostAtOnce = 60;
constexpr Seconds kWrittenAgain{300};

// How old the cohorts of seconds are when they are written again: their journeys have gone on.
constexpr std::array<Seconds, 9> kCohortAges{Seconds{15},   Seconds{60},   Seconds{120},
                                             Seconds{300},  Seconds{600},  Seconds{900},
                                             Seconds{1800}, Seconds{2700}, Seconds{3500}};

struct EarlierRun
{
    SelfConfiguringEngine engine;
    std::string part;
};

struct Refused
{
    std::string words;
};

// Whether its signals were suggested by the traffic of other sources than these: for another shop
// they are suggested anew.
bool isOfAnotherShop(const std::string &state, const config::Configuration &configuration)
{
    const auto learnt = configuration.signals.empty() ? Engine::suggestionIn(state) : std::nullopt;
    return learnt && learnt->sources != configuration.sources;
}

// What the run before left beside this store.
std::variant<std::monostate, EarlierRun, Refused>
leftAt(const std::string &store, const config::Configuration &configuration, Timestamp now)
{
    auto read = store::readKeptState(store);
    if (const auto *problem = std::get_if<store::KeptStateProblem>(&read))
        return Refused{problem->words};
    auto &kept = std::get<std::optional<store::KeptState>>(read);
    if (!kept || isOfAnotherShop(kept->state, configuration))
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

// All of the last hour's minutes and the last two hours.
void takeMinutes(CollectedRows &collected, Second asOf)
{
    collected.take(asOf, kMinuteLong, 60, true);
    collected.take(asOf, kHourLong, 2, true);
    collected.takeSettled(asOf);
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
        beginPart(std::move(before->part));
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
    if (!keeps())
        return;
    if (auto state = engine.freeze())
        m_writer->keep(m_part, std::move(*state));
}

void HistoryFeed::restart(Timestamp now)
{
    beginPart(std::to_string(now.time_since_epoch().count()));
}

// Of which nothing is written yet by this process.
void HistoryFeed::beginPart(std::string part)
{
    m_part = std::move(part);
    m_last = {};
    m_seconds.clear();
    m_standing.clear();
}

void HistoryFeed::tick(const SelfConfiguringEngine &engine, bool all)
{
    const Second asOf = std::chrono::floor<Seconds>(engine.now());
    // Signals that are still being learnt change their meaning; all are written once settled.
    if (!m_writer || engine.learning() || (asOf <= m_last && !all))
        return;
    collectSeconds(engine, asOf);
    RollupBatch batch = all ? ending(engine, asOf) : lately(engine, asOf);
    batch.notes =
        notes(engine, all || spanStart(asOf, kMinuteLong) != spanStart(m_last, kMinuteLong));
    m_writer->offer(std::move(batch));
    m_last = asOf;
}

// What stands is written when it changes, and with what is counted once a minute.
std::vector<Note> HistoryFeed::notes(const SelfConfiguringEngine &engine, bool counted)
{
    std::vector<Note> standing = engine.standingNotes();
    if (!counted && standing == m_standing)
        return {};
    std::vector<Note> notes = standing;
    for (const Note &before : m_standing) // nobody looks after it any more
        if (before.kind == kAcknowledged &&
            std::ranges::find(standing, before.key(), &Note::key) == standing.end())
            notes.push_back({before.kind, before.name, 0, {}, {}, 0, {}});
    m_standing = std::move(standing);
    if (counted)
        std::ranges::move(engine.countedNotes(), std::back_inserter(notes));
    return notes;
}

// Those that have closed since, and closed ones that something entered since.
void HistoryFeed::collectSeconds(const SelfConfiguringEngine &engine, Second asOf)
{
    for (Second end = std::max(m_last, asOf - kWrittenAgain) + kSecondLong; end <= asOf;
         end += kSecondLong)
        m_seconds.insert(end);
    for (const Second end : engine.revisedSince(m_last))
        m_seconds.insert(end);
    if (const std::uint64_t shed = m_writer->shed(); shed != m_shed && m_writer->settled()) {
        m_shed = shed; // what was in those is written now that it can be
        for (Second end = asOf - kHourLong + kSecondLong; end < asOf; end += kSecondLong)
            m_seconds.insert(end);
    }
    m_seconds.erase(m_seconds.begin(), m_seconds.upper_bound(asOf - kHourLong));
}

RollupBatch HistoryFeed::lastHour(const SelfConfiguringEngine &engine, const std::string &part,
                                  bool fine)
{
    const Second asOf = std::chrono::floor<Seconds>(engine.now());
    CollectedRows collected(engine);
    if (fine) {
        collected.takeSeconds(asOf - kHourLong + kSecondLong, asOf);
        collected.takeTens(asOf, 360);
    }
    takeMinutes(collected, asOf);
    return {part, asOf.time_since_epoch().count(), std::move(collected.rollups),
            std::move(collected.whole), engine.countedNotes()};
}

RollupBatch HistoryFeed::ending(const SelfConfiguringEngine &engine, Second asOf)
{
    CollectedRows collected(engine);
    takeMinutes(collected, asOf);
    for (Second end = asOf - kHourLong + kSecondLong; end <= asOf; end += kSecondLong)
        if (m_seconds.erase(end) != 0)
            collected.takeSecond(end);
        else
            collected.takeCohorts(end);
    collected.takeTens(asOf, 360);
    return {m_part, asOf.time_since_epoch().count(), std::move(collected.rollups),
            std::move(collected.whole)};
}

RollupBatch HistoryFeed::lately(const SelfConfiguringEngine &engine, Second asOf)
{
    CollectedRows collected(engine);
    const bool whole = spanStart(asOf, kMinuteLong) != spanStart(m_last, kMinuteLong);
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

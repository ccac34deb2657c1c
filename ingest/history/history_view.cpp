// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/history_view.h"

#include "ingest/history/past_categories.h"
#include "ingest/history/stored_window.h"
#include "ingest/metrics/time_ring.h"
#include "ingest/self_configuring_engine.h"

#include <algorithm>
#include <utility>

namespace ingest::history {

namespace {

// What could not be read, because the file was not there yet or was being mended.
constexpr Seconds kAskAgainAfter{2};

Second hourStart(Second asOf)
{
    return metrics::stepEnd(asOf, kHourLong) - kHourLong;
}

// From where on a window of days takes what this run saw from the engine: its last two hours.
Second ownHours(Second asOf)
{
    return hourStart(asOf) - kHourLong;
}

// False, and an empty window, where nothing could be read.
bool answer(Letter<PastWindow> &letter, Seconds resolution, Window window,
            std::shared_ptr<const PastWindow> read)
{
    const bool well = read != nullptr;
    if (well)
        letter.put(std::move(read));
    else
        letter.putInstead(
            std::make_shared<PastWindow>(resolution, chartStepOf(window), std::vector<Rollup>()));
    return well;
}

Seconds maturingOf(const Snapshot &snapshot)
{
    if (snapshot.metrics)
        for (const SignalSnapshot &signal : snapshot.metrics->signals)
            if (signal.name == snapshot.configuration->experience.conversion)
                if (const auto *funnel = std::get_if<FunnelSnapshot>(&signal.value))
                    return funnel->maturing;
    return std::chrono::minutes{30};
}

EngineRows rowsOf(const SelfConfiguringEngine &engine)
{
    return {[&engine](Second from, Seconds length) { return engine.rollups(from, length); },
            [&engine](Second from, Seconds length) {
                return engine.rollupsOf(config::SignalKind::funnel, from, length);
            }};
}

} // namespace

HistoryView::HistoryView(const std::string &path, std::function<void()> whenRead)
{
    if (!path.empty())
        m_reading = std::make_unique<ReadingThread>(path, std::move(whenRead));
}

HistoryView::~HistoryView() = default;

void HistoryView::restart(const std::string &part, bool goesOn)
{
    m_first = m_first && m_part.empty();
    m_part = part;
    m_hour = {};
    m_day = {};
    m_longAsked = {};
    m_longLetter.reset();
    m_long.reset();
    m_longMade.reset();
    m_earlier.restart();
    m_notes.reset();
    m_acknowledges = !goesOn;
}

bool HistoryView::complete(Snapshot &snapshot, const SelfConfiguringEngine &engine, Window shown,
                           const Writing &writing)
{
    snapshot.hasHistory = m_reading != nullptr;
    if (!m_reading || engine.learning() || !snapshot.startedAt)
        return true;
    const bool there = !isLong(shown) || showLong(snapshot, engine, shown, writing);
    if (!isLong(shown))
        join(snapshot, engine, writing);
    if (there)
        putNotes(snapshot, writing);
    m_earlier.put(snapshot, *m_reading);
    return there;
}

bool HistoryView::hasJoined(Window window) const
{
    if (!m_reading || (window != Window::oneHour && window != Window::oneDay))
        return true;
    return (window == Window::oneHour ? m_hour : m_day).window != nullptr;
}

// What other runs saw of the window; of what is replayed, of any instant of it.
store::RowsWanted HistoryView::joinedRows(const Snapshot &snapshot, const Writing &writing) const
{
    const bool hour = snapshot.window == Window::oneHour;
    const Second counted = std::chrono::floor<Seconds>(*snapshot.startedAt);
    store::RowsWanted wanted = rowsFor(*snapshot.configuration, snapshot.window,
                                       writing.replayed ? counted : snapshot.asOf);
    wanted.resolution = hour ? kTenSeconds : kMinuteLong;
    wanted.to = snapshot.asOf + kMinuteLong;
    wanted.withoutPart = m_part;
    if (writing.readOnly || writing.replayed) // what was written since, this engine counts as well
        wanted.to = counted - (hour ? Seconds{0} : kMinuteLong);
    return wanted;
}

void HistoryView::join(Snapshot &snapshot, const SelfConfiguringEngine &engine,
                       const Writing &writing)
{
    const bool hour = snapshot.window == Window::oneHour;
    if (!hour && snapshot.window != Window::oneDay)
        return;
    Joined &joined = hour ? m_hour : m_day;
    if (joined.asked && joined.asked->failed() && snapshot.asOf >= joined.askedAt + kAskAgainAfter)
        joined = {};
    if (writing.replayed && joined.counted != *snapshot.startedAt)
        joined = {}; // another beginning
    if (!joined.asked) {
        if (!m_first && !writing.settled)
            return; // the run before is not yet in the file
        joined.asked = std::make_shared<Letter<PastWindow>>();
        joined.askedAt = snapshot.asOf;
        joined.counted = *snapshot.startedAt;
        m_reading->ask(std::string(nameOf(snapshot.window)),
                       [letter = joined.asked, wanted = joinedRows(snapshot, writing),
                        window = snapshot.window](store::HistoryReader *reader) {
                           return answer(*letter, wanted.resolution, window,
                                         reader == nullptr
                                             ? nullptr
                                             : readWindow(*reader, wanted, window, true));
                       });
    }
    if (!joined.window)
        if (auto past = joined.asked->read())
            joined.window = std::make_unique<JoinedWindow>(std::move(past));
    if (joined.window)
        joined.window->complete(snapshot, rowsOf(engine));
}

// What m_longAsked says. The last two hours of this run come from the engine, everything else from
// the file.
void HistoryView::askLong(const Snapshot &snapshot, const Writing &writing)
{
    const Window shown = m_longAsked.window;
    m_longLetter = std::make_shared<Letter<PastWindow>>();
    m_longAskedAt = snapshot.asOf;
    store::RowsWanted rows = rowsFor(*snapshot.configuration, shown, snapshot.asOf);
    if (writing.replayed) {
        rows.to = ownHours(snapshot.asOf);
    } else if (!writing.readOnly) {
        rows.withoutPart = m_part;
        rows.withoutFrom = ownHours(snapshot.asOf);
    }
    const Second until = writing.replayed ? m_longAsked.counted : rows.to;
    m_reading->ask("long", [letter = m_longLetter, rows, shown,
                            until](store::HistoryReader *reader) {
        return answer(*letter, kHourLong, shown,
                      reader == nullptr ? nullptr : readLongWindow(*reader, rows, shown, until));
    });
}

// False while it has not been read yet. What is read anew is shown as it was until then, but for
// what is of another window, or of after what is shown.
bool HistoryView::readLong(const Snapshot &snapshot, Window shown, const Writing &writing)
{
    Asked wanted{shown, ownHours(snapshot.asOf)};
    if (writing.replayed)
        wanted.counted = std::chrono::floor<Seconds>(*snapshot.startedAt);
    else if (writing.readOnly)
        wanted.asOf = metrics::stepEnd(snapshot.asOf, kMinuteLong);
    const bool again =
        m_longLetter && m_longLetter->failed() && snapshot.asOf >= m_longAskedAt + kAskAgainAfter;
    if (m_longAsked != wanted || again) {
        if (m_longAsked.window != shown || wanted.asOf < m_longAsked.asOf)
            m_long.reset();
        m_longAsked = wanted;
        askLong(snapshot, writing);
    }
    if (auto read = m_longLetter->read(); read && read != m_long) {
        m_long = std::move(read);
        m_longMade.reset();
    }
    return m_long != nullptr;
}

void HistoryView::makeLong(const Snapshot &snapshot, const SelfConfiguringEngine &engine,
                           Window shown, const Writing &writing)
{
    std::vector<Rollup> rows;
    if (!writing.readOnly || writing.replayed)
        for (const Second from : {ownHours(snapshot.asOf), hourStart(snapshot.asOf)})
            for (Rollup &row : engine.rollups(from, kHourLong))
                rows.push_back(std::move(row));
    const PastWindow ours(kHourLong, chartStepOf(shown), std::move(rows));
    auto made = std::make_shared<Snapshot>();
    made->configuration = snapshot.configuration;
    made->window = shown;
    made->asOf = snapshot.asOf;
    fillFrom(*m_long, &ours, maturingOf(snapshot), *made);
    if (snapshot.metrics) {
        auto metrics = std::make_shared<Metrics>(*made->metrics);
        recognise(metrics->categories, snapshot.metrics->categories);
        made->metrics = std::move(metrics);
    }
    m_longMade = std::move(made);
}

bool HistoryView::showLong(Snapshot &snapshot, const SelfConfiguringEngine &engine, Window shown,
                           const Writing &writing)
{
    if (!readLong(snapshot, shown, writing))
        return false;
    const Asked now{shown, metrics::stepEnd(snapshot.asOf, kTenSeconds)};
    if (!m_longMade || m_longShown != now || m_longMade->asOf > snapshot.asOf) {
        makeLong(snapshot, engine, shown, writing);
        m_longShown = now;
    }
    snapshot.window = shown;
    snapshot.metrics = m_longMade->metrics;
    snapshot.observed = m_longMade->observed;
    snapshot.observedFrom = m_longMade->observedFrom;
    snapshot.unobserved = m_longMade->unobserved;
    return true;
}

void HistoryView::putNotes(Snapshot &snapshot, const Writing &writing)
{
    if (m_notes && m_notes->failed() && snapshot.asOf >= m_notesAskedAt + kAskAgainAfter)
        m_notes.reset();
    if (!m_notes && (m_first || writing.settled))
        askNotes(snapshot.asOf, writing.replayed);
    const auto past = m_notes ? m_notes->read() : nullptr;
    if (!past)
        return;
    past->complete(snapshot);
    if (!past->knowsCategories() || !snapshot.metrics)
        return;
    if (m_notedOf != snapshot.metrics) {
        m_notedOf = m_noted = snapshot.metrics;
        std::vector<CategorySnapshot> categories = snapshot.metrics->categories;
        if (past->completeCategories(categories, snapshot.asOf, *snapshot.startedAt)) {
            auto noted = std::make_shared<Metrics>(*snapshot.metrics);
            noted->categories = std::move(categories);
            m_noted = std::move(noted);
        }
    }
    snapshot.metrics = m_noted;
}

// Who looks after what is of the present, not of what is replayed.
void HistoryView::askNotes(Second asOf, bool replayed)
{
    m_notes = std::make_shared<Letter<PastNotes>>();
    m_notesAskedAt = asOf;
    m_reading->ask(
        "notes", [letter = m_notes, own = m_part, replayed](store::HistoryReader *reader) {
            auto notes = reader == nullptr ? std::nullopt : reader->notes();
            if (notes && replayed)
                std::erase_if(*notes,
                              [](const KeptNote &kept) { return kept.note.kind == kAcknowledged; });
            if (notes)
                letter->put(std::make_shared<PastNotes>(*notes, own));
            else
                letter->putInstead(std::make_shared<PastNotes>(std::vector<KeptNote>(), own));
            return notes.has_value();
        });
}

std::map<std::string, std::string> HistoryView::takeAcknowledged()
{
    const auto past = m_acknowledges && m_notes && !m_notes->failed() ? m_notes->read() : nullptr;
    if (!past)
        return {};
    m_acknowledges = false;
    return past->acknowledged();
}

} // namespace ingest::history

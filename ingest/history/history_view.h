// SPDX-License-Identifier: GPL-3.0-or-later
// Completes an engine's snapshots, live ones and replayed ones alike, with what the store
// remembers: what other runs saw of the window, windows of days, and the same window earlier. Owned
// by the thread whose snapshots they are; never waits.
#pragma once

#include "ingest/history/earlier_view.h"
#include "ingest/history/joined_window.h"
#include "ingest/history/past_notes.h"
#include "ingest/history/reading_thread.h"
#include "ingest/snapshot.h"
#include "ingest/time.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ingest {
class SelfConfiguringEngine;
}

namespace ingest::store {
struct RowsWanted;
}

namespace ingest::history {

class HistoryView
{
public:
    // An empty path: there is no history. `whenRead`: from a thread of its own, each time something
    // new may complete the snapshot that is shown.
    explicit HistoryView(const std::string &path, std::function<void()> whenRead = {});
    ~HistoryView();

    // The engine began anew, as this part of what is kept, or goes on as it from a state.
    void restart(const std::string &part, bool goesOn = false);
    // Who looks after what, as earlier runs left it: once, for an engine that began anew.
    [[nodiscard]] std::map<std::string, std::string> takeAcknowledged();

    struct Writing
    {
        bool settled = true;   // everything offered is in the file
        bool readOnly = false; // another Bellwether writes to it, and counts the same events
        bool replayed = false; // so it is, and what is shown has passed: nothing of after it
    };
    // `snapshot` is the engine's own: of the window shown, or of 24 h where that is a long one.
    // False while what a long window shows has not been read yet.
    [[nodiscard]] bool complete(Snapshot &snapshot, const SelfConfiguringEngine &engine,
                                Window shown, const Writing &writing);
    // What other runs saw of it has been read, where that is shown.
    [[nodiscard]] bool hasJoined(Window window) const;

private:
    struct Joined // of one window, this run
    {
        std::shared_ptr<Letter<PastWindow>> asked;
        Second askedAt{};
        Timestamp counted{}; // since when the engine has
        std::unique_ptr<JoinedWindow> window;
    };
    struct Asked // again each time what it was asked for changes
    {
        Window window = Window::all;
        Second asOf{};
        Second counted{}; // since when the engine has; of what is replayed alone
        bool operator==(const Asked &) const = default;
    };

    [[nodiscard]] store::RowsWanted joinedRows(const Snapshot &snapshot,
                                               const Writing &writing) const;
    void askLong(const Snapshot &snapshot, const Writing &writing);
    [[nodiscard]] bool readLong(const Snapshot &snapshot, Window shown, const Writing &writing);
    void makeLong(const Snapshot &snapshot, const SelfConfiguringEngine &engine, Window shown,
                  const Writing &writing);
    void join(Snapshot &snapshot, const SelfConfiguringEngine &engine, const Writing &writing);
    [[nodiscard]] bool showLong(Snapshot &snapshot, const SelfConfiguringEngine &engine,
                                Window shown, const Writing &writing);
    void putNotes(Snapshot &snapshot, const Writing &writing);
    void askNotes(Second asOf, bool replayed);

    std::unique_ptr<ReadingThread> m_reading; // null: there is no history
    std::string m_part;
    bool m_first = true; // run of this process
    Joined m_hour;
    Joined m_day;

    Asked m_longAsked;
    std::shared_ptr<Letter<PastWindow>> m_longLetter;
    Second m_longAskedAt{};
    std::shared_ptr<const PastWindow> m_long;
    Asked m_longShown;
    std::shared_ptr<const Snapshot> m_longMade;

    EarlierView m_earlier;

    std::shared_ptr<Letter<PastNotes>> m_notes;
    Second m_notesAskedAt{};
    bool m_acknowledges = false;              // what earlier runs left is still to be taken
    std::shared_ptr<const Metrics> m_notedOf; // m_noted is made of it
    std::shared_ptr<const Metrics> m_noted;
};

} // namespace ingest::history

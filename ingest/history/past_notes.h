// SPDX-License-Identifier: GPL-3.0-or-later
// What earlier runs noted beside their counts, added to what this one shows: their incidents, since
// when a category of failures is known, the ledger. Immutable once made; any thread.
#pragma once

#include "ingest/note.h"
#include "ingest/snapshot.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ingest::history {

class PastNotes
{
public:
    // Of all runs but `own`; markers of that as well, which a crash may have lost it.
    PastNotes(const std::vector<KeptNote> &notes, const std::string &own);

    // Who looks after what, by the latest word of any run.
    [[nodiscard]] const std::map<std::string, std::string> &acknowledged() const
    {
        return m_acknowledged;
    }

    // Adds what had ended before this run began: incidents of the last day, one under way when its
    // run ended until then; the ledger of the latest run. Markers of the window, and of a day.
    void complete(Snapshot &snapshot) const;
    // A category that an earlier run has met is not new; of one that this run has not met, when it
    // was seen. False where nothing changes.
    [[nodiscard]] bool completeCategories(std::vector<CategorySnapshot> &categories, Second asOf,
                                          Timestamp startedAt) const;
    [[nodiscard]] bool knowsCategories() const { return !m_categories.empty(); }

private:
    struct Span
    {
        Second first = Second::max();
        Second last = Second::min();
    };
    struct Word // of who looks after a subject
    {
        Second asOf{};
        std::string by;
    };

    void takeIncident(const KeptNote &kept, IncidentKind kind);
    void takeLedger(const KeptNote &kept);
    void takeMarker(const Note &note);
    void completeMarkers(Snapshot &snapshot) const;

    std::vector<Marker> m_markers;     // ascending
    std::vector<Incident> m_incidents; // all ended, latest end first
    std::map<std::string, std::string> m_acknowledged;
    std::map<std::string, std::vector<Span>> m_categories; // by name, of each run
    std::map<std::string, EarlierLedger> m_ledgers;        // by part
};

} // namespace ingest::history

// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the counts, as history keeps it: incidents, who looks after what, the classes
// of failures, the ledger. Plain data; made by the ingest thread, kept by the store's.
#pragma once

#include "ingest/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace ingest {

// One of a kind, name and number; a later revision of the same part replaces an earlier one.
struct Note
{
    std::string kind; // one of those below
    // The incident's subject, what is looked after, the category, the counter, the marker's title.
    std::string name;
    std::uint64_t number = 0; // of an incident its id; of a marker its instant; else 0
    Second since{}; // an incident's begin; a marker's instant; when a category was first seen; the
                    // run's start
    std::optional<Second> until; // its end, empty: still open; when last seen; the ledger's asOf
    std::uint64_t n = 0;         // an incident's journeys; a category's events; the counter
    std::string text;            // an incident's title; who looks after it, empty: nobody any more

    [[nodiscard]] auto key() const { return std::tie(kind, name, number); }
    bool operator==(const Note &) const = default;
};

inline constexpr std::string_view kRatioIncident = "incident.ratio";
inline constexpr std::string_view kCategoryIncident = "incident.category";
inline constexpr std::string_view kSourceIncident = "incident.source";
inline constexpr std::string_view kMarkerNotes = "marker."; // and the word for its kind
inline constexpr std::string_view kAcknowledged = "acknowledged";
inline constexpr std::string_view kCategoryNote = "category";
inline constexpr std::string_view kLedgerNote = "ledger";
inline constexpr std::string_view kLossUnknown = "loss unknown"; // the ledger's text, or empty

// A note as it was read: of which run, and as of when.
struct KeptNote
{
    Note note;
    std::string part;
    Second asOf{};
};

} // namespace ingest

// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the Triage page shows of the kept events for one question: what changed, samples, the
// journey, the live tail and the facets. Pure, but long: on a thread of its own. Any thread.
#pragma once

#include "ingest/evidence/what_changed.h"
#include "ingest/snapshot.h"
#include "models/asked_figure.h"
#include "models/event_query.h"
#include "models/event_row.h"
#include "models/facets.h"
#include "models/journey_line.h"

#include <memory>
#include <optional>
#include <vector>

namespace models {

// Where the live tail stands still, and what came since.
struct TailHold
{
    std::uint64_t at = 0;        // the newest event it shows; 0: it follows
    std::uint64_t countedTo = 0; // those until here are in `newer`
    std::uint64_t newer = 0;     // that match and came after `at`
    bool operator==(const TailHold &) const = default;
};

struct TriageQuestion
{
    std::shared_ptr<const ingest::Snapshot> snapshot;
    std::optional<std::uint32_t> category; // ordinal; none: every failing event
    QString categoryType;
    EventQuery query;             // filters samples, tail and facets
    std::uint64_t journeyKey = 0; // 0: that of the newest sample
    TailHold tailHold;
    std::optional<AskedFigure> asked; // the samples are of this figure, else of the category
    std::uint64_t subject = 0;        // another number where the samples are of something else
};

struct TriageFindings
{
    ingest::evidence::WhatChanged changed;
    std::vector<EventRow> samples; // the newest kMostSamples that match
    std::size_t matching = 0;      // of `shown` those still kept
    std::uint64_t figure = 0;      // the number the samples are behind; without a query
    std::int64_t minor = 0;        // where a sum was asked for: of those still kept
    bool reading = false;          // earlier events are still being read from a recording
    JourneyLine line;
    std::vector<EventRow> tail; // the newest kMostTail that match, up to where it stands still
    TailHold tailHold;          // that of the question, counted on to the newest event
    EventQuery query;           // the question's
    std::vector<Facet> facets;
    QStringList vocabulary;    // see vocabularyOf(); empty where there is a query
    std::uint64_t subject = 0; // the question's

    static constexpr std::size_t kMostSamples = 200;
    static constexpr std::size_t kMostTail = 200;
};

[[nodiscard]] TriageFindings findingsOf(const TriageQuestion &question);

} // namespace models

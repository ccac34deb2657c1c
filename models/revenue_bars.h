// SPDX-License-Identifier: GPL-3.0-or-later
// A sum of money over time in bars, each as a rate per minute. Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/value_ticks.h"

#include <QString>

#include <optional>
#include <vector>

namespace models {

struct RevenueBar
{
    double fromMs = 0;
    double toMs = 0;
    double perMinute = 0;  // major units, over the observed part of the bar
    double observedMs = 0; // less than the bar at its ends
    bool complete = true;  // false: the window or asOf cuts it
};

struct RevenueBars
{
    QString name;
    QString title;    // as configured; may be empty
    QString currency; // ISO 4217; "XXX" where events name none
    int exponent = 2;
    std::vector<RevenueBar> bars;   // ascending; only what was observed
    std::optional<RevenueBar> open; // the last with what has come of the second still open
    double barMs = 60'000;
    bool otherCurrencies = false; // sums in more than one currency: the largest is shown
    std::optional<double> dataEndMs;
    QString lost;           // "€32.4 k", by the worst open incident; empty: none, or no money
    double lostSinceMs = 0; // it began then

    [[nodiscard]] const RevenueBar *lastComplete() const; // null: none
    [[nodiscard]] ValueRange wantedRange() const;         // from zero, or below if refunds prevail
};

// Width of one bar: 2 s, 10 s, 30 s, 1 min, 20 min, 3 h, 12 h.
[[nodiscard]] ingest::Seconds barWidthOf(ingest::Window window);

[[nodiscard]] std::optional<RevenueBars> revenueBars(const ingest::Snapshot &snapshot);

} // namespace models

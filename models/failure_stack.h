// SPDX-License-Identifier: GPL-3.0-or-later
// Failed attempts per minute by category, as the stacked lane draws them, lowest band first.
// Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/value_ticks.h"

#include <QPointF>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace models {

struct FailureBand
{
    std::optional<std::uint32_t> ordinal; // empty: everything without a band of its own
    QString name;
    std::vector<double> perMinute; // one value for each of FailureStack::ends
    std::uint64_t count = 0;       // in the window
    bool grown = false;            // the one that rose most, if any rose clearly; it is on top
};

struct FailureStack
{
    std::vector<double> endsMs;     // ascending; only what was observed
    std::vector<FailureBand> bands; // from the bottom up
    std::vector<double> total;      // per minute, every failing event
    std::optional<QPointF> open;    // x in ms: the total with the second that is still open
    ingest::Seconds rolling{60};
    std::optional<double> dataEndMs;
    [[nodiscard]] ValueRange wantedRange() const; // from zero
};

inline constexpr std::size_t kFailureBands = 7; // with a band of their own; the rest is one band

[[nodiscard]] FailureStack failureStack(const ingest::Snapshot &snapshot);

} // namespace models

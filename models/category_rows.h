// SPDX-License-Identifier: GPL-3.0-or-later
// The ranked list of error categories, as text and trend. Any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace models {

struct CategoryRow
{
    std::uint32_t ordinal = 0;
    QString name;
    QString type;
    QString count;
    QString perMinute;
    QString journeys;
    QString change; // "×62": the last five minutes against the hour before; "–" where that is new
    QString owner;  // may be empty
    std::uint64_t counted = 0; // what the texts say, exactly
    std::optional<double> eachMinute;
    std::uint64_t journeysCounted = 0;
    QString badge; // "NEW", "REGRESSED"; empty for the others
    ingest::CategoryState state = ingest::CategoryState::known;
    std::vector<double> trend; // oldest first; NaN where nothing was observed

    [[nodiscard]] bool operator==(const CategoryRow &) const = default;
};

// "NEW", "REGRESSED"; empty for the others.
[[nodiscard]] QString badgeOf(ingest::CategoryState state);

// At most `most`, by count; empty without failures.
[[nodiscard]] std::vector<CategoryRow> categoryRows(const ingest::Snapshot &snapshot,
                                                    std::size_t most);

} // namespace models

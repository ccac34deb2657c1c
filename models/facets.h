// SPDX-License-Identifier: GPL-3.0-or-later
// Which values the attributes of some events have, and how often. Plain values; any thread.
#pragma once

#include "models/event_query.h"
#include "models/event_row.h"

#include <QStringList>

#include <vector>

namespace models {

struct Facet
{
    struct Value
    {
        QString value;
        int count = 0;
    };
    QString attribute;
    int total = 0;
    std::vector<Value> values; // most frequent first, at most five
};

// At most six: first those the query asks for, which it can be taken back by, then those that one
// value rules most; without ids and what few events have.
[[nodiscard]] std::vector<Facet> facetsOf(const std::vector<EventRow> &rows,
                                          const EventQuery &query);

// What a filter may be completed with: the fields of these events, as "country:", and their values,
// as "country:DE", without those of ids; of numbers "amount>".
[[nodiscard]] QStringList vocabularyOf(const std::vector<EventRow> &rows);

} // namespace models

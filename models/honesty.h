// SPDX-License-Identifier: GPL-3.0-or-later
// What the data strip says: one plain sentence about whether the numbers can be trusted, and the
// facts behind it. Any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

#include <QString>

#include <vector>

namespace models {

struct Fact
{
    QString name;
    QString value;
    bool optional = false; // left out where room is short
};

struct Honesty
{
    Status status = Status::unknown;
    QString headline; // "Data complete"
    QString detail;   // may be empty
    std::vector<Fact> facts;
};

[[nodiscard]] Honesty honestyOf(const ingest::Snapshot &snapshot);

} // namespace models

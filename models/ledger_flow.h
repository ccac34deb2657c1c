// SPDX-License-Identifier: GPL-3.0-or-later
// Where every event went: the stages from published to shown, and what left the stream before each.
// The figures add up: published = shown + lost + malformed + duplicate + too late. Any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

#include <QString>

#include <vector>

namespace models {

// What did not reach a stage; or, where nothing leaves, what is remarkable there.
struct FlowBranch
{
    QString name; // empty: none
    std::uint64_t count = 0;
    bool known = true;  // false: at least so many
    bool leaves = true; // false: counted all the same
    Status status = Status::normal;
    QString note;
};

struct FlowStage
{
    QString title;
    std::uint64_t count = 0;
    QString note;
    QString detail;
    FlowBranch branch; // on the way to this stage
};

// Of everything since the start.
[[nodiscard]] std::vector<FlowStage> ledgerFlow(const ingest::Snapshot &snapshot);

// What became of the events of the run before, in a few words; empty where there was none, or this
// one goes on from it.
[[nodiscard]] QString earlierLedgerText(const ingest::Snapshot &snapshot);

// Each stage is the one before without what left in between.
[[nodiscard]] bool addsUp(const std::vector<FlowStage> &flow);

// "8,934 (0.02 %)" of the first stage; "at least" where it is not known.
[[nodiscard]] QString branchText(const FlowBranch &branch, std::uint64_t published);

} // namespace models

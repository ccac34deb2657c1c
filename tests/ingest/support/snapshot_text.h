// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot says of the world, line by line, for tests to compare: exact to the last bit, and
// without facts about arrival (late, revised, lag, the order of first sight).
#pragma once

#include "ingest/snapshot.h"

#include <string>

namespace test {

struct TextDetail
{
    // Quantiles, estimated uniques and funnels, and every last bit. Without, an oracle's figures
    // may differ by rounding.
    bool estimates = true;
};

[[nodiscard]] std::string textOf(const ingest::Metrics &metrics, TextDetail detail = {});
// The metrics, and the ledger of everything received.
[[nodiscard]] std::string textOf(const ingest::Snapshot &snapshot);

} // namespace test

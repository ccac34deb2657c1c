// SPDX-License-Identifier: GPL-3.0-or-later
// The same window a day, and one to four weeks before: what figures are compared with. Pure but for
// the reader; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "ingest/store/history_reader.h"

#include <memory>
#include <optional>
#include <vector>

namespace ingest::history {

// The instant earlier windows are told for: it moves once a minute, once in five for 24 h, once an
// hour for longer windows.
[[nodiscard]] Second earlierAsOf(Window window, Second asOf);
[[nodiscard]] Seconds earlierEvery(Window window); // how far it moves

// Those of which at least half was observed, nearest first. Empty where the file cannot be read.
[[nodiscard]] std::optional<std::vector<EarlierSnapshot>>
readEarlier(store::HistoryReader &reader,
            const std::shared_ptr<const config::Configuration> &configuration, Window window,
            Second asOf);

} // namespace ingest::history

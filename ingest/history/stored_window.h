// SPDX-License-Identifier: GPL-3.0-or-later
// A whole window out of history's rows: of seven or thirty days up to now, or of any time before.
// Pure functions; any thread.
#pragma once

#include "ingest/history/past_window.h"
#include "ingest/snapshot.h"
#include "ingest/store/history_reader.h"

#include <memory>

namespace ingest::history {

// The rows that show a window that ends at `asOf`: a minute's, of long windows an hour's; with
// those that rolling figures need before it.
[[nodiscard]] store::RowsWanted rowsFor(const config::Configuration &configuration, Window window,
                                        Second asOf);
// Width of a chart point made of them: as the window's, a minute at least.
[[nodiscard]] Seconds stepFor(Window window);
// Reads them, the failures by category where asked for. Null where the file cannot be read.
[[nodiscard]] std::shared_ptr<const PastWindow>
readWindow(store::HistoryReader &reader, store::RowsWanted wanted, Window window, bool categories);
// The same of a window of days, failures by category; what ends after the last of these hours and
// not after `until` is read as minutes, and is a part of its hour.
[[nodiscard]] std::shared_ptr<const PastWindow> readLongWindow(store::HistoryReader &reader,
                                                               const store::RowsWanted &hours,
                                                               Window window, Second until);

// Fills metrics, observed, observedFrom and unobserved of `snapshot`, whose configuration, window
// and asOf are set. `rows` and `more` are of different runs or spans. Journeys entered within
// `maturing` before asOf are not matured.
void fillFrom(const PastWindow &rows, const PastWindow *more, Seconds maturing, Snapshot &snapshot);

} // namespace ingest::history

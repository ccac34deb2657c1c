// SPDX-License-Identifier: GPL-3.0-or-later
// A configured signal in words: what it counts. Plain functions; any thread.
#pragma once

#include "ingest/config/configuration.h"

#include <QString>

namespace models {

// "payment.approved, payment.captured (country=DE)"; "every event" for none.
[[nodiscard]] QString filtersText(const std::vector<ingest::config::EventFilter> &filters,
                                  const QString &between);

// "payment.approved, as a share of these and payment.failed"
[[nodiscard]] QString definitionOf(const ingest::config::SignalConfiguration &signal);

} // namespace models

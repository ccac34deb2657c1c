// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a test's event as a service would send it: CloudEvents JSON, its time in nanoseconds.
#pragma once

#include "tests/ingest/support/raw_event.h"

#include <string>

namespace test {

[[nodiscard]] std::string jsonOf(const RawEvent &event);

} // namespace test

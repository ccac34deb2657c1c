// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a window as sentences say it. Plain functions; any thread.
#pragma once

#include "ingest/window.h"

#include <QString>

namespace models {

// "15 min", "1 h", "7 d"; "all" is "since the start".
[[nodiscard]] QString windowText(ingest::Window window);

} // namespace models

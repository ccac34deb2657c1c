// SPDX-License-Identifier: GPL-3.0-or-later
// A history to begin with: the simulated shop's events go through the engine at once, and what it
// counts goes to the store as a desktop's would. Two threads: one makes the events, one counts
// them.
#pragma once

#include "app/ctl/shop/shop.h"

#include <string>

namespace app {

// From options.start to `end`. False where that fails: it is said on standard error.
[[nodiscard]] bool simulateHistory(const shop::ShopOptions &options, ingest::Timestamp end,
                                   const std::string &configFile, const std::string &storeFile);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The letter by which a category is known on every chart and table, for its lifetime.
// Plain functions; any thread.
#pragma once

#include <QString>

#include <cstdint>

namespace models {

// 0 is A, 25 is Z, 26 is AA, and so on.
[[nodiscard]] QString categoryLetter(std::uint32_t ordinal);

} // namespace models

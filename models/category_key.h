// SPDX-License-Identifier: GPL-3.0-or-later
// The letter and the name by which a category is known on every chart and table.
// Plain functions; any thread.
#pragma once

#include <QString>

#include <cstdint>
#include <string>

namespace models {

// 0 is A, 25 is Z, 26 is AA, and so on.
[[nodiscard]] QString categoryLetter(std::uint32_t ordinal);

// "out_of_stock" to "Out of stock".
[[nodiscard]] QString categoryName(const std::string &category);

} // namespace models

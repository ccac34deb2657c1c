// SPDX-License-Identifier: GPL-3.0-or-later
// The four things a figure's state can be; each has its own shape and colour wherever it is shown,
// and always stands beside a word. Plain values; any thread.
#pragma once

#include <cstdint>

namespace models {

enum class Status : std::uint8_t {
    normal,  // disc: as usual or within target
    look,    // triangle: outside usual
    bad,     // diamond: customers are hurt now
    unknown, // ring of dashes: cannot be known
};

} // namespace models

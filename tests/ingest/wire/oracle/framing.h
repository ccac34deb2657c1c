// SPDX-License-Identifier: GPL-3.0-or-later
// How the oracle takes a payload apart: an array by counting brackets, lines at their ends, else
// the whole.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace test::oracle {

struct Pieces
{
    std::vector<std::string> texts; // each to be one object
    bool restIsBroken = false;      // an array that does not end, or text behind its end
};

// `isJson` tells whether the first line of several can stand alone.
[[nodiscard]] Pieces split(const std::string &payload,
                           const std::function<bool(const std::string &)> &isJson);

} // namespace test::oracle

// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what the calling thread allocates: the global operator new of the test program is replaced
// by one that counts.
#pragma once

#include <cstdint>

namespace test {

// Allocations made by this thread since its start.
[[nodiscard]] std::uint64_t allocationCount();

} // namespace test

// SPDX-License-Identifier: GPL-3.0-or-later
// Where a random proof begins: a fresh seed each run, printed, so that a failure is repeated by
// BELLWETHER_SEED, and made longer or shorter by BELLWETHER_STREAMS.
#pragma once

#include <cstdint>

namespace test {

// BELLWETHER_SEED, else a fresh one; printed either way.
[[nodiscard]] std::uint64_t firstSeed();

// BELLWETHER_STREAMS, else `usual`; a twentieth of it under a sanitizer, which is that much slower.
[[nodiscard]] std::uint64_t streams(std::uint64_t usual);

// Whether sanitizers are compiled in: their own memory is not to be measured.
[[nodiscard]] bool sanitized();

} // namespace test

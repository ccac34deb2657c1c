// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proofs/support/seed.h"

#include "tests/support/sanitized.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

namespace test {

std::uint64_t firstSeed()
{
    const char *given = std::getenv("BELLWETHER_SEED");
    const std::uint64_t seed = given != nullptr ? std::stoull(given) : std::random_device{}();
    std::cout << "BELLWETHER_SEED=" << seed << '\n';
    return seed;
}

std::uint64_t streams(std::uint64_t usual)
{
    if (const char *given = std::getenv("BELLWETHER_STREAMS"))
        return std::stoull(given);
    return sanitized() ? std::max<std::uint64_t>(1, usual / 20) : usual;
}

bool sanitized()
{
    return kSanitized;
}

} // namespace test

// SPDX-License-Identifier: GPL-3.0-or-later
// Since when, and until when, failing stands out: of all spans of a series the one whose share of
// failing is least likely to be like the rest's. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ingest::evidence {

struct Bin
{
    std::uint64_t failing = 0;
    std::uint64_t attempts = 0;
    std::uint64_t failures = 0; // events
};

// Bins [begin, end).
struct BinSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const BinSpan &) const = default;
};

// Only spans with at least `leastFailures` in them; none where no span fails more often than the
// rest. Quadratic in the bins.
// Method: M. Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997),
// 1481-1496, in one dimension with binomial counts.
[[nodiscard]] std::optional<BinSpan> worstSpan(const std::vector<Bin> &bins,
                                               std::uint64_t leastFailures);

} // namespace ingest::evidence

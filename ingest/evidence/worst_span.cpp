// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/worst_span.h"

#include "ingest/evidence/significance.h"

namespace ingest::evidence {

std::optional<BinSpan> worstSpan(const std::vector<Bin> &bins, std::uint64_t leastFailures)
{
    Table table;
    for (const Bin &bin : bins) {
        table.failing += bin.failing;
        table.trials += bin.attempts;
    }
    std::optional<BinSpan> worst;
    double most = 0;
    for (std::size_t begin = 0; begin < bins.size(); ++begin) {
        table.both = 0;
        table.marked = 0;
        std::uint64_t failures = 0;
        for (std::size_t end = begin + 1; end <= bins.size(); ++end) {
            table.both += bins[end - 1].failing;
            table.marked += bins[end - 1].attempts;
            failures += bins[end - 1].failures;
            if (failures < leastFailures)
                continue;
            const double stands = deviance(table);
            if (stands > most) {
                most = stands;
                worst = BinSpan{begin, end};
            }
        }
    }
    return worst;
}

} // namespace ingest::evidence

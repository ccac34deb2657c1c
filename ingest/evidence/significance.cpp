// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/significance.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace ingest::evidence {

namespace {

double logFactorial(std::uint64_t n)
{
    return std::lgamma(static_cast<double>(n) + 1);
}

double logChoose(std::uint64_t n, std::uint64_t k)
{
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

// Observed times the logarithm of observed over expected.
double term(double observed, double expected)
{
    return observed == 0 ? 0 : observed * std::log(observed / expected);
}

struct LogOddsRatio
{
    double estimate = 0;
    double variance = 0;
};

LogOddsRatio logOddsRatio(const Table &table)
{
    const double a = static_cast<double>(table.both) + 0.5;
    const double b = static_cast<double>(table.marked - table.both) + 0.5;
    const double c = static_cast<double>(table.failing - table.both) + 0.5;
    const std::uint64_t unmarked = table.trials - table.marked;
    const double d = static_cast<double>(unmarked - (table.failing - table.both)) + 0.5;
    return {std::log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d};
}

} // namespace

double fisherUpperTail(const Table &table)
{
    const std::uint64_t most = std::min(table.marked, table.failing);
    if (table.trials == 0 || table.both > most)
        return 1;
    const std::uint64_t unmarked = table.trials - table.marked;
    const double all = logChoose(table.trials, table.failing);
    double tail = 0;
    double chance = 0;
    for (std::uint64_t k = table.both; k <= most; ++k) {
        if (table.failing - k > unmarked)
            continue; // not possible
        const double last = chance;
        chance =
            std::exp(logChoose(table.marked, k) + logChoose(unmarked, table.failing - k) - all);
        tail += chance;
        if (chance < last && chance < tail * 1e-12)
            break;
    }
    return std::min(tail, 1.0);
}

double oddsApartUpperTail(const Table &now, const Table &before)
{
    const LogOddsRatio one = logOddsRatio(now);
    const LogOddsRatio other = logOddsRatio(before);
    const double apart = (one.estimate - other.estimate) / std::sqrt(one.variance + other.variance);
    return std::erfc(apart / std::numbers::sqrt2) / 2;
}

double deviance(const Table &table)
{
    const auto both = static_cast<double>(table.both);
    const auto marked = static_cast<double>(table.marked);
    const auto failing = static_cast<double>(table.failing);
    const auto trials = static_cast<double>(table.trials);
    if (trials == 0 || both * trials <= marked * failing)
        return 0;
    const double rest = trials - marked;
    const double fine = trials - failing;
    return 2 *
           (term(both, marked * failing / trials) + term(marked - both, marked * fine / trials) +
            term(failing - both, rest * failing / trials) +
            term(rest - (failing - both), rest * fine / trials));
}

std::vector<bool> benjaminiHochberg(const std::vector<double> &chances, double rate)
{
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return chances[i]; });
    std::size_t rejected = 0;
    for (std::size_t k = 1; k <= order.size(); ++k)
        if (chances[order[k - 1]] <=
            static_cast<double>(k) * rate / static_cast<double>(order.size()))
            rejected = k;
    std::vector<bool> result(chances.size(), false);
    for (std::size_t k = 0; k < rejected; ++k)
        result[order[k]] = true;
    return result;
}

} // namespace ingest::evidence

// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a difference between shares is, and which of many to believe. Pure functions.
#pragma once

#include <cstdint>
#include <vector>

namespace ingest::evidence {

// Of `trials` units `failing` fail; `marked` of the units bear a mark, and `both` of those fail.
struct Table
{
    std::uint64_t both = 0;
    std::uint64_t marked = 0;
    std::uint64_t failing = 0;
    std::uint64_t trials = 0;
};

// The chance of at least `both` if the mark made no difference: Fisher's exact test, one-sided.
// Source: R. A. Fisher, "The Design of Experiments" (1935), chapter 2.
[[nodiscard]] double fisherUpperTail(const Table &table);

// How much better the failing are told with the mark than without: the likelihood-ratio statistic
// G, in twice the natural logarithm; 0 where the marked do not fail more often than the rest.
// Source: S. S. Wilks, "The large-sample distribution of the likelihood ratio", Annals of
// Mathematical Statistics 9 (1938), 60-62.
[[nodiscard]] double deviance(const Table &table);

// Which of the hypotheses to reject so that the expected share of false ones among them is at most
// `rate`. Source: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", JRSS B 57
// (1995), 289-300.
[[nodiscard]] std::vector<bool> benjaminiHochberg(const std::vector<double> &chances, double rate);

} // namespace ingest::evidence

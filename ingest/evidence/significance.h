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

// The chance of odds of failing this much more apart than before, marked from unmarked, if the mark
// made the same difference then; what multiplies everybody's odds alike changes nothing. One-sided,
// approximate: the logarithm of the ratio of two odds ratios as normally distributed, half a unit
// added to each cell, so that an empty one is no proof.
// Sources: B. Woolf, "On estimating the relation between blood group and disease", Annals of Human
// Genetics 19 (1955), 251-253; the half: J. B. S. Haldane, ibid. 20 (1956), 309-311.
[[nodiscard]] double oddsApartUpperTail(const Table &now, const Table &before);

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

// SPDX-License-Identifier: GPL-3.0-or-later
// Corrects the conversion of recent cohorts for the time they have not had yet. Pure functions.
// Source: E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", JASA 53
// (1958), 457-481. A journey is observed from its first entry until asOf: it converts at some age,
// or is censored at the age it has now.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

// Journeys that entered together, `age` seconds ago.
struct Cohort
{
    double age = 0;
    std::uint64_t entered = 0;
    std::uint64_t converted = 0;
};

// `count` journeys converted `delay` seconds after they had entered.
struct Delay
{
    double delay = 0;
    std::uint64_t count = 0;
};

// The share of journeys not converted by each age.
class Survival
{
public:
    // Both sorted ascending, by delay and by age. The conversions are those of the cohorts.
    Survival(std::span<const Delay> delays, std::span<const Cohort> cohorts);

    [[nodiscard]] double at(double age) const;
    [[nodiscard]] double final() const { return m_steps.empty() ? 1.0 : m_steps.back().share; }

private:
    struct Step
    {
        double age;
        double share; // from this age on
    };
    std::vector<Step> m_steps;
};

// How many of the cohort will have converted in the end: those that have, and of the others the
// share that still converts after this age.
[[nodiscard]] double expectedConversions(const Survival &survival, const Cohort &cohort);

} // namespace ingest::metrics

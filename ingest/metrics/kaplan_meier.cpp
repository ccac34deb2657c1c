// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/kaplan_meier.h"

#include <algorithm>

namespace ingest::metrics {

Survival::Survival(std::span<const Delay> delays, std::span<const Cohort> cohorts)
{
    double atRisk = 0;
    for (const Cohort &cohort : cohorts)
        atRisk += static_cast<double>(cohort.entered);
    double share = 1;
    std::size_t next = 0; // the cohort whose unconverted leave next
    for (const Delay &delay : delays) {
        for (; next < cohorts.size() && cohorts[next].age < delay.delay; ++next)
            atRisk -= static_cast<double>(cohorts[next].entered - cohorts[next].converted);
        const auto converted = static_cast<double>(delay.count);
        if (atRisk <= 0)
            break;
        share *= std::max(0.0, 1 - converted / atRisk);
        atRisk -= converted;
        m_steps.push_back({delay.delay, share});
    }
}

double Survival::at(double age) const
{
    const auto after = std::ranges::upper_bound(m_steps, age, {}, &Step::age);
    return after == m_steps.begin() ? 1.0 : std::prev(after)->share;
}

double expectedConversions(const Survival &survival, const Cohort &cohort)
{
    const auto converted = static_cast<double>(cohort.converted);
    const double now = survival.at(cohort.age);
    if (now <= 0)
        return converted;
    const double later = (now - survival.final()) / now;
    return converted + static_cast<double>(cohort.entered - cohort.converted) * later;
}

} // namespace ingest::metrics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/figure_roles.h"

namespace models {

std::string roleNamed(const ingest::config::ExperienceRoles &roles, const QString &key)
{
    if (key == QStringLiteral("conversion"))
        return roles.conversion;
    if (key == QStringLiteral("success"))
        return roles.success;
    if (key == QStringLiteral("revenue"))
        return roles.revenue;
    if (key == QStringLiteral("failures"))
        return roles.failures;
    if (key == QStringLiteral("latency"))
        return roles.latency;
    return key == QStringLiteral("active") ? roles.active : std::string();
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot_lookup.h"

#include <algorithm>

namespace models {

namespace {

template <class Rows>
auto findNamed(const Rows &rows, const std::string &name) -> decltype(rows.data())
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&name](const auto &row) { return row.name == name; });
    return name.empty() || found == rows.end() ? nullptr : &*found;
}

} // namespace

const ingest::SignalSnapshot *signalNamed(const ingest::Snapshot &snapshot, const std::string &name)
{
    return snapshot.metrics ? findNamed(snapshot.metrics->signals, name) : nullptr;
}

std::optional<std::size_t> placeOf(const ingest::Snapshot &snapshot, const std::string &name)
{
    const ingest::SignalSnapshot *found = signalNamed(snapshot, name);
    if (found == nullptr)
        return std::nullopt;
    return static_cast<std::size_t>(found - snapshot.metrics->signals.data());
}

QString signalTitle(const ingest::Snapshot &snapshot, std::size_t place)
{
    const ingest::SignalSnapshot &signal = snapshot.metrics->signals.at(place);
    return QString::fromStdString(signal.title.empty() ? signal.name : signal.title);
}

const ingest::config::SignalConfiguration *configurationOf(const ingest::Snapshot &snapshot,
                                                           const std::string &name)
{
    return snapshot.configuration ? findNamed(snapshot.configuration->signals, name) : nullptr;
}

ingest::config::ExperienceRoles rolesOf(const ingest::Snapshot &snapshot)
{
    return snapshot.configuration ? snapshot.configuration->experience
                                  : ingest::config::ExperienceRoles{};
}

const ingest::Snapshot &heardOf(const ingest::Snapshot &snapshot)
{
    return snapshot.heard ? *snapshot.heard : snapshot;
}

} // namespace models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/earlier.h"

#include "ingest/history/stored_window.h"

#include <array>

namespace ingest::history {

namespace {

using std::chrono::days;

constexpr std::array<days, 5> kBack{days{1}, days{7}, days{14}, days{21}, days{28}};
constexpr double kEnoughObserved = 0.5;

} // namespace

Seconds earlierEvery(Window window)
{
    return isLong(window) ? Seconds{3600} : window == Window::oneDay ? Seconds{300} : Seconds{60};
}

Second earlierAsOf(Window window, Second asOf)
{
    return asOf - asOf.time_since_epoch() % earlierEvery(window);
}

std::optional<std::vector<EarlierSnapshot>>
readEarlier(store::HistoryReader &reader,
            const std::shared_ptr<const config::Configuration> &configuration, Window window,
            Second asOf)
{
    std::vector<EarlierSnapshot> found;
    if (window == Window::all)
        return found;
    // What the page compares: its figures, not every signal.
    config::Configuration shown = *configuration;
    const config::ExperienceRoles &roles = configuration->experience;
    std::erase_if(shown.signals, [&](const config::SignalConfiguration &signal) {
        for (const std::string *role : {&roles.conversion, &roles.success, &roles.revenue,
                                        &roles.latency, &roles.active, &roles.failures})
            if (*role == signal.name)
                return false;
        return true;
    });
    const auto compared = std::make_shared<const config::Configuration>(std::move(shown));
    for (const days back : kBack) {
        const Second then = asOf - back;
        const auto rows = readWindow(reader, rowsFor(*compared, window, then), window, false);
        if (!rows)
            return std::nullopt;
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->configuration = compared;
        snapshot->window = window;
        snapshot->asOf = then;
        snapshot->engineTime = then;
        snapshot->startedAt = then - spanOf(window);
        snapshot->freshness.state = FreshnessState::live;
        fillFrom(*rows, nullptr, Seconds{0}, *snapshot);
        if (snapshot->observed.count() >=
            kEnoughObserved * static_cast<double>(spanOf(window).count()))
            found.push_back({back, std::move(snapshot)});
    }
    return found;
}

} // namespace ingest::history

// SPDX-License-Identifier: GPL-3.0-or-later
// A week of a wall at accelerated event time: the simulated shop through engine, snapshot, wall
// model and wall widget, off-screen, while services die and return and the network fails. Fails
// where memory, file handles or threads grew between day 1 and the last one.
// Usage: soak [DAYS [EVENTS_PER_SECOND]]
#include "app/ctl/shop/publishing_service.h"
#include "app/ctl/shop/simulation.h"
#include "ingest/config/configuration_file.h"
#include "ingest/snapshot.h"
#include "models/wall.h"
#include "tests/soak/engine_outlet.h"
#include "tests/soak/process_use.h"
#include "widgets/fonts.h"
#include "widgets/wall_view.h"

#include <QApplication>
#include <QImage>

#include <cmath>
#include <cstdio>
#include <iostream>
#include <malloc.h>

namespace {

using namespace std::chrono_literals;
using app::shop::PublishingService;
using app::shop::Service;

constexpr auto kStart = ingest::Timestamp(1'763'600'400s);
constexpr std::int64_t kDay = 86'400;
constexpr double kAllowedGrowth = 0.02;

// What differs from minute to minute: which service is dead, whether the network is.
class Troubles
{
public:
    explicit Troubles(soak::Network &network) : m_network(network)
    {
        for (std::size_t i = 0; i < app::shop::kServiceNames.size(); ++i)
            start(i);
    }

    void minute(std::int64_t minute)
    {
        const auto turn = static_cast<std::size_t>(minute / 90) % m_services.size();
        if (minute % 90 == 40) // every other time without a word
            end(turn, minute / 90 % 2 == 0);
        if (minute % 90 == 50)
            start(turn);
        m_network.down = minute % 300 >= 290;
    }

    void publish(const app::shop::PlannedEvent &event)
    {
        if (auto &service = m_services.at(static_cast<std::size_t>(event.service)))
            service->publish(event);
    }

    void tick()
    {
        for (auto &service : m_services)
            if (service)
                service->tick(m_network.now);
    }

private:
    void start(std::size_t i)
    {
        m_services.at(i) = std::make_unique<PublishingService>(
            static_cast<Service>(i), std::to_string(++m_epochs), m_network.now,
            std::make_unique<soak::EngineOutlet>(m_network));
    }
    void end(std::size_t i, bool goodbye)
    {
        if (goodbye)
            m_services.at(i)->goodbye();
        m_services.at(i).reset();
    }

    soak::Network &m_network;
    std::array<std::unique_ptr<PublishingService>, app::shop::kServiceNames.size()> m_services;
    int m_epochs = 0;
};

// A wall that nobody sees.
class Screen
{
public:
    Screen() { m_view.resize(1920, 1080); }

    void show(const std::shared_ptr<const ingest::Snapshot> &snapshot, std::int64_t second,
              bool paint)
    {
        m_view.show(m_wall.update(
            snapshot, {second * 1000, 0,
                       QDateTime::fromSecsSinceEpoch(kStart.time_since_epoch() / 1s + second)}));
        if (paint)
            m_view.render(&m_image);
    }

private:
    models::Wall m_wall;
    widgets::WallView m_view;
    QImage m_image{1920, 1080, QImage::Format_RGB32};
};

soak::ProcessUse print(std::int64_t day, std::uint64_t sent)
{
    malloc_trim(0); // what the allocator keeps for later is no leak
    const soak::ProcessUse use = soak::processUse();
    std::printf("day %lld: %.1f MiB resident, %zu handles, %zu threads, %llu messages\n",
                static_cast<long long>(day), use.residentMiB, use.handles, use.threads,
                static_cast<unsigned long long>(sent));
    std::fflush(stdout);
    return use;
}

bool sound(const soak::ProcessUse &first, const soak::ProcessUse &last)
{
    const double growth = last.residentMiB / first.residentMiB - 1;
    std::printf("resident memory %+.2f %% (within 2 %%), handles %+d, threads %+d\n", 100 * growth,
                int(last.handles) - int(first.handles), int(last.threads) - int(first.threads));
    return std::abs(growth) <= kAllowedGrowth && last.handles == first.handles &&
           last.threads == first.threads;
}

bool run(std::shared_ptr<const ingest::config::Configuration> configuration, std::int64_t days,
         double eventsPerSecond)
{
    ingest::Engine engine(std::move(configuration));
    soak::Network network{engine, kStart};
    Troubles troubles(network);
    app::shop::Simulation simulation({}, 1, eventsPerSecond, kStart);
    app::shop::PlannedEvent event = simulation.next();
    Screen screen;
    soak::ProcessUse first;
    soak::ProcessUse last;
    for (std::int64_t second = 1; second <= days * kDay; ++second) {
        network.now = kStart + std::chrono::seconds(second);
        if (second % 60 == 0)
            troubles.minute(second / 60);
        for (; event.time <= network.now; event = simulation.next())
            troubles.publish(event);
        troubles.tick();
        engine.advanceTo(network.now);
        if (second % 30 == 0)
            screen.show(engine.snapshot(second % 3600 < 1800 ? ingest::Window::fifteenMinutes
                                                             : ingest::Window::oneDay),
                        second, second % 900 == 0);
        if (second % kDay == 0)
            last = print(second / kDay, network.sent);
        if (second == kDay)
            first = last;
    }
    return sound(first, last);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    widgets::loadFonts();
    auto loaded = ingest::config::loadConfiguration(BELLWETHER_SAMPLE_CONFIGURATION);
    auto *configuration = std::get_if<ingest::config::Configuration>(&loaded);
    if (configuration == nullptr) {
        std::cerr << "the sample configuration cannot be read\n";
        return 2;
    }
    // Caps that fill within a day: what grows after it grows for ever.
    configuration->limits.keptBytes = 8u << 20;
    configuration->limits.journeys = 20'000;
    configuration->limits.uniques = 10'000;
    const std::int64_t days = argc > 1 ? std::atoll(argv[1]) : 7;
    const double rate = argc > 2 ? std::atof(argv[2]) : 5;
    return run(std::make_shared<ingest::config::Configuration>(*configuration), days, rate) ? 0 : 1;
}

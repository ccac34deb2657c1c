// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the Experience page costs: 1920x1080 off-screen, 3,600 points a series, taking a
// snapshot a second later and painting the page; beside the lanes alone in plain Qt Charts and in
// QCustomPlot.
#include "tests/bench/compared_lanes.h"
#include "tests/support/live_window.h"
#include "widgets/experience_page.h"
#include "widgets/fonts.h"
#include "widgets/time_lanes.h"

#include <QApplication>
#include <QImage>

#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

namespace {

using bench::kPage;

constexpr int kFrames = 60;

// Hours a second apart, made before the clock starts; each revises three points of the past.
std::vector<std::shared_ptr<ingest::Snapshot>> hours(int count)
{
    samples::LiveWindow live(1);
    std::vector<std::shared_ptr<ingest::Snapshot>> all;
    for (int i = 0; i < count; ++i) {
        live.advance(std::chrono::seconds(1));
        for (int revised = 0; revised < 3; ++revised)
            live.revise();
        all.push_back(live.snapshot());
    }
    return all;
}

// `before` runs on the page before each frame.
template <class Before>
void paint(benchmark::State &state, Before before)
{
    widgets::ExperiencePage page;
    page.resize(kPage);
    auto *lanes = page.findChild<widgets::TimeLanes *>();
    const auto all = hours(kFrames + 1);
    QImage image(kPage, QImage::Format_RGB32);
    std::size_t next = 0;
    const auto frame = [&] {
        page.show(all[next++ % all.size()]);
        lanes->drawWaiting();
        page.render(&image);
        benchmark::DoNotOptimize(image.bits());
    };
    frame(); // the first one paints everything in any case
    for (auto _ : state) {
        before(page);
        frame();
    }
}

void experiencePage(benchmark::State &state)
{
    paint(state, [](widgets::ExperiencePage &) {});
}

// As after a change of theme: nothing painted before can be used.
void experiencePageAfresh(benchmark::State &state)
{
    paint(state, [](widgets::ExperiencePage &page) { page.setTheme(widgets::darkTheme()); });
}

BENCHMARK(experiencePage)->Unit(benchmark::kMillisecond)->Iterations(kFrames);
BENCHMARK(experiencePageAfresh)->Unit(benchmark::kMillisecond)->Iterations(kFrames);

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    if (!widgets::loadFonts())
        return 1;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

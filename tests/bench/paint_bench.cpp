// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the Experience page costs: 1920x1080 off-screen, 3,600 points a series, taking a
// snapshot a second later and painting the page; beside plain Qt Charts given the lanes' points
// undecimated.
#include "tests/support/live_window.h"
#include "widgets/experience_page.h"
#include "widgets/fonts.h"
#include "widgets/time_lanes.h"

#include <QApplication>
#include <QAreaSeries>
#include <QChart>
#include <QGraphicsScene>
#include <QImage>
#include <QLineSeries>
#include <QPainter>

#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>
#include <vector>

namespace {

constexpr std::size_t kPoints = 3600;
constexpr int kFrames = 60;
constexpr QSize kPage(1920, 1080);
constexpr QSize kLane(1200, 224);

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

QList<QPointF> noisyLine(double level, int frame)
{
    QList<QPointF> points;
    for (std::size_t i = 0; i < kPoints; ++i) {
        const double x = double(i) + frame;
        points.append({double(i), level + 0.2 * std::sin(x / 60) + 0.05 * std::sin(x * 1.7)});
    }
    return points;
}

// One lane as a first attempt would draw it: areas and lines of all points, default axes.
struct PlainLane
{
    PlainLane(int areas, int lines)
    {
        chart->legend()->hide();
        chart->setAnimationOptions(QChart::NoAnimation);
        for (int i = 0; i < areas; ++i) {
            auto *area = new QAreaSeries(chart);
            area->setUpperSeries(new QLineSeries(area));
            area->setLowerSeries(new QLineSeries(area));
            chart->addSeries(area);
            all.insert(all.end(), {area->lowerSeries(), area->upperSeries()});
        }
        for (int i = 0; i < lines; ++i) {
            all.push_back(new QLineSeries(chart));
            chart->addSeries(all.back());
        }
        chart->createDefaultAxes();
        for (QAbstractAxis *axis : chart->axes())
            axis->setRange(0, axis->orientation() == Qt::Horizontal ? int(kPoints) : 10);
        scene.addItem(chart);
        chart->resize(kLane);
        scene.setSceneRect(QRectF(QPointF(), kLane));
    }
    void update(int frame)
    {
        double level = 0;
        for (QLineSeries *series : all)
            series->replace(noisyLine(level += 0.5, frame));
    }
    QGraphicsScene scene;
    QChart *chart = new QChart; // the scene takes it
    std::vector<QLineSeries *> all;
};

// The same four lanes alone: band and two lines, seven areas, three areas and four lines, bars'
// outline.
void plainQtCharts(benchmark::State &state)
{
    std::vector<std::unique_ptr<PlainLane>> lanes;
    lanes.push_back(std::make_unique<PlainLane>(1, 2));
    lanes.push_back(std::make_unique<PlainLane>(7, 0));
    lanes.push_back(std::make_unique<PlainLane>(3, 4));
    lanes.push_back(std::make_unique<PlainLane>(1, 0));
    QImage image(kPage, QImage::Format_RGB32);
    int frame = 0;
    for (auto _ : state) {
        ++frame;
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            lanes[i]->update(frame);
            lanes[i]->scene.render(&painter, QRectF(QPointF(0, double(i) * kLane.height()), kLane));
        }
        benchmark::DoNotOptimize(image.bits());
    }
}

BENCHMARK(experiencePage)->Unit(benchmark::kMillisecond)->Iterations(kFrames);
BENCHMARK(experiencePageAfresh)->Unit(benchmark::kMillisecond)->Iterations(kFrames);
BENCHMARK(plainQtCharts)->Unit(benchmark::kMillisecond)->Iterations(20);

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

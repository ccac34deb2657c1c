// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the Experience page costs: 1920x1080 off-screen, 3,600 points a series, taking a
// snapshot and painting everything; beside plain Qt Charts given the lanes' points undecimated.
#include "tests/support/sample_snapshot.h"
#include "widgets/experience_page.h"
#include "widgets/fonts.h"

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
constexpr QSize kPage(1920, 1080);
constexpr QSize kLane(1200, 224);

// The sample hour has coarser points: each is split into seconds.
template <class Point>
void refine(ingest::Series<Point> &series)
{
    if (series.points.empty())
        return;
    const auto coarse = series.points;
    series.points.resize(kPoints);
    for (std::size_t i = 0; i < kPoints; ++i)
        series.points[i] = coarse[i * coarse.size() / kPoints];
    series.step = std::chrono::seconds(1);
}

ingest::Snapshot denseHour()
{
    ingest::Snapshot snapshot = *samples::sampleSnapshot(samples::Sample::incident);
    auto metrics = std::make_shared<ingest::Metrics>(*snapshot.metrics);
    for (ingest::SignalSnapshot &signal : metrics->signals)
        std::visit([](auto &value) { refine(value.series); }, signal.value);
    for (ingest::CategorySnapshot &category : metrics->categories)
        refine(category.series);
    refine(metrics->failures);
    snapshot.metrics = metrics;
    return snapshot;
}

void experiencePage(benchmark::State &state)
{
    widgets::ExperiencePage page;
    page.resize(kPage);
    const ingest::Snapshot hour = denseHour();
    QImage image(kPage, QImage::Format_RGB32);
    int back = 0;
    for (auto _ : state) {
        auto snapshot = std::make_shared<ingest::Snapshot>(hour);
        // Time that runs backwards is drawn at once, whatever the pace.
        snapshot->asOf -= std::chrono::seconds(++back);
        page.show(snapshot);
        page.render(&image);
        benchmark::DoNotOptimize(image.bits());
    }
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

BENCHMARK(experiencePage)->Unit(benchmark::kMillisecond)->Iterations(60);
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

// SPDX-License-Identifier: GPL-3.0-or-later
// The four lanes alone in plain Qt Charts, as a first attempt would draw them: areas and lines of
// all points, default axes.
#include "tests/bench/compared_lanes.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsScene>
#include <QImage>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>

#include <benchmark/benchmark.h>

#include <memory>

namespace {

using bench::kLane;
using bench::kPoints;

struct PlainLane
{
    explicit PlainLane(const bench::LaneShape &shape)
    {
        chart->legend()->hide();
        chart->setAnimationOptions(QChart::NoAnimation);
        for (int i = 0; i < shape.areas; ++i) {
            auto *area = new QAreaSeries(chart);
            area->setUpperSeries(new QLineSeries(area));
            area->setLowerSeries(new QLineSeries(area));
            chart->addSeries(area);
            all.insert(all.end(), {area->lowerSeries(), area->upperSeries()});
        }
        for (int i = 0; i < shape.lines; ++i) {
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
        for (QLineSeries *series : all) {
            level += 0.5;
            QList<QPointF> points;
            for (std::size_t i = 0; i < kPoints; ++i)
                points.append({double(i), bench::noisy(level, i, frame)});
            series->replace(points);
        }
    }
    QGraphicsScene scene;
    QChart *chart = new QChart; // the scene takes it
    std::vector<QLineSeries *> all;
};

void plainQtCharts(benchmark::State &state)
{
    std::vector<std::unique_ptr<PlainLane>> lanes;
    for (const bench::LaneShape &shape : bench::kLaneShapes)
        lanes.push_back(std::make_unique<PlainLane>(shape));
    QImage image(bench::kPage, QImage::Format_RGB32);
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

BENCHMARK(plainQtCharts)->Unit(benchmark::kMillisecond)->Iterations(20);

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// The four lanes alone in QCustomPlot, which thins out points by itself (adaptive sampling).
// Its header needs the keywords of Qt that ours do without.
#undef QT_NO_KEYWORDS
#undef QT_NO_CAST_FROM_ASCII
#include "tests/bench/compared_lanes.h"

#include <QImage>

#include <benchmark/benchmark.h>
#include <qcustomplot.h>

#include <memory>

namespace {

using bench::kLane;
using bench::kPoints;

struct CustomLane
{
    explicit CustomLane(const bench::LaneShape &shape)
    {
        plot.resize(kLane);
        plot.setViewport(QRect(QPoint(), kLane));
        for (int i = 0; i < shape.areas; ++i) { // what lies between two lines
            QCPGraph *upper = plot.addGraph();
            QCPGraph *lower = plot.addGraph();
            upper->setPen(Qt::NoPen);
            lower->setPen(Qt::NoPen);
            upper->setBrush(QColor(80 + 20 * i, 120, 200));
            upper->setChannelFillGraph(lower);
        }
        for (int i = 0; i < shape.lines; ++i)
            plot.addGraph()->setPen(QPen(Qt::blue, 1.5));
        for (int i = 0; i < plot.graphCount(); ++i)
            plot.graph(i)->setAntialiased(true);
        plot.xAxis->setRange(0, double(kPoints));
        plot.yAxis->setRange(0, 10);
        for (std::size_t i = 0; i < kPoints; ++i)
            times.append(double(i));
    }
    void update(int frame)
    {
        double level = 0;
        QVector<double> values(qsizetype(kPoints), 0);
        for (int graph = 0; graph < plot.graphCount(); ++graph) {
            level += 0.5;
            for (std::size_t i = 0; i < kPoints; ++i)
                values[qsizetype(i)] = bench::noisy(level, i, frame);
            plot.graph(graph)->setData(times, values, true);
        }
    }
    QCustomPlot plot;
    QVector<double> times;
};

void qCustomPlot(benchmark::State &state)
{
    std::vector<std::unique_ptr<CustomLane>> lanes;
    for (const bench::LaneShape &shape : bench::kLaneShapes)
        lanes.push_back(std::make_unique<CustomLane>(shape));
    QImage image(bench::kPage, QImage::Format_RGB32);
    int frame = 0;
    for (auto _ : state) {
        ++frame;
        image.fill(Qt::white);
        QCPPainter painter(&image);
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            lanes[i]->update(frame);
            painter.save();
            painter.translate(0, double(i) * kLane.height());
            lanes[i]->plot.toPainter(&painter, kLane.width(), kLane.height());
            painter.restore();
        }
        benchmark::DoNotOptimize(image.bits());
    }
}

BENCHMARK(qCustomPlot)->Unit(benchmark::kMillisecond)->Iterations(20);

} // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// The latency lane: bands between p50, p75, p95 and p99 on a log2 axis, with thresholds and Apdex.
// GUI thread.
#pragma once

#include "models/latency_bands.h"
#include "widgets/lane.h"

namespace widgets {

class LatencyLane : public Lane
{
    Q_OBJECT
public:
    explicit LatencyLane(QWidget *parent = nullptr);

    // Shown with the next setFrame().
    void setBands(models::LatencyBands bands);

    [[nodiscard]] QString explained() const override { return QStringLiteral("latency"); }
    [[nodiscard]] std::vector<ReadoutRow> readoutAt(double ms) const override;
    [[nodiscard]] std::optional<QPointF> dotAt(double ms) const override;

protected:
    [[nodiscard]] models::FigureTable seriesTable() const override;
    [[nodiscard]] double exactValue(double value) const override;
    void styleSeries() override;
    void updateSeries(models::ColumnSpans &changed) override;
    void feedSeries(std::span<const models::ColumnSpan> spans) override;
    [[nodiscard]] models::ValueRange wantedRange() const override;
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] std::vector<ValueTick> valueTicks(const models::ValueRange &range,
                                                    int atMost) const override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<std::vector<TextRun>> subtitle() const override;
    [[nodiscard]] std::vector<EndLabel> endLabels() const override;
    [[nodiscard]] QString valueText(double value) const override;
    [[nodiscard]] std::optional<double> dataEndMs() const override;

private:
    void drawThreshold(QPainter &painter, double ms, const QString &label, const QColor &colour);

    models::LatencyBands m_bands;
    BandRuns m_p95to99, m_p75to95, m_p50to75;
    LineRuns m_p99, m_p95, m_p50, m_p75;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// The Conversion lane: the rolling share with its 95 % band, dotted and hatched where cohorts are
// still maturing. GUI thread.
#pragma once

#include "models/conversion_series.h"
#include "widgets/lane.h"

namespace widgets {

class ConversionLane : public Lane
{
    Q_OBJECT
public:
    explicit ConversionLane(QWidget *parent = nullptr);

    // Shown with the next setFrame().
    void setSeries(models::ConversionSeries series);

    [[nodiscard]] QString explained() const override { return QStringLiteral("conversion"); }
    [[nodiscard]] std::vector<ReadoutRow> readoutAt(double ms) const override;
    [[nodiscard]] std::optional<QPointF> dotAt(double ms) const override;

protected:
    [[nodiscard]] models::FigureTable seriesTable() const override;
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
    // What it shows is no firm figure.
    [[nodiscard]] bool isGrey() const { return m_series.fewData || m_series.gaps; }
    void describe();

    models::ConversionSeries m_series;
    BandRuns m_band;
    LineRuns m_line;
    LineRuns m_maturing;
};

} // namespace widgets

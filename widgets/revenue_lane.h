// SPDX-License-Identifier: GPL-3.0-or-later
// The Revenue lane: money per minute in bars. GUI thread.
#pragma once

#include "models/revenue_bars.h"
#include "widgets/lane.h"

namespace widgets {

class RevenueLane : public Lane
{
    Q_OBJECT
public:
    explicit RevenueLane(QWidget *parent = nullptr);

    // Shown with the next setFrame().
    void setBars(models::RevenueBars bars);

    [[nodiscard]] QString explained() const override { return QStringLiteral("revenue"); }
    [[nodiscard]] std::vector<ReadoutRow> readoutAt(double ms) const override;

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
    void update(BandRuns &band, bool complete, models::ColumnSpans &changed);

    models::RevenueBars m_bars;
    BandRuns m_complete;
    BandRuns m_partial;
};

} // namespace widgets

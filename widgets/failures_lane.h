// SPDX-License-Identifier: GPL-3.0-or-later
// The Failed attempts lane: failures per minute, stacked by category, the one that rose on top and
// in full colour. GUI thread.
#pragma once

#include "models/failure_stack.h"
#include "widgets/lane.h"

#include <vector>

namespace widgets {

class FailuresLane : public Lane
{
    Q_OBJECT
public:
    explicit FailuresLane(QWidget *parent = nullptr);

    // Shown with the next setFrame().
    void setStack(models::FailureStack stack);

    [[nodiscard]] QString explained() const override { return QStringLiteral("failures"); }
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
    [[nodiscard]] std::optional<std::size_t> pointAt(double ms) const;
    [[nodiscard]] double totalAt(std::size_t point) const;

    models::FailureStack m_stack;
    std::vector<BandRuns> m_bands; // from the bottom up
};

} // namespace widgets

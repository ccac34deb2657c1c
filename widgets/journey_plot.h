// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of a journey over time: a scale, a row for each service, a dot for each event, a
// hatched box for what never came. Made for one painting. GUI thread.
#pragma once

#include "models/journey_line.h"
#include "widgets/theme.h"

#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace widgets {

class JourneyPlot
{
public:
    // `area` is all there is, gutter and scale included; `ratio` of the device.
    JourneyPlot(const models::JourneyLine &line, const Theme &theme, const QRectF &area,
                double ratio);

    // With a ring around the event of this number, where there is one.
    void paint(QPainter &painter, std::uint64_t chosen) const;
    // The event nearest to a place, where one is near; its place in the line's dots.
    [[nodiscard]] std::optional<std::size_t> dotAt(const QPointF &place) const;

    // Of one service, in px, in an area so high.
    [[nodiscard]] static double rowHeight(const models::JourneyLine &line, double areaHeight);

private:
    void paintScale(QPainter &painter) const;
    void paintRows(QPainter &painter) const;
    // Where their names stand.
    [[nodiscard]] std::vector<QRectF> paintMissing(QPainter &painter) const;
    void paintDots(QPainter &painter, std::uint64_t chosen) const;
    void paintLabels(QPainter &painter, std::vector<QRectF> taken) const;
    [[nodiscard]] double x(double seconds) const;
    [[nodiscard]] double y(int row) const;

    const models::JourneyLine &m_line;
    const Theme &m_theme;
    QRectF m_area;
    QRectF m_plot;
    double m_ratio;
};

} // namespace widgets

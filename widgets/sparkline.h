// SPDX-License-Identifier: GPL-3.0-or-later
// A word-sized line without axes: the course of a figure beside it. GUI thread.
#pragma once

#include <QColor>

#include <span>

class QPainter;
class QRectF;

namespace widgets {

struct SparklineStyle
{
    QColor line;
    QColor dot;         // end point; invalid: none
    double width = 1.3; // logical pixels
    bool fromZero = false;
    // What it is compared with, dotted 2-2: as long a time, however many values.
    std::span<const double> then;
    QColor thenLine;
};

// Equally spaced values, oldest first; NaN breaks the line.
void drawSparkline(QPainter &painter, const QRectF &box, std::span<const double> values,
                   const SparklineStyle &style);

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// A line over time in columns of pixels, about a point for each, which can be compared with the one
// drawn before: what is equal need not be painted again. Plain functions; any thread.
#pragma once

#include "models/column_spans.h"
#include "models/pixel_columns.h"

#include <QList>
#include <QPointF>

#include <span>
#include <vector>

namespace models {

struct ColumnPoint
{
    double x = 0; // columns since 1970
    double y = 0;
    bool begins = false; // a run of its own: not joined to the point before
    bool operator==(const ColumnPoint &) const = default;
};

using ColumnLine = std::vector<ColumnPoint>;

// Runs of points sorted by x in ms. Of each two columns the lowest and the highest remain, in order
// of x; so do two columns on either side of the view, that the line reaches the edges.
[[nodiscard]] ColumnLine columnLine(std::span<const std::span<const QPointF>> runs,
                                    const PixelColumns &columns);

// Adds the columns in which the two lines differ.
void addChanges(const ColumnLine &before, const ColumnLine &after, ColumnSpans &changed);

struct ColumnRun
{
    std::size_t index = 0; // of the line's runs
    QList<QPointF> points;
};

// The runs that reach into [from, to], cut a little outside of it; x counted from column `origin`.
[[nodiscard]] std::vector<ColumnRun> runsWithin(const ColumnLine &line, double from, double to,
                                                std::int64_t origin);

} // namespace models

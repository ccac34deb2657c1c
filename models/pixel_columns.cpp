// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pixel_columns.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

constexpr double kParts = 16; // of a pixel

} // namespace

double PixelColumns::at(double ms) const
{
    return std::round(ms / msPerPx * kParts) / kParts;
}

std::int64_t PixelColumns::columnOf(double ms) const
{
    return static_cast<std::int64_t>(std::floor(at(ms)));
}

PixelColumns pixelColumnsOf(const TimeAxis &axis, int widthPx)
{
    PixelColumns columns;
    columns.count = std::max(1, widthPx);
    columns.msPerPx = axis.spanMs() > 0 ? axis.spanMs() / columns.count : 1;
    columns.first =
        static_cast<std::int64_t>(std::ceil(axis.toMs / columns.msPerPx)) - columns.count;
    return columns;
}

} // namespace models

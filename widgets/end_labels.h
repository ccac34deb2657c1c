// SPDX-License-Identifier: GPL-3.0-or-later
// The labels at the right ends of a lane's lines, moved apart where they would overlap.
// GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

class QPainter;
class QRectF;

namespace widgets {

struct Theme;

struct Swatch
{
    std::optional<std::uint32_t> ordinal; // empty: "(other)"
};

struct EndLabel
{
    double y = 0; // where the line ends
    QString text;
    QString brief; // instead, where `text` does not fit: numbers are never cut
    QString note;  // a second line, smaller
    QFont font;
    QColor colour;
    std::optional<Swatch> swatch;
};

// Middles for labels of the given heights, sorted by wanted middle: as wanted where there is room,
// else moved apart just so that none overlaps, and all of them kept in [top, bottom] if they fit.
[[nodiscard]] std::vector<double> spreadApart(std::span<const double> wanted,
                                              std::span<const double> heights, double top,
                                              double bottom);

void drawEndLabels(QPainter &painter, const QRectF &gutter, std::vector<EndLabel> labels,
                   const Theme &theme);

} // namespace widgets

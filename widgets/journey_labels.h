// SPDX-License-Identifier: GPL-3.0-or-later
// Where the names of a journey's events stand, so that none covers another: failures first, then
// by time. Close failures of one name share it. Pure.
#pragma once

#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

namespace widgets {

struct LabelledDot
{
    QPointF at;
    QString text;
    bool failing = false;
};

struct PlacedLabel
{
    QRectF box;
    QString text;
    bool failing = false;
};

// `widthOf` a text in px, `line` the height of one; `taken` is where nothing may stand. Names that
// find no room within `bounds` are left out.
[[nodiscard]] std::vector<PlacedLabel>
placeLabels(const std::vector<LabelledDot> &dots, const QRectF &bounds, std::vector<QRectF> taken,
            double line, const std::function<double(const QString &)> &widthOf);

} // namespace widgets

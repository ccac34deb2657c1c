// SPDX-License-Identifier: GPL-3.0-or-later
// A chart, a table or a row of figures that can be copied, saved, explained and read out. Bases of
// the widgets that are one, beside QWidget. GUI thread.
#pragma once

#include "models/figure_table.h"

#include <QPoint>
#include <QSize>

class QPainter;
class QWidget;

namespace widgets {

// What screen readers find behind a picture.
class FigureSource
{
public:
    virtual ~FigureSource() = default;
    [[nodiscard]] virtual models::FigureTable figures() const = 0;
};

// Its figures are what is copied and saved.
class Exhibit : public FigureSource
{
public:
    // The name under which models::explanationOf() knows it: of the part that is chosen.
    [[nodiscard]] virtual QString explained() const = 0;
    // The part at this place of the widget becomes the chosen one.
    virtual void choosePart(const QPoint & /*place*/) {}
    // A picture of the chosen part; an empty size: of the widget as it stands.
    [[nodiscard]] virtual QSize pictureSize() const { return {}; }
    virtual void paintPicture(QPainter & /*painter*/) {}
    // False for what is written rather than drawn: it is saved as rows only.
    [[nodiscard]] virtual bool isDrawn() const { return true; }
};

// The exhibit that `widget` is, or stands in; null where none is.
[[nodiscard]] Exhibit *exhibitAround(QWidget *widget);
[[nodiscard]] QWidget *widgetOf(Exhibit *exhibit);

} // namespace widgets

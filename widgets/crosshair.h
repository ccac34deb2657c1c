// SPDX-License-Identifier: GPL-3.0-or-later
// The line through all charts of a column, with the time it stands at, a dot on every main line
// and a readout beside it. An overlay that takes no events. GUI thread.
#pragma once

#include "widgets/lane.h"

#include <optional>
#include <vector>

namespace widgets {

struct CrosshairPicture
{
    double x = 0; // in this widget's coordinates
    QString time;
    std::vector<QPointF> dots;
    std::vector<ReadoutRow> rows;
    QStringList workedOut; // below them: a heading and its lines; may be empty
    QRect chosen;          // the lane that Enter is about; empty: none
    int plotRight = 0;
    int axisHeight = 24; // at the bottom, where the time chip stands
};

class Crosshair : public ThemedWidget
{
    Q_OBJECT
public:
    explicit Crosshair(QWidget *parent = nullptr);

    void show(const std::optional<CrosshairPicture> &picture);
    void setFocusRing(bool visible);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawChip(QPainter &painter) const;
    void drawReadout(QPainter &painter) const;
    void drawWorkedOut(QPainter &painter, const QRectF &box) const;

    std::optional<CrosshairPicture> m_picture;
    bool m_focusRing = false;
};

} // namespace widgets

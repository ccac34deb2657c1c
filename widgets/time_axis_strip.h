// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of the time axis below a column of lanes; the instant now stands at the right edge.
// As a widget, or painted by a panel that paints its lanes itself. GUI thread.
#pragma once

#include "widgets/lane.h"

namespace widgets {

class TimeAxisStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TimeAxisStrip(QWidget *parent = nullptr);

    void setFrame(const LaneFrame &frame);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LaneFrame m_frame;
};

// Into `box`, whose left and right edges are the frame's; nothing where there is no plot.
void paintTimeAxis(QPainter &painter, const QRect &box, const LaneFrame &frame, const Theme &theme);

} // namespace widgets

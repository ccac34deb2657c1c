// SPDX-License-Identifier: GPL-3.0-or-later
// A row above the charts of a column, for what happened when, with the ground below it for lines
// through all of them. An overlay that takes no events. GUI thread.
#pragma once

#include "models/time_axis.h"
#include "widgets/themed_widget.h"

class QPainter;

namespace widgets {

class MarkRow : public ThemedWidget
{
    Q_OBJECT
public:
    // The plots reach from `left` to `right` px; the charts end `below` px above the bottom.
    void setFrame(const models::TimeAxis &axis, int left, int right, int below);
    [[nodiscard]] int rowHeight() const; // px; 0 without marks

protected:
    explicit MarkRow(QWidget *parent = nullptr);

    [[nodiscard]] virtual bool isEmpty() const = 0;
    // The row's ground, and what it is called at its left.
    void paintRow(QPainter &painter, const QString &title) const;
    [[nodiscard]] double xOf(double ms) const; // in whole px, outside the plots as well
    [[nodiscard]] const models::TimeAxis &axis() const { return m_axis; }
    [[nodiscard]] int plotLeft() const { return m_left; }
    [[nodiscard]] int plotRight() const { return m_right; }
    [[nodiscard]] int chartsEnd() const { return height() - m_below; }

private:
    models::TimeAxis m_axis;
    int m_left = 0;
    int m_right = 1;
    int m_below = 0;
};

} // namespace widgets

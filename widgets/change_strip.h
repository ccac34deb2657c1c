// SPDX-License-Identifier: GPL-3.0-or-later
// Markers over the charts of a column: a flag with a letter and a title in the row above them, and
// a dashed line through all of them. An overlay that takes no events. GUI thread.
#pragma once

#include "models/change_marks.h"
#include "models/time_axis.h"
#include "widgets/themed_widget.h"

#include <vector>

namespace widgets {

class ChangeStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ChangeStrip(QWidget *parent = nullptr);

    // `all`: none of the window has been let go.
    void setMarks(std::vector<models::ChangeMark> marks, bool all = true);
    // The plots reach from `left` to `right` px; the charts end `below` px above the bottom.
    void setFrame(const models::TimeAxis &axis, int left, int right, int below);
    [[nodiscard]] const std::vector<models::ChangeMark> &marks() const { return m_marks; }
    [[nodiscard]] int rowHeight() const; // px; 0 without marks

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::vector<models::ChangeMark> shownMarks() const; // in the frame
    [[nodiscard]] double xOf(double ms) const;

    std::vector<models::ChangeMark> m_marks;
    bool m_all = true;
    models::TimeAxis m_axis;
    int m_left = 0;
    int m_right = 1;
    int m_below = 0;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents over the charts of a column: a bar with a title in the row above them, and a line
// through all of them where one began. An overlay that takes no events. GUI thread.
#pragma once

#include "models/incident_marks.h"
#include "models/time_axis.h"
#include "widgets/themed_widget.h"

#include <vector>

namespace widgets {

class IncidentStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit IncidentStrip(QWidget *parent = nullptr);

    void setMarks(std::vector<models::IncidentMark> marks);
    // The plots reach from `left` to `right` px; the charts end `below` px above the bottom.
    void setFrame(const models::TimeAxis &axis, int left, int right, int below);
    [[nodiscard]] const std::vector<models::IncidentMark> &marks() const { return m_marks; }
    [[nodiscard]] int rowHeight() const; // px; 0 without marks

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double xOf(double ms) const;
    [[nodiscard]] QColor colourOf(models::Status status) const;
    void paintBars(QPainter &painter) const;
    void paintTitles(QPainter &painter) const;

    std::vector<models::IncidentMark> m_marks;
    models::TimeAxis m_axis;
    int m_left = 0;
    int m_right = 1;
    int m_below = 0;
};

} // namespace widgets

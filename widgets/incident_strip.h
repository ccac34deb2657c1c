// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents over the charts of a column: a bar with a title in the row above them, and a line
// through all of them where one began. An overlay that takes no events. GUI thread.
#pragma once

#include "models/incident_marks.h"
#include "widgets/mark_row.h"

#include <vector>

namespace widgets {

class IncidentStrip : public MarkRow
{
    Q_OBJECT
public:
    explicit IncidentStrip(QWidget *parent = nullptr);

    void setMarks(std::vector<models::IncidentMark> marks);
    [[nodiscard]] const std::vector<models::IncidentMark> &marks() const { return m_marks; }

protected:
    [[nodiscard]] bool isEmpty() const override { return m_marks.empty(); }
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double clampedX(double ms) const; // within the plots
    [[nodiscard]] QColor colourOf(models::Status status) const;
    void paintBars(QPainter &painter) const;
    void paintTitles(QPainter &painter) const;
    void paintTitle(QPainter &painter, const QRectF &box, const models::IncidentMark &mark,
                    const QString &note) const;

    std::vector<models::IncidentMark> m_marks;
};

} // namespace widgets

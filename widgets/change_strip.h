// SPDX-License-Identifier: GPL-3.0-or-later
// Markers over the charts of a column: a flag with a letter and a title in the row above them, and
// a dashed line through all of them. An overlay that takes no events. GUI thread.
#pragma once

#include "models/change_marks.h"
#include "widgets/mark_row.h"

#include <vector>

namespace widgets {

class ChangeStrip : public MarkRow
{
    Q_OBJECT
public:
    explicit ChangeStrip(QWidget *parent = nullptr);

    // `all`: none of the window has been let go.
    void setMarks(std::vector<models::ChangeMark> marks, bool all = true);
    [[nodiscard]] const std::vector<models::ChangeMark> &marks() const { return m_marks; }

protected:
    [[nodiscard]] bool isEmpty() const override { return m_marks.empty(); }
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::vector<models::ChangeMark> shownMarks() const; // in the frame

    std::vector<models::ChangeMark> m_marks;
    bool m_all = true;
};

} // namespace widgets

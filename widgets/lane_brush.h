// SPDX-License-Identifier: GPL-3.0-or-later
// The stretch of a column of charts that is being dragged over, or chosen by key. An overlay that
// takes no events itself. GUI thread.
#pragma once

#include "widgets/themed_widget.h"

#include <optional>
#include <utility>

namespace widgets {

class LaneBrush : public ThemedWidget
{
    Q_OBJECT
public:
    explicit LaneBrush(QWidget *parent = nullptr);

    void press(double x);
    // True once it is a drag and no click.
    bool move(double x);
    // By key: from one x to another, in either order, whatever was pressed.
    void lay(double from, double to);
    // Ends it: the stretch, left end first; empty where it was a click or nothing.
    std::optional<std::pair<double, double>> release();
    [[nodiscard]] bool isPressed() const { return m_pressed.has_value(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_pressed;
    double m_x = 0;
    bool m_drags = false;
};

} // namespace widgets

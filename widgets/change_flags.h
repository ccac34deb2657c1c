// SPDX-License-Identifier: GPL-3.0-or-later
// Where the flags of markers stand beside one another, and how one is drawn: a letter, and as much
// of its title as there is room for. GUI thread.
#pragma once

#include "models/change_marks.h"

#include <QRectF>
#include <QString>

#include <vector>

class QFont;
class QPainter;

namespace widgets {

struct Theme;

struct ChangeFlag
{
    QRectF box;   // empty: there is no room, its line alone says that something was
    QString text; // of the title; empty: the letter alone
};

// One flag for each mark, which stand at `xs`, ascending, and end before `right`. `letter`: the
// side of a letter's box, as high as the flag.
[[nodiscard]] std::vector<ChangeFlag> changeFlags(const std::vector<models::ChangeMark> &marks,
                                                  const std::vector<double> &xs, double right,
                                                  double letter, const QFont &font);

void drawChangeFlag(QPainter &painter, const models::ChangeMark &mark, const ChangeFlag &flag,
                    const Theme &theme);

// A line at x from top to bottom, as markers have it.
void drawChangeLine(QPainter &painter, double x, double top, double bottom, const QColor &colour);

} // namespace widgets

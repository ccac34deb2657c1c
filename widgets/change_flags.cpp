// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_flags.h"

#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kBesideTitle = 5;  // on both sides of it
constexpr double kLeastTitle = 28;  // px of a title worth showing
constexpr double kBetweenFlags = 3; // at least

} // namespace

std::vector<ChangeFlag> changeFlags(const std::vector<models::ChangeMark> &marks,
                                    const std::vector<double> &xs, double right, double letter,
                                    const QFont &font)
{
    const QFontMetricsF metrics(font);
    std::vector<ChangeFlag> flags(marks.size());
    double free = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double left = std::min(xs[i], right - letter);
        if (left < free)
            continue;
        const double next = i + 1 < xs.size() ? std::min(xs[i + 1] - kBetweenFlags, right) : right;
        const double room = next - left - letter - 2 * kBesideTitle;
        const double wanted = metrics.horizontalAdvance(marks[i].title);
        double wide = letter;
        if (room >= std::min(wanted, kLeastTitle)) {
            flags[i].text = metrics.elidedText(marks[i].title, Qt::ElideRight, room);
            wide += metrics.horizontalAdvance(flags[i].text) + 2 * kBesideTitle;
        }
        flags[i].box = QRectF(left, 0, wide, letter);
        free = flags[i].box.right() + kBetweenFlags;
    }
    return flags;
}

void drawChangeFlag(QPainter &painter, const models::ChangeMark &mark, const ChangeFlag &flag,
                    const Theme &theme)
{
    if (flag.box.isEmpty())
        return;
    const QRectF letter(flag.box.topLeft(), QSizeF(flag.box.height(), flag.box.height()));
    painter.fillRect(letter, theme.text2);
    painter.setFont(theme.font(10, QFont::Bold));
    painter.setPen(theme.panel);
    painter.drawText(letter, Qt::AlignCenter, QString(mark.letter));
    if (flag.text.isEmpty())
        return;
    const QRectF title = flag.box.adjusted(flag.box.height(), 0, 0, 0);
    painter.fillRect(title, theme.raised);
    painter.setPen(QPen(theme.rule2, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(title.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(theme.font(11));
    painter.setPen(theme.text);
    painter.drawText(title, Qt::AlignCenter, flag.text);
}

void drawChangeLine(QPainter &painter, double x, double top, double bottom, const QColor &colour)
{
    QPen pen(colour, 1);
    pen.setDashPattern({3, 3});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(x + 0.5, top), QPointF(x + 0.5, bottom));
}

} // namespace widgets

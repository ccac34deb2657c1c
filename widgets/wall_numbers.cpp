// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_text.h"
#include "widgets/hatch.h"
#include "widgets/hollow_text.h"
#include "widgets/sparkline.h"
#include "widgets/status_shape.h"
#include "widgets/wall_parts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kLabelPx = 42;
constexpr int kWordPx = 38;
constexpr int kNumberNotePx = 40;
constexpr int kUnitPx = 42;
constexpr double kNumberShape = 32;
constexpr double kNoteArrow = 28;
constexpr double kHollowStroke = 2.5;
constexpr double kNumberGutter = 34; // from a column's rule to its text
constexpr double kLeastNumberCourse = 80;

double numberWidth(const WallCanvas &canvas, const models::WallFigure &figure, int px)
{
    const double value =
        QFontMetricsF(canvas.theme.font(px, QFont::DemiBold)).horizontalAdvance(figure.value);
    const double unit =
        QFontMetricsF(canvas.theme.font(kUnitPx, QFont::Medium)).horizontalAdvance(figure.unit);
    return figure.unit.isEmpty() ? value : value + 14 + unit;
}

// The largest size at which every number fits its column, so that all are of one size.
int numberPx(const WallCanvas &canvas, const models::WallPicture &picture, double width, int most)
{
    for (int px = most; px > kWallSmallNumberPx; px -= 2)
        if (std::ranges::all_of(picture.figures, [&](const models::WallFigure &figure) {
                return numberWidth(canvas, figure, px) <= width;
            }))
            return px;
    return kWallSmallNumberPx;
}

struct Caption
{
    FittedText label;
    FittedText word;
};

// The largest sizes at which both stand on one line; a word is never cut.
Caption captionOf(const WallCanvas &canvas, const models::WallFigure &figure, double width)
{
    Caption caption;
    for (int less = 0; less <= 8; less += 2) {
        const QFont label = canvas.theme.font(kLabelPx - less, QFont::Medium);
        const QFont word = canvas.theme.font(kWordPx - less, QFont::DemiBold);
        caption.word = fit(figure.word, word, width, kWordPx - less);
        const double room = width - caption.word.width - kNumberShape - 26;
        caption.label = fit(figure.label, label, room, kLabelPx - less);
        if (caption.label.text == figure.label)
            break;
    }
    return caption;
}

void drawCaption(const WallCanvas &canvas, const QRectF &box, const models::WallFigure &figure)
{
    const Theme &theme = canvas.theme;
    const double base = box.top() + 46;
    const Caption caption = captionOf(canvas, figure, box.width());
    drawText(canvas.painter, {box.right(), base}, Side::right, caption.word,
             theme.status(figure.status));
    const double shapeLeft = box.right() - caption.word.width - 10 - kNumberShape;
    if (!figure.word.isEmpty())
        drawStatusShape(canvas.painter, QRectF(shapeLeft, base - 29, kNumberShape, kNumberShape),
                        figure.status, theme);
    drawText(canvas.painter, {box.left(), base}, Side::left, caption.label, theme.text2);
}

void drawNumber(const WallCanvas &canvas, const QPointF &base, const models::WallFigure &figure,
                int px)
{
    const Theme &theme = canvas.theme;
    const QFont font = theme.font(px, QFont::DemiBold);
    // Digits keep some air at their left: the number begins where the words above do.
    const double left = figure.value.size() > 1 ? base.x() - px * 0.04 : base.x();
    if (figure.stale) {
        drawHollowText(canvas.painter, {left, base.y()}, figure.value, font, theme.stale,
                       kHollowStroke);
    } else {
        canvas.painter.setFont(font);
        canvas.painter.setPen(figure.few || !figure.judged ? theme.muted : theme.text);
        canvas.painter.drawText(QPointF(left, base.y()), figure.value);
    }
    canvas.painter.setFont(theme.font(kUnitPx, QFont::Medium));
    canvas.painter.setPen(theme.text2);
    canvas.painter.drawText(
        QPointF(left + QFontMetricsF(font).horizontalAdvance(figure.value) + 14, base.y()),
        figure.unit);
}

void drawCourse(const WallCanvas &canvas, const QRectF &box, const models::WallFigure &figure)
{
    if (figure.stale || figure.course.size() < 2 || box.width() < kLeastNumberCourse)
        return;
    SparklineStyle style;
    style.line = canvas.theme.data;
    style.dot = canvas.theme.data;
    style.width = 2.6;
    style.then = figure.courseThen;
    style.thenLine = canvas.theme.base;
    drawSparkline(canvas.painter, box, figure.course, style);
}

void drawFigure(const WallCanvas &canvas, const QRectF &box, const models::WallFigure &figure,
                int px, bool tall)
{
    drawCaption(canvas, box, figure);
    const double base = box.top() + (tall ? 74 : 60) + px * 0.83;
    drawNumber(canvas, {box.left(), base}, figure, px);
    const bool change =
        figure.status == models::Status::look || figure.status == models::Status::bad;
    const QColor colour = figure.stale            ? canvas.theme.text
                          : change && !figure.few ? canvas.theme.status(figure.status)
                                                  : canvas.theme.text2;
    const double noteBase = base + (tall ? 66 : 60);
    double noteLeft = box.left();
    if (figure.arrow != 0) {
        drawDeltaArrow(canvas.painter, QRectF(noteLeft, noteBase - 26, kNoteArrow, 24),
                       figure.arrow, colour);
        noteLeft += kNoteArrow + 12;
    }
    const FittedText note = fit(figure.note, canvas.theme.font(kNumberNotePx, QFont::DemiBold),
                                box.right() - noteLeft, 34);
    drawText(canvas.painter, {noteLeft, noteBase}, Side::left, note, colour);
    if (tall) {
        drawCourse(canvas,
                   QRectF(QPointF(box.left(), noteBase + 24), QPointF(box.right(), box.bottom())),
                   figure);
        return;
    }
    const double from = note.width > 0 ? noteLeft + note.width + 26 : box.left();
    drawCourse(canvas, QRectF(QPointF(from, base + 20), QPointF(box.right(), base + 76)), figure);
}

} // namespace

void drawWallNumbers(const WallCanvas &canvas, const QRectF &box,
                     const models::WallPicture &picture)
{
    QPainter &painter = canvas.painter;
    const Theme &theme = canvas.theme;
    const int columns = canvas.portrait ? 2 : 4;
    const int rows = 4 / columns;
    const double margin = canvas.portrait ? kWallMarginPortrait : kWallMargin;
    const QSizeF cell(box.width() / columns, box.height() / rows);
    const bool tall = cell.height() > 340;
    const double textWidth = cell.width() - margin - kNumberGutter;
    const int px = numberPx(canvas, picture, textWidth, kWallNumberPx);
    for (int i = 0; i < 4; ++i) {
        const models::WallFigure &figure = picture.figures.at(static_cast<std::size_t>(i));
        const int column = i % columns;
        const int row = i / columns;
        const QRectF area(box.left() + column * cell.width(), box.top() + row * cell.height(),
                          cell.width(), cell.height());
        if (figure.stale || picture.stale) {
            const double bleedLeft = column == 0 ? kWallBleed : 0;
            const double bleedRight = column == columns - 1 ? kWallBleed : 0;
            painter.fillRect(area.adjusted(-bleedLeft, 0, bleedRight, 0),
                             hatchBrush(theme.rule2, canvas.deviceScale, 12));
        }
        const double left = column == 0 ? margin : kNumberGutter;
        const double right = column == columns - 1 ? margin : kNumberGutter;
        drawFigure(canvas, area.adjusted(left, 22, -right, -24), figure, px, tall);
        if (column > 0)
            painter.fillRect(QRectF(area.left(), area.top() + 24, 2, area.height() - 48),
                             theme.rule);
        if (row > 0 && column == 0)
            painter.fillRect(QRectF(-kWallBleed, area.top(), box.width() + 2 * kWallBleed, 2),
                             theme.rule);
    }
}

} // namespace widgets

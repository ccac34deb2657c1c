// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_text.h"
#include "widgets/status_shape.h"
#include "widgets/wall_parts.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kWordShape = 150;
constexpr double kWordIndent = 183; // from the margin to the word

// Healthy and unknown words are plain text: their shape carries the colour.
QColor wordColour(const WallCanvas &canvas, models::Status status)
{
    const bool coloured = status == models::Status::look || status == models::Status::bad;
    return coloured ? canvas.theme.status(status) : canvas.theme.text;
}

QFont wordFont(const WallCanvas &canvas, int px)
{
    QFont font = canvas.theme.font(px, QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, -0.02 * px);
    return font;
}

void drawHeaderAcross(const WallCanvas &canvas, const QRectF &box,
                      const models::WallPicture &picture)
{
    const Theme &theme = canvas.theme;
    const Side clockSide = picture.shift.sidesSwapped ? Side::left : Side::right;
    const double left = box.left() + kWallMargin;
    const double right = box.right() - kWallMargin;
    const double clockEnd = clockSide == Side::left ? left : right;
    const FittedText clock =
        fit(picture.clock, theme.font(picture.stale ? 132 : 128, QFont::DemiBold), 520, 80);
    const FittedText note = fit(picture.clockNote, theme.font(40), 520, 34);
    drawText(canvas.painter, {clockEnd, 145}, clockSide, clock, theme.text);
    drawText(canvas.painter, {clockEnd, 202}, clockSide, note, theme.text2);

    const double free = right - left - kWordIndent - 60 - std::max(clock.width, note.width);
    const FittedText word = fit(picture.wordText, wordFont(canvas, kWallWordPx), free, 110);
    // The sentence stands below the clock's note: it may be as wide as the wall.
    const FittedText sentence =
        fit(picture.sentence, theme.font(42, QFont::Medium),
            clockSide == Side::right ? right - left - kWordIndent : right - left, 36);
    const models::Status status = models::statusOf(picture.word);
    const double wordLeft = clockSide == Side::right ? left + kWordIndent : right - word.width;
    const QRectF shape(wordLeft - kWordIndent - 7, 43, kWordShape, kWordShape);
    drawStatusShape(canvas.painter, shape, status, theme);
    drawText(canvas.painter, {wordLeft, 168}, Side::left, word, wordColour(canvas, status));
    if (clockSide == Side::right)
        drawText(canvas.painter, {wordLeft, 244}, Side::left, sentence, theme.text2);
    else
        drawText(canvas.painter, {right, 244}, Side::right, sentence, theme.text2);
}

void drawHeaderUpright(const WallCanvas &canvas, const QRectF &box,
                       const models::WallPicture &picture)
{
    const Theme &theme = canvas.theme;
    const double left = box.left() + kWallMarginPortrait;
    const double right = box.right() - kWallMarginPortrait;
    const models::Status status = models::statusOf(picture.word);
    const bool swapped = picture.shift.sidesSwapped;
    const double shapeSide = 136;
    const FittedText word =
        fit(picture.wordText, wordFont(canvas, 138), right - left - shapeSide - 28, 100);
    const double shapeLeft = swapped ? right - word.width - shapeSide - 28 : left - 4;
    drawStatusShape(canvas.painter, QRectF(shapeLeft, 52, shapeSide, shapeSide), status, theme);
    drawText(canvas.painter, {shapeLeft + shapeSide + 28, 168}, Side::left, word,
             wordColour(canvas, status));
    const FittedText sentence =
        fit(picture.sentence, theme.font(42, QFont::Medium), right - left, 34);
    drawText(canvas.painter, {left, 262}, Side::left, sentence, theme.text2);
    const FittedText clock = fit(picture.clock, theme.font(60, QFont::DemiBold), 400, 40);
    const FittedText note =
        fit(picture.clockNote, theme.font(40), right - left - clock.width - 24, 34);
    const double clockLeft = swapped ? right - clock.width - 24 - note.width : left;
    drawText(canvas.painter, {clockLeft, 334}, Side::left, clock, theme.text);
    drawText(canvas.painter, {clockLeft + clock.width + 24, 334}, Side::left, note, theme.text2);
}

} // namespace

void drawWallHeader(const WallCanvas &canvas, const QRectF &box, const models::WallPicture &picture)
{
    canvas.portrait ? drawHeaderUpright(canvas, box, picture)
                    : drawHeaderAcross(canvas, box, picture);
}

} // namespace widgets

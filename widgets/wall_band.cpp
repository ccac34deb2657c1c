// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_text.h"
#include "widgets/wall_parts.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kLeastDetail = 34; // px
constexpr int kHeadlinePx = 46;
constexpr int kFigurePx = 62;
constexpr int kClockPx = 45;
constexpr int kBandNotePx = 36;
constexpr double kOutline = 4;

QColor fillOf(const WallCanvas &canvas, const models::WallBand &band)
{
    return band.kind == models::WallBand::Kind::stale ? canvas.theme.text
                                                      : canvas.theme.status(band.status);
}

// Fills or outlines the band; returns the colour to write with.
QColor drawGround(const WallCanvas &canvas, const QRectF &box, const models::WallPicture &picture)
{
    const QColor colour = fillOf(canvas, *picture.band);
    const QRectF wide = box.adjusted(-kWallBleed, 0, kWallBleed, 0);
    if (!picture.bandOutlined) {
        canvas.painter.fillRect(wide, colour);
        return canvas.theme.panel;
    }
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(QPen(colour, kOutline));
    const double in = kOutline / 2;
    canvas.painter.drawRect(box.adjusted(in + 8, in, -in - 8, -in));
    return colour;
}

// A figure and its note at the right end of the band; returns where the next one ends.
double drawFigure(const WallCanvas &canvas, double right, double top, const QString &figure,
                  const QString &note, int px, const QColor &ink)
{
    const FittedText large = fit(figure, canvas.theme.font(px, QFont::Bold), 420, 40);
    const FittedText small = fit(note, canvas.theme.font(kBandNotePx), 420, 34);
    const double left = right - std::max(large.width, small.width);
    drawText(canvas.painter, {right, top + 58}, Side::right, large, ink);
    drawText(canvas.painter, {right, top + 97}, Side::right, small, ink);
    return left;
}

FittedText detailOf(const models::WallBand &band, const QFont &font, double width)
{
    const FittedText detail = fit(band.detail, font, width, kLeastDetail);
    return detail.text == band.detail || band.brief.isEmpty()
               ? detail
               : fit(band.brief, font, width, kLeastDetail);
}

void drawBandAcross(const WallCanvas &canvas, const QRectF &box, const models::WallBand &band,
                    const QColor &ink)
{
    double right = box.right() - kWallMargin;
    const double left = box.left() + kWallMargin;
    const bool clock = band.kind == models::WallBand::Kind::stale;
    const int px = clock && band.first.isEmpty() ? kClockPx : kFigurePx;
    const auto separate = [&] {
        canvas.painter.fillRect(QRectF(right - 40, box.top() + 18, 2, box.height() - 36), ink);
        right -= 80;
    };
    if (!band.second.isEmpty()) {
        right = drawFigure(canvas, right, box.top(), band.second, band.secondNote, px, ink);
        separate();
    }
    if (!band.first.isEmpty()) {
        right = drawFigure(canvas, right, box.top(), band.first, band.firstNote, px, ink);
        separate();
    }
    const Theme &theme = canvas.theme;
    drawText(canvas.painter, {left, box.top() + 50}, Side::left,
             fit(band.headline, theme.font(kHeadlinePx, QFont::Bold), right - left, 36), ink);
    drawText(canvas.painter, {left, box.top() + 97}, Side::left,
             detailOf(band, theme.font(kBandNotePx), right - left), ink);
}

void drawBandUpright(const WallCanvas &canvas, const QRectF &box, const models::WallBand &band,
                     const QColor &ink)
{
    const Theme &theme = canvas.theme;
    const double left = box.left() + kWallMarginPortrait;
    const double right = box.right() - kWallMarginPortrait;
    drawText(canvas.painter, {left, box.top() + 60}, Side::left,
             fit(band.headline, theme.font(kHeadlinePx, QFont::Bold), right - left, 36), ink);
    drawText(canvas.painter, {left, box.top() + 113}, Side::left,
             detailOf(band, theme.font(38), right - left), ink);
    const double base = box.top() + 190;
    double x = left;
    double end = right;
    if (!band.second.isEmpty()) {
        const FittedText note = fit(band.secondNote, theme.font(kBandNotePx), 300, 30);
        const FittedText figure = fit(band.second, theme.font(kFigurePx, QFont::Bold), 300, 40);
        end -= drawText(canvas.painter, {end, base}, Side::right, note, ink) + 16;
        end -= drawText(canvas.painter, {end, base}, Side::right, figure, ink) + 24;
    }
    if (!band.first.isEmpty()) {
        const FittedText figure = fit(band.first, theme.font(kFigurePx, QFont::Bold), 320, 40);
        x += drawText(canvas.painter, {x, base}, Side::left, figure, ink) + 16;
        drawText(canvas.painter, {x, base}, Side::left,
                 fit(band.firstNote, theme.font(kBandNotePx), end - x, 30), ink);
    }
}

} // namespace

void drawWallBand(const WallCanvas &canvas, const QRectF &box, const models::WallPicture &picture)
{
    const QColor ink = drawGround(canvas, box, picture);
    canvas.portrait ? drawBandUpright(canvas, box, *picture.band, ink)
                    : drawBandAcross(canvas, box, *picture.band, ink);
}

} // namespace widgets

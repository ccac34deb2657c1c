// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_text.h"
#include "widgets/status_shape.h"
#include "widgets/wall_parts.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kTextPx = 36;
constexpr double kFooterShape = 32;
constexpr QSizeF kBox(36, 20);
constexpr double kBoxPitch = 46;

// One box a scene; the one that is shown fills up. Returns its width.
double drawRotation(const WallCanvas &canvas, const QPointF &leftMiddle,
                    const models::WallPicture &picture)
{
    QPainter &painter = canvas.painter;
    for (std::size_t i = 0; i < picture.scenes; ++i) {
        const QRectF box(leftMiddle.x() + kBoxPitch * double(i), leftMiddle.y() - kBox.height() / 2,
                         kBox.width(), kBox.height());
        if (i == picture.scene) {
            painter.fillRect(box, canvas.theme.rule2);
            const double share = picture.rotationHeld ? 1 : picture.sceneShare;
            painter.fillRect(QRectF(box.topLeft(), QSizeF(box.width() * share, box.height())),
                             canvas.theme.text);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(canvas.theme.text2, 2));
        painter.drawRect(box);
    }
    return kBoxPitch * double(picture.scenes) - (kBoxPitch - kBox.width());
}

// Disc and freshness; returns the width.
double drawFreshness(const WallCanvas &canvas, const QPointF &left, double width,
                     const models::WallPicture &picture)
{
    drawStatusShape(canvas.painter, QRectF(left.x(), left.y() - 28, kFooterShape, kFooterShape),
                    picture.freshness, canvas.theme);
    const FittedText fresh = fit(picture.freshText, canvas.theme.font(kTextPx, QFont::DemiBold),
                                 width - kFooterShape - 16, 30);
    const bool look = picture.freshness == models::Status::look;
    drawText(canvas.painter, {left.x() + kFooterShape + 16, left.y()}, Side::left, fresh,
             look ? canvas.theme.warn : canvas.theme.text);
    return kFooterShape + 16 + fresh.width;
}

void drawFooterAcross(const WallCanvas &canvas, const QRectF &box,
                      const models::WallPicture &picture)
{
    const Theme &theme = canvas.theme;
    const double base = box.top() + 52;
    const double left = box.left() + kWallMargin;
    const double right = box.right() - kWallMargin;
    const FittedText rotation = fit(picture.rotation, theme.font(kTextPx), 560, 30);
    const double boxes = picture.scenes > 1 ? kBoxPitch * double(picture.scenes) + 22 : 0;
    const double rotationWidth = rotation.width + boxes;
    const double facts = right - left - rotationWidth - 60;
    const bool swapped = picture.shift.sidesSwapped;
    double x = swapped ? left : right - rotationWidth;
    if (boxes > 0)
        drawRotation(canvas, {x, base - 12}, picture);
    drawText(canvas.painter, {x + boxes, base}, Side::left, rotation, theme.text2);
    x = swapped ? left + rotationWidth + 60 : left;
    x += drawFreshness(canvas, {x, base}, facts, picture) + 60;
    const double end = swapped ? right : left + facts;
    drawText(canvas.painter, {x, base}, Side::left,
             fit(picture.factsText, theme.font(kTextPx), end - x, 30), theme.text2);
}

void drawFooterUpright(const WallCanvas &canvas, const QRectF &box,
                       const models::WallPicture &picture)
{
    const Theme &theme = canvas.theme;
    const double left = box.left() + kWallMarginPortrait;
    const double right = box.right() - kWallMarginPortrait;
    const double fresh = drawFreshness(canvas, {left, box.top() + 58}, 560, picture);
    drawText(canvas.painter, {right, box.top() + 58}, Side::right,
             fit(picture.factsText, theme.font(kTextPx), right - left - fresh - 30, 28),
             theme.text2);
    double boxes = 0;
    if (picture.scenes > 1)
        boxes = drawRotation(canvas, {left, box.top() + 104}, picture);
    drawText(canvas.painter, {right, box.top() + 116}, Side::right,
             fit(picture.rotation, theme.font(kTextPx), right - left - boxes - 30, 28),
             theme.text2);
}

} // namespace

void drawWallFooter(const WallCanvas &canvas, const QRectF &box, const models::WallPicture &picture)
{
    canvas.painter.fillRect(box.adjusted(-kWallBleed, 0, kWallBleed, kWallBleed), canvas.theme.bar);
    canvas.painter.fillRect(QRectF(-kWallBleed, box.top(), box.width() + 2 * kWallBleed, 2),
                            canvas.theme.rule2);
    canvas.portrait ? drawFooterUpright(canvas, box, picture)
                    : drawFooterAcross(canvas, box, picture);
}

} // namespace widgets

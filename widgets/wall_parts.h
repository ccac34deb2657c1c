// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a wall, each painted into its place of the scene: 1920x1080, portrait 1080x1920.
// They decide nothing: what stands in the picture is drawn. GUI thread.
#pragma once

#include "models/wall_picture.h"
#include "widgets/theme.h"

#include <QRectF>

class QPainter;

namespace widgets {

struct WallCanvas
{
    QPainter &painter;
    const Theme &theme;
    bool portrait = false;
    double deviceScale = 1; // device pixels in a pixel of the scene, for hatches
};

struct WallLayout
{
    QSizeF scene;
    QRectF header, band, numbers, chart, footer; // band is empty where there is none
};

inline constexpr double kWallMargin = 57;         // landscape, either side
inline constexpr double kWallMarginPortrait = 49; // either side
inline constexpr double kWallBleed = 16;          // drawn beyond the scene, for its wandering
inline constexpr int kWallWordPx = 142;
inline constexpr int kWallNumberPx = 148;
inline constexpr int kWallSmallNumberPx = 110; // where a row of long numbers would not fit

[[nodiscard]] WallLayout wallLayout(bool portrait, bool band);

void drawWallHeader(const WallCanvas &canvas, const QRectF &box,
                    const models::WallPicture &picture);
void drawWallBand(const WallCanvas &canvas, const QRectF &box, const models::WallPicture &picture);
void drawWallNumbers(const WallCanvas &canvas, const QRectF &box,
                     const models::WallPicture &picture);
void drawWallChart(const WallCanvas &canvas, const QRectF &box, const models::WallPicture &picture);
void drawWallFooter(const WallCanvas &canvas, const QRectF &box,
                    const models::WallPicture &picture);

} // namespace widgets

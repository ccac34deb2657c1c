// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall_parts.h"

namespace widgets {

WallLayout wallLayout(bool portrait, bool band)
{
    const QSizeF scene = portrait ? QSizeF(1080, 1920) : QSizeF(1920, 1080);
    const double headerEnd = portrait ? 368 : 272;
    const double bandEnd = band ? headerEnd + (portrait ? 236 : 112) : headerEnd;
    const double numbersEnd = portrait ? (band ? 1264 : 1150) : (band ? 688 : 664);
    const double chartEnd = portrait ? 1776 : 1002;
    const auto strip = [&scene](double from, double to) {
        return QRectF(0, from, scene.width(), to - from);
    };
    return {scene,
            strip(0, headerEnd),
            strip(headerEnd, bandEnd),
            strip(bandEnd, numbersEnd),
            strip(numbersEnd, chartEnd),
            strip(chartEnd, scene.height())};
}

} // namespace widgets

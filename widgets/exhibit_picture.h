// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of an exhibit as files: a caption below says what it is and when. GUI thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace widgets {

class Exhibit;
struct Theme;

// Twice as many pixels each way as on a plain screen: sharp in print.
[[nodiscard]] QImage pictureOf(Exhibit &exhibit, const QString &caption, const Theme &theme);
[[nodiscard]] QByteArray pngOf(Exhibit &exhibit, const QString &caption, const Theme &theme);
// Lines, areas, hatches and text stay such.
[[nodiscard]] QByteArray svgOf(Exhibit &exhibit, const QString &caption, const Theme &theme);

} // namespace widgets

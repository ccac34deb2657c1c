// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of columns of pixels counted since 1970: when the view moves on, what was painted moves
// along and the columns that came into view are named. GUI thread.
#pragma once

#include "models/column_spans.h"

#include <QPixmap>
#include <QSize>

namespace widgets {

class ScrolledPicture
{
public:
    // Shows the columns from `first` on, in a picture of `size` logical pixels. Adds the columns
    // that have to be painted: all of them where nothing could be kept.
    void show(std::int64_t first, const QSize &size, double devicePixelRatio,
              models::ColumnSpans &toPaint);
    // Column `first` is at x = 0.
    [[nodiscard]] QPixmap &pixmap() { return m_pixmap; }
    [[nodiscard]] std::int64_t first() const { return m_first; }

private:
    QPixmap m_pixmap;
    std::int64_t m_first = 0;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrolled_picture.h"

#include <cmath>

namespace widgets {

void ScrolledPicture::show(std::int64_t first, const QSize &size, double devicePixelRatio,
                           models::ColumnSpans &toPaint)
{
    const QSize pixels = size * devicePixelRatio;
    const std::int64_t by = first - m_first;
    const double device = double(by) * devicePixelRatio;
    m_first = first;
    const bool kept = m_pixmap.size() == pixels &&
                      m_pixmap.devicePixelRatio() == devicePixelRatio &&
                      std::abs(by) < size.width() && device == std::floor(device);
    if (!kept) {
        m_pixmap = QPixmap(pixels);
        m_pixmap.setDevicePixelRatio(devicePixelRatio);
        toPaint.addAll();
        return;
    }
    if (by == 0)
        return;
    m_pixmap.scroll(-static_cast<int>(device), 0, m_pixmap.rect());
    const std::int64_t end = first + size.width();
    if (by > 0)
        toPaint.add(double(end - by), double(end));
    else
        toPaint.add(double(first), double(first - by));
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/end_labels.h"

#include "widgets/category_swatch.h"
#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kSwatch = 13;
constexpr double kSwatchGap = 6;

double heightOf(const EndLabel &label, const Theme &theme)
{
    const double line = QFontMetricsF(label.font).height();
    const double note = label.note.isEmpty() ? 0 : QFontMetricsF(theme.font(11)).height();
    return std::max(line + note, double(theme.scaled(15)));
}

void drawLabel(QPainter &painter, const QRectF &box, const EndLabel &label, const Theme &theme)
{
    QRectF text = box;
    if (label.swatch) {
        const double side = kSwatch * theme.textScale;
        const QRectF swatch(box.left(), box.center().y() - side / 2, side, side);
        drawCategorySwatch(painter, swatch, label.swatch->ordinal, theme);
        text.setLeft(swatch.right() + kSwatchGap);
    }
    painter.setFont(label.font);
    painter.setPen(label.colour);
    const QFontMetricsF metrics(label.font);
    const bool fits = metrics.horizontalAdvance(label.text) <= text.width();
    const QString fitting = !fits && !label.brief.isEmpty()
                                ? label.brief
                                : metrics.elidedText(label.text, Qt::ElideRight, text.width());
    if (label.note.isEmpty()) {
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
        return;
    }
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, fitting);
    painter.setFont(theme.font(11));
    painter.setPen(theme.muted);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, label.note);
}

} // namespace

std::vector<double> spreadApart(std::span<const double> wanted, std::span<const double> heights,
                                double top, double bottom)
{
    std::vector<double> middles(wanted.begin(), wanted.end());
    double edge = top;
    for (std::size_t i = 0; i < middles.size(); ++i) {
        middles[i] = std::max(middles[i], edge + heights[i] / 2);
        edge = middles[i] + heights[i] / 2;
    }
    edge = bottom;
    for (std::size_t i = middles.size(); i-- > 0;) {
        middles[i] = std::min(middles[i], edge - heights[i] / 2);
        edge = middles[i] - heights[i] / 2;
    }
    return middles;
}

void drawEndLabels(QPainter &painter, const QRectF &gutter, std::vector<EndLabel> labels,
                   const Theme &theme)
{
    std::stable_sort(labels.begin(), labels.end(),
                     [](const EndLabel &a, const EndLabel &b) { return a.y < b.y; });
    std::vector<double> wanted;
    std::vector<double> heights;
    for (const EndLabel &label : labels) {
        wanted.push_back(label.y);
        heights.push_back(heightOf(label, theme));
    }
    const std::vector<double> middles = spreadApart(wanted, heights, gutter.top(), gutter.bottom());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double top = middles[i] - heights[i] / 2;
        if (top < gutter.top() - 1) // more labels than fit: the lowest are kept
            continue;
        drawLabel(painter, QRectF(gutter.left(), top, gutter.width(), heights[i]), labels[i],
                  theme);
    }
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sort_header.h"

#include <QPainter>
#include <QStyleOptionHeader>

namespace widgets {

SortHeader::SortHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
}

void SortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    option->sortIndicator = QStyleOptionHeader::None; // the style would draw it over the name
}

void SortHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QHeaderView::paintSection(painter, rect, section);
    if (!isSortIndicatorShown() || sortIndicatorSection() != section)
        return;
    constexpr double kHalf = 4;
    constexpr double kHigh = 4;
    const double middle = rect.center().x() + 0.5;
    const double top = rect.top() + 1;
    const bool up = sortIndicatorOrder() == Qt::AscendingOrder;
    const double base = up ? top + kHigh : top;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette().color(QPalette::ButtonText));
    painter->drawPolygon(QPolygonF(
        {{middle - kHalf, base}, {middle + kHalf, base}, {middle, up ? top : top + kHigh}}));
    painter->restore();
}

} // namespace widgets

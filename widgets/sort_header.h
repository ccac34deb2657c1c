// SPDX-License-Identifier: GPL-3.0-or-later
// Column heads whose sort arrow stands above the name, where it covers nothing: narrow columns have
// no room beside it. GUI thread.
#pragma once

#include <QHeaderView>

namespace widgets {

class SortHeader final : public QHeaderView
{
public:
    explicit SortHeader(QWidget *parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel: how many journeys reached each step, and what share went on. GUI thread.
#pragma once

#include "models/funnel_model.h"
#include "widgets/themed_widget.h"

namespace widgets {

class FunnelPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit FunnelPanel(QWidget *parent = nullptr);

    // `stale`: a source it needs is silent.
    void show(std::vector<models::FunnelRow> rows, bool stale);

    // With all rows as high as they may get.
    [[nodiscard]] int fullHeight() const;

    [[nodiscard]] const models::FunnelModel &model() const { return m_model; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRect &box, const models::FunnelRow &row,
                  bool first) const;
    struct Columns
    {
        int journeysRight, barLeft, barRight, percentRight, droppedRight, medianRight;
    };
    [[nodiscard]] Columns columns() const;

    models::FunnelModel m_model;
    bool m_stale = false;
};

} // namespace widgets

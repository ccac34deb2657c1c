// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel: how many journeys reached each step, and what share went on. GUI thread.
#pragma once

#include "models/funnel_model.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

namespace widgets {

// What is to be said of a funnel besides its rows.
struct FunnelState
{
    bool stale = false;     // a source it needs is silent
    QString then;           // the baseline's name; empty where history has none
    bool hasHistory = true; // or there will be some
    bool gaps = false;      // part of it never came
};

class FunnelPanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit FunnelPanel(QWidget *parent = nullptr);

    void show(std::vector<models::FunnelRow> rows, const FunnelState &state);

    // As near to `wished` as every row can be seen, and none higher than it may get.
    [[nodiscard]] int heightWithin(int wished) const;

    [[nodiscard]] const models::FunnelModel &model() const { return m_model; }
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("funnel"); }

Q_SIGNALS:
    void chosen(std::size_t row); // a step, by a click or Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int rows() const;
    [[nodiscard]] QRect rowBox(int row) const;
    void choose(int row);
    void paintRow(QPainter &painter, const QRect &box, const models::FunnelRow &row,
                  bool first) const;
    struct Columns
    {
        int journeysRight, barLeft, barRight, percentRight, droppedRight, medianRight;
    };
    [[nodiscard]] Columns columns() const;

    // Where the share was at the baseline.
    void paintTick(QPainter &painter, const QRect &track, double share) const;

    models::FunnelModel m_model;
    FunnelState m_state;
    int m_focused = 0; // row
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// Where every event went, as one bar from published to shown with a branch for everything that left
// it. Painted. GUI thread.
#pragma once

#include "models/ledger_flow.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

namespace widgets {

class LedgerFlowPanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    static constexpr int kHeight = 200;

    explicit LedgerFlowPanel(QWidget *parent = nullptr);

    // `since`: "14:03".
    void show(std::vector<models::FlowStage> flow, const QString &since);
    [[nodiscard]] const std::vector<models::FlowStage> &flow() const { return m_flow; }
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("ledger"); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStage(QPainter &painter, int left, int width, const models::FlowStage &stage) const;
    void paintBranch(QPainter &painter, int left, int width,
                     const models::FlowBranch &branch) const;

    std::vector<models::FlowStage> m_flow;
    QString m_since;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine costs over the last hour: ingest load, what waits, memory against its budget; the
// endpoints, and which caps were hit. Painted. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

#include <memory>

namespace widgets {

class EnginePanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit EnginePanel(QWidget *parent = nullptr);

    void show(std::shared_ptr<const ingest::Snapshot> snapshot);
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("engine"); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct EngineLane
    {
        QString title;
        QString note;
        QString value;
        std::vector<double> points; // one per step, oldest first
        double limit = 1;           // a dashed line, and the least top of the scale
        QString limitText;
        bool over = false;
    };

    [[nodiscard]] std::vector<EngineLane> lanes() const;
    void paintLane(QPainter &painter, const QRect &box, const EngineLane &lane) const;
    void paintFacts(QPainter &painter, const QRect &box) const;

    std::shared_ptr<const ingest::Snapshot> m_snapshot;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine costs over the last hour: ingest load, what waits, memory against its budget,
// over one time axis and with one crosshair through all; the endpoints, and which caps were hit.
// Painted. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "widgets/exhibit.h"
#include "widgets/lane.h"
#include "widgets/themed_widget.h"

#include <memory>
#include <optional>

namespace widgets {

class EnginePanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit EnginePanel(QWidget *parent = nullptr);

    void show(std::shared_ptr<const ingest::Snapshot> snapshot);
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("engine"); }

    // Moves the crosshair by so many steps, from the newest where there is none; nothing without a
    // course.
    void stepCrosshair(int by);
    // Of all its charts: the hour up to the newest step, whose time is the engine's.
    [[nodiscard]] LaneFrame frame() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct EngineLane
    {
        QString title;
        QString note;
        QString value;              // under the crosshair, else the last
        std::vector<double> points; // one per step, oldest first
        double limit = 1;           // a dashed line, and the least top of the scale
        QString limitText;
        bool over = false;
    };

    [[nodiscard]] std::vector<EngineLane> lanes() const;
    [[nodiscard]] std::size_t steps() const; // there are of the course
    [[nodiscard]] double plotLeft() const;
    [[nodiscard]] double plotRight() const;
    [[nodiscard]] double stepWidth() const;
    [[nodiscard]] QString crosshairTime() const;
    void setCrosshair(std::optional<std::size_t> back);
    void describe();
    void paintHead(QPainter &painter) const;
    void paintLane(QPainter &painter, const QRect &box, const EngineLane &lane) const;
    void paintCourse(QPainter &painter, const QRectF &plot, const QPolygonF &line, bool over) const;
    void paintLimit(QPainter &painter, const QRectF &plot, double y, const EngineLane &lane) const;
    void paintCrosshair(QPainter &painter, int bottom) const;
    void paintFacts(QPainter &painter, const QRect &box) const;

    std::shared_ptr<const ingest::Snapshot> m_snapshot;
    std::optional<std::size_t> m_back; // the crosshair, in steps before the newest
};

} // namespace widgets

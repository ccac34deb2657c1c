// SPDX-License-Identifier: GPL-3.0-or-later
// The column of time charts of the Experience page: conversion, failures, latency and revenue over
// one shared time axis, with one crosshair through all. A click leads to the events behind a point,
// a drag (by key: Ctrl and the arrows) to what changed in a span, seen closer. Takes every snapshot
// and draws at the pace of its window. GUI thread.
#pragma once

#include "models/chart_zoom.h"
#include "widgets/exhibit.h"
#include "widgets/lane_column.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QPushButton;

namespace widgets {

class Crosshair;
class LaneBrush;

class TimeLanes : public LaneColumn, public Exhibit
{
    Q_OBJECT
public:
    explicit TimeLanes(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;

    // Cheap to call at any rate: what comes faster than charts are drawn replaces what waits.
    void show(std::shared_ptr<const ingest::Snapshot> snapshot);

    // Compared with this from now on; until then with what history has.
    void setBaseline(models::Baseline baseline);

    // Draws what waits for its turn, for a picture that must be up to date.
    void drawWaiting();

    // What is drawn.
    [[nodiscard]] const std::shared_ptr<const ingest::Snapshot> &shown() const
    {
        return m_snapshot;
    }

    // The crosshair at an instant in ms since 1970, snapped to a point of the charts; empty hides.
    void setCrosshair(std::optional<double> ms);
    void stepCrosshair(int by); // points of the charts; from the newest where it is hidden
    [[nodiscard]] std::optional<double> crosshair() const { return m_crosshairMs; }
    // The readout says how the value of the chart pointed at, or chosen, is worked out, or no more.
    // False where no crosshair is shown.
    bool explainPoint();

    // The end of a span goes so many points on from the crosshair, where its other end stays; Enter
    // sees it closer.
    void stretchSpan(int by);

    // Only this span is drawn until its start leaves the window; see ChartZoom.
    void zoom(double fromMs, double toMs, models::ChartLine line);
    // The whole window again; false where it is shown already.
    bool unzoom();
    // Takes back the topmost of what keys have put on the charts: the span that is being chosen,
    // the crosshair, then what is seen closer. False where there is none of them.
    bool closeTopmost();
    [[nodiscard]] bool isZoomed() const { return m_zoom.isSet(); }

    // Of the chart that Enter is about.
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override;
    void choosePart(const QPoint &place) override;
    [[nodiscard]] QSize pictureSize() const override;
    void paintPicture(QPainter &painter) override;

Q_SIGNALS:
    void crosshairMoved();
    // Somebody wants to see the events behind a point or a bar, or what changed in a span.
    void figureAsked(const models::AskedFigure &asked);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void draw();
    void arrange();
    void drawCrosshair();
    void ask(const std::optional<models::AskedFigure> &asked);
    void askSpan();
    bool dropSpan(); // false where none is being chosen by key
    void zoomSpan();
    void takeEnter();
    void styleButton();
    void chooseLine(int by);
    [[nodiscard]] double crosshairOrNewest() const; // ms
    [[nodiscard]] double crosshairReachMs() const;  // to either side, of markers
    [[nodiscard]] Lane *chosenLane() const;         // null: none is shown

    std::shared_ptr<const ingest::Snapshot> m_snapshot;
    std::shared_ptr<const ingest::Snapshot> m_waiting;
    QTimer m_pace;
    std::optional<double> m_crosshairMs;
    std::optional<double> m_spanFromMs; // of the span chosen by key, which ends at the crosshair
    bool m_crosshairByMouse = false;
    bool m_explainsPoint = false;
    std::optional<models::Baseline> m_baseline;
    bool m_baselineChanged = false;
    models::ChartZoom m_zoom;
    std::size_t m_line = 0; // of the lanes shown, the one that Enter is about

    Crosshair *m_crosshair;
    LaneBrush *m_brush;
    QPushButton *m_changed;
};

} // namespace widgets

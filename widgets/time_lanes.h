// SPDX-License-Identifier: GPL-3.0-or-later
// The column of time charts of the Experience page: conversion, failures, latency and revenue over
// one shared time axis, with one crosshair through all. Takes every snapshot and draws at the pace
// of its window. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "widgets/lane.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace widgets {

class ConversionLane;
class Crosshair;
class FailuresLane;
class LatencyLane;
class RevenueLane;
class TimeAxisStrip;

class TimeLanes : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TimeLanes(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;

    // Cheap to call at any rate: what comes faster than charts are drawn replaces what waits.
    void show(std::shared_ptr<const ingest::Snapshot> snapshot);

    // Draws what waits for its turn, for a picture that must be up to date.
    void drawWaiting();
    // Paints everything anew with the next paint; for tests of what is kept.
    void forgetPicture();

    // The crosshair at an instant in ms since 1970, snapped to a point of the charts; empty hides.
    void setCrosshair(std::optional<double> ms);
    [[nodiscard]] std::optional<double> crosshair() const { return m_crosshairMs; }

Q_SIGNALS:
    void crosshairMoved();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void draw();
    void setModels();
    void arrange();
    void setFrames();
    void drawCrosshair();
    [[nodiscard]] std::vector<Lane *> shownLanes() const;
    [[nodiscard]] int axisHeight() const;

    std::shared_ptr<const ingest::Snapshot> m_snapshot;
    std::shared_ptr<const ingest::Snapshot> m_waiting;
    QTimer m_pace;
    LaneFrame m_frame;
    std::optional<double> m_crosshairMs;
    bool m_crosshairByMouse = false;

    ConversionLane *m_conversion;
    FailuresLane *m_failures;
    LatencyLane *m_latency;
    RevenueLane *m_revenue;
    TimeAxisStrip *m_axis;
    Crosshair *m_crosshair;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of a column over one shared time axis, one below the other: which are there, how high,
// and what a place on them means. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/asked_point.h"
#include "models/baseline.h"
#include "models/change_marks.h"
#include "widgets/lane.h"

#include <optional>
#include <vector>

namespace widgets {

class ChangeStrip;
class ConversionLane;
class FailuresLane;
class IncidentStrip;
class LatencyLane;
class RevenueLane;
class TimeAxisStrip;

class LaneColumn : public ThemedWidget
{
    Q_OBJECT
public:
    explicit LaneColumn(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;

    // Paints everything anew with the next paint; for tests of what is kept.
    void forgetPicture();

protected:
    // A lane whose role has no signal leaves its room to the others.
    void setModels(const ingest::Snapshot &snapshot, models::Baseline baseline);
    void forgetRanges();
    void arrangeLanes();
    void setFrames(const ingest::Snapshot &snapshot, const models::TimeAxis &axis);

    [[nodiscard]] const LaneFrame &frame() const { return m_frame; }
    [[nodiscard]] int axisHeight() const;
    void raiseMarks();                 // above the lanes
    void paintAxis(QPainter &painter); // at the origin
    // At an instant of the charts, or less than `withinMs` from it.
    [[nodiscard]] std::vector<models::ChangeMark> changesAt(double ms, double withinMs) const;
    [[nodiscard]] std::vector<Lane *> shownLanes() const;
    [[nodiscard]] std::optional<double> msAt(double x) const; // empty beside the plots
    [[nodiscard]] double xOf(double ms) const;
    [[nodiscard]] models::ChartLine lineOf(const Lane *lane) const;
    [[nodiscard]] models::ChartLine lineAt(double y) const;

private:
    [[nodiscard]] std::vector<Lane *> allLanes() const;

    LaneFrame m_frame;
    ConversionLane *m_conversion;
    FailuresLane *m_failures;
    LatencyLane *m_latency;
    RevenueLane *m_revenue;
    TimeAxisStrip *m_axis;
    ChangeStrip *m_changes;
    IncidentStrip *m_incidents;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// A recording from end to end: events a second with the failed part, incidents, markers, gaps, the
// span in view and the playhead, which follows the pointer and the arrow keys. GUI thread.
#pragma once

#include "models/scrubber.h"
#include "widgets/themed_widget.h"

#include <optional>

namespace widgets {

class DensityStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit DensityStrip(QWidget *parent = nullptr);

    void show(const models::ScrubberView &view);
    // Dragged over with Shift held; empty: the span in view counts.
    [[nodiscard]] std::optional<std::pair<double, double>> brushed() const { return m_brushed; }
    [[nodiscard]] QRectF plot() const; // of the bars
    [[nodiscard]] double xOf(double ms) const;
    [[nodiscard]] double msAt(double x) const;

Q_SIGNALS:
    void seekWanted(double ms);
    void stepWanted(int seconds);
    void brushChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintBars(QPainter &painter);
    void paintGaps(QPainter &painter);
    void paintSpanInView(QPainter &painter);
    void paintSpanName(QPainter &painter);
    void paintChanges(QPainter &painter);
    void paintIncidents(QPainter &painter);
    void paintBrush(QPainter &painter);
    void paintPlayhead(QPainter &painter);
    void paintAxis(QPainter &painter);
    [[nodiscard]] QRectF changeBox(const models::ChangeMark &change) const; // of its letter
    [[nodiscard]] double clearOfChanges(double left, double wide) const;
    void follow(const QMouseEvent &event);

    models::ScrubberView m_view;
    std::optional<double> m_brushFrom;
    std::optional<std::pair<double, double>> m_brushed;
};

} // namespace widgets

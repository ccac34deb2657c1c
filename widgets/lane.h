// SPDX-License-Identifier: GPL-3.0-or-later
// One horizontal strip of a column of time charts: a chart without frame between two gutters, with
// grid, ticks, title, hatches for missing data and line-end labels. What scrolls with time is kept
// as a picture and painted only where it changed; the rest lies over it. GUI thread.
#pragma once

#include "models/baseline.h"
#include "models/held_range.h"
#include "models/lost_spans.h"
#include "models/pixel_columns.h"
#include "models/time_axis.h"
#include "widgets/end_labels.h"
#include "widgets/exhibit.h"
#include "widgets/line_runs.h"
#include "widgets/scrolled_picture.h"
#include "widgets/themed_widget.h"

#include <QGraphicsScene>
#include <QPixmap>

#include <functional>
#include <optional>
#include <span>
#include <vector>

class QChart;
class QValueAxis;

namespace widgets {

// What all lanes of a column share: the gutters and the time axis.
struct LaneFrame
{
    int left = 204;
    int right = 112;
    bool compact = false;  // titles only, short labels
    models::TimeAxis axis; // on the grid of `columns`
    double endMs = 1;      // what the right edge is called; the grid may lie a pixel beyond it
    models::PixelColumns columns;
    double stepMs = 1000; // between two points of a series
    std::vector<models::TimeTick> ticks;
    std::vector<models::LostSpan> lost;
    std::vector<models::UnobservedMs> unobserved; // Bellwether was not there
    bool first = false;                           // of the column: says once what holds for all
    bool past = false; // shown closer, up to before now: lines do not end at the right edge
};

// One line of the crosshair's readout.
struct ReadoutRow
{
    QString label;
    QString value;
    QColor colour; // invalid: the theme's text
    bool indented = false;
};

class Lane : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit Lane(QWidget *parent = nullptr);
    ~Lane() override;

    void setTheme(const Theme &theme) override;
    // Draws anew with the next paint; call after the lane was given its model.
    void setFrame(const LaneFrame &frame);
    // What the main line is compared with; shown with the next setFrame(), no points: nothing.
    void setGhost(models::GhostLine ghost);
    // The axis is about something else from now on: forget how far it reached.
    void forgetRange();

    // Paints everything anew with the next paint.
    void forgetPicture();

    // Everything drawn, as lines and texts instead of the picture that is kept.
    [[nodiscard]] models::FigureTable figures() const override; // with what is usual, where known
    [[nodiscard]] QSize pictureSize() const override { return size(); }
    void paintPicture(QPainter &painter) override;
    // What the crosshair reads at an instant; nothing where there are no data.
    [[nodiscard]] virtual std::vector<ReadoutRow> readoutAt(double ms) const = 0;
    // The main line's value there, for the crosshair's dot, in this widget's coordinates.
    [[nodiscard]] virtual std::optional<QPointF> dotAt(double ms) const;

protected:
    struct TextRun
    {
        QString text;
        QFont font;
        QColor colour;
    };
    struct ValueTick
    {
        double value;
        QString label;
    };

    // The points, without what is usual.
    [[nodiscard]] virtual models::FigureTable seriesTable() const = 0;
    // A value of the value axis in the unit of the table.
    [[nodiscard]] virtual double exactValue(double value) const { return value; }
    // Sets pens and brushes for a new theme.
    virtual void styleSeries() = 0;
    // Takes up the model's points and adds the columns in which they changed.
    virtual void updateSeries(models::ColumnSpans &changed) = 0;
    // Hands the chart's series what is needed to paint these columns, in order and apart.
    virtual void feedSeries(std::span<const models::ColumnSpan> spans) = 0;
    [[nodiscard]] virtual models::ValueRange wantedRange() const = 0;
    // Nothing to draw: the range is only a stand-in.
    [[nodiscard]] virtual bool isEmpty() const = 0;
    [[nodiscard]] virtual std::vector<ValueTick> valueTicks(const models::ValueRange &range,
                                                            int atMost) const = 0;
    // Over the chart, under the gutters' texts; painted every time.
    virtual void paintPlot(QPainter &painter) = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual std::vector<std::vector<TextRun>> subtitle() const = 0;
    [[nodiscard]] virtual std::vector<EndLabel> endLabels() const = 0;
    // The baseline's value as the lane writes values.
    [[nodiscard]] virtual QString valueText(double value) const = 0;
    // Where trusted data end; empty while they do not.
    [[nodiscard]] virtual std::optional<double> dataEndMs() const = 0;

    [[nodiscard]] QChart &chart() { return *m_chart; }
    [[nodiscard]] QValueAxis &timeAxis() { return *m_x; }
    [[nodiscard]] QValueAxis &valueAxis() { return *m_y; }
    [[nodiscard]] const LaneFrame &frame() const { return m_frame; }
    [[nodiscard]] RunFrame runFrame(double stepMs) const;
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] double xOf(double ms) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] bool isStale() const { return dataEndMs().has_value(); }
    // What is not complete yet: dotted, from the last complete point on. In ms and values.
    void drawOpen(QPainter &painter, const QPointF &last, const QPointF &open) const;
    // A label on the plot with the panel's colour behind it; `at` is its left middle.
    void drawPlotLabel(QPainter &painter, const QPointF &at, const QString &text,
                       const QColor &colour) const;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct LostColumns
    {
        models::ColumnSpan columns;
        bool mostly = false;
        bool unknown = false;
        bool operator==(const LostColumns &) const = default;
    };

    void render();
    void updateInk();
    [[nodiscard]] bool isPaintedWhole() const;
    void paintInk(std::span<const models::ColumnSpan> spans);
    void noteLost(models::ColumnSpans &changed);
    void drawGrid(QPainter &painter) const;
    void drawLost(QPainter &painter) const;
    void drawGhost(QPainter &painter) const;
    void drawUnobserved(QPainter &painter) const;
    void drawUnobservedLabel(QPainter &painter, const QRectF &box) const;
    [[nodiscard]] std::vector<EndLabel> allEndLabels() const;
    [[nodiscard]] models::ValueRange rangeWithGhost() const;
    void drawDataEnd(QPainter &painter) const;
    void drawNotices(QPainter &painter) const;
    void drawGutters(QPainter &painter) const;
    void drawTitle(QPainter &painter) const;
    // What is left of the gutter for text between `top` and `bottom`: ticks come first.
    [[nodiscard]] double textWidth(double top, double bottom) const;
    [[nodiscard]] QRectF tickBox(const ValueTick &tick) const;
    [[nodiscard]] QRectF titleBox() const;

    LaneFrame m_frame;
    models::GhostLine m_ghost;
    QGraphicsScene m_scene;
    QChart *m_chart;
    QValueAxis *m_x;
    QValueAxis *m_y;
    models::HeldRange m_held;
    models::ValueRange m_range;
    std::vector<ValueTick> m_ticks;
    ScrolledPicture m_ink; // grid, chart and lost spans
    std::vector<LostColumns> m_lost;
    bool m_inkOutdated = true;
    QPixmap m_fresh; // as large as the ink: what is painted anew, before it is put there
    QPixmap m_picture;
    bool m_outdated = true;
};

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lane.h"

#include "models/chart_tables.h"
#include "widgets/hatch.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>
#include <QValueAxis>

#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr int kPixelsPerTick = 42;
constexpr double kSettlesAfterMs = 55'000;
constexpr double kSecondsHelpMs = 300'000; // spans up to which clocks show seconds
constexpr double kGapSteps = 3.5;          // a line spans up to three empty points

} // namespace

Lane::Lane(QWidget *parent)
    : ThemedWidget(parent), m_chart(new QChart), m_x(new QValueAxis), m_y(new QValueAxis)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_chart); // the scene owns it
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setDropShadowEnabled(false);
    m_chart->setMargins({0, 0, 0, 0});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_chart->addAxis(m_x, Qt::AlignBottom); // the chart owns them
    m_chart->addAxis(m_y, Qt::AlignLeft);
    // Grid and labels are painted by the lane: hairlines on the pixel grid, one font for all.
    m_x->setVisible(false);
    m_y->setVisible(false);
}

Lane::~Lane() = default;

void Lane::setTheme(const Theme &theme)
{
    ThemedWidget::setTheme(theme);
    styleSeries();
    forgetPicture();
}

void Lane::setFrame(const LaneFrame &frame)
{
    m_frame = frame;
    m_outdated = true;
    update();
}

void Lane::forgetPicture()
{
    m_inkOutdated = true;
    m_outdated = true;
    update();
}

void Lane::forgetRange()
{
    m_held.reset();
}

std::optional<QPointF> Lane::dotAt(double) const
{
    return {};
}

QRectF Lane::plotArea() const
{
    const double left = m_frame.left;
    return {left, 0, std::max(1.0, width() - left - m_frame.right), std::max(1.0, height() - 1.0)};
}

double Lane::xOf(double ms) const
{
    const QRectF area = plotArea();
    return area.left() + (ms - m_frame.axis.fromMs) / m_frame.axis.spanMs() * area.width();
}

double Lane::yOf(double value) const
{
    const QRectF area = plotArea();
    return area.bottom() - (value - m_range.low) / m_range.height() * area.height();
}

RunFrame Lane::runFrame(double stepMs) const
{
    return {m_frame.columns, stepMs * kGapSteps};
}

void Lane::render()
{
    const double ratio = devicePixelRatioF();
    // What a stand-in or the first, few data wanted is not held on to.
    const bool settled =
        !isEmpty() && m_frame.axis.toMs - m_frame.axis.observedFromMs >= kSettlesAfterMs;
    if (!settled)
        m_held.reset();
    const models::ValueRange range = m_held.update(rangeWithGhost(), m_frame.axis.toMs);
    if (!settled)
        m_held.reset();
    m_inkOutdated = m_inkOutdated || range != m_range;
    m_range = range;
    m_ticks = valueTicks(m_range, std::clamp(height() / kPixelsPerTick, 3, 5));
    updateInk();

    if (m_picture.size() != size() * ratio) {
        m_picture = QPixmap(size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
    }
    m_picture.fill(theme().panel);
    QPainter painter(&m_picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.drawPixmap(plotArea().topLeft(), m_ink.pixmap());
    painter.save();
    painter.setClipRect(plotArea());
    drawDataEnd(painter);
    drawGhost(painter);
    paintPlot(painter);
    drawUnobserved(painter);
    drawNotices(painter);
    painter.restore();
    drawGutters(painter);
    m_outdated = false;
}

void Lane::drawDataEnd(QPainter &painter) const
{
    const std::optional<double> end = dataEndMs();
    if (!end || *end >= m_frame.axis.toMs)
        return;
    const QRectF area = plotArea();
    const double left = std::floor(xOf(*end));
    const QRectF box(left, area.top(), std::max(3.0, area.right() - left), area.height());
    painter.fillRect(box, theme().panel);
    fillHatched(painter, box, theme().rule2, devicePixelRatioF());
    painter.fillRect(QRectF(box.left(), box.top(), 2, box.height()), theme().text);
}

void Lane::drawNotices(QPainter &painter) const
{
    if (!m_frame.first)
        return;
    const QRectF area = plotArea();
    const double middle = area.top() + theme().scaled(14);
    const QString filling = models::stillToCome(m_frame.axis);
    if (!filling.isEmpty())
        drawPlotLabel(painter, {area.left() + 4, middle}, filling, theme().muted);
    if (const std::optional<double> end = dataEndMs(); end && *end < m_frame.axis.toMs) {
        const QString text =
            tr("data end %1")
                .arg(models::clockText(*end, m_frame.axis.spanMs() <= kSecondsHelpMs,
                                       QTimeZone::systemTimeZone()));
        const double wide =
            QFontMetricsF(theme().font(11, QFont::Medium)).horizontalAdvance(text) + 12;
        drawPlotLabel(painter, {xOf(*end) - wide, middle}, text, theme().text2);
    }
}

void Lane::paintPicture(QPainter &painter)
{
    if (m_outdated)
        render();
    const QRectF area = plotArea();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(rect(), theme().panel);
    painter.save();
    painter.translate(area.left(), 0);
    drawGrid(painter);
    const std::array whole{models::ColumnSpan{m_ink.first(), m_frame.columns.end()}};
    feedSeries(whole);
    m_scene.render(&painter, m_scene.sceneRect(), m_scene.sceneRect());
    drawLost(painter);
    painter.restore();
    painter.save();
    painter.setClipRect(area);
    drawGhost(painter);
    drawDataEnd(painter);
    drawUnobserved(painter);
    paintPlot(painter);
    drawNotices(painter);
    painter.restore();
    drawGutters(painter);
}

models::FigureTable Lane::figures() const
{
    models::FigureTable table = seriesTable();
    std::vector<QPointF> usual;
    for (const QPointF &point : m_ghost.points)
        usual.emplace_back(point.x(), exactValue(point.y()));
    if (!usual.empty())
        models::addUsual(table, usual, m_ghost.name);
    return table;
}

void Lane::drawPlotLabel(QPainter &painter, const QPointF &at, const QString &text,
                         const QColor &colour) const
{
    painter.setFont(theme().font(11, QFont::Medium));
    const QFontMetricsF metrics(painter.font());
    const QRectF box(at.x(), at.y() - metrics.height() / 2, metrics.horizontalAdvance(text) + 8,
                     metrics.height());
    painter.fillRect(box, theme().panel);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, text);
}

void Lane::paintEvent(QPaintEvent *)
{
    if (m_outdated || m_picture.size() != size() * devicePixelRatioF())
        render();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
}

void Lane::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    m_outdated = true;
}

} // namespace widgets

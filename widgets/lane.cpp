// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lane.h"

#include "widgets/hatch.h"
#include "widgets/measures.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace widgets {

namespace {

constexpr double kTickGap = 8; // between a tick's label and the plot
constexpr int kPixelsPerTick = 42;
constexpr double kSettlesAfterMs = 55'000;
constexpr double kSecondsHelpMs = 300'000; // spans up to which clocks show seconds
constexpr double kMayTouch = 4;            // lines of text have as much air
constexpr double kGapSteps = 3.5;          // a line spans up to three empty points
constexpr std::int64_t kNarrowestLost = 3; // px
constexpr double kGhostGapMs = 180'000;    // history has a point a minute at best
constexpr int kLostPitch = 4;
constexpr double kColumnsAPointAtMost = 2; // for a picture that is painted in parts

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

void Lane::setGhost(models::GhostLine ghost)
{
    m_ghost = std::move(ghost);
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

void Lane::updateInk()
{
    const QSize plot = plotArea().size().toSize();
    models::ColumnSpans changed;
    m_ink.show(m_frame.columns.first, plot, devicePixelRatioF(), changed);
    if (m_chart->size() != QSizeF(plot)) {
        m_chart->resize(plot);
        m_chart->setPlotArea(QRectF(QPointF(), plot));
        m_x->setRange(0, plot.width());
        m_scene.setSceneRect(QRectF(QPointF(), plot));
    }
    m_y->setRange(m_range.low, m_range.high);
    if (std::exchange(m_inkOutdated, false))
        changed.addAll();
    noteLost(changed);
    updateSeries(changed);
    if (isPaintedWhole())
        changed.addAll();
    for (const models::ColumnSpan &span : changed.within(m_ink.first(), m_frame.columns.end()))
        paintInk(span);
}

// Long lines cut in two are not painted the same as whole ones, and few are painted fast; where a
// column is not whole pixels of the device, nothing can be cut.
bool Lane::isPaintedWhole() const
{
    const double ratio = devicePixelRatioF();
    return m_frame.stepMs > kColumnsAPointAtMost * m_frame.columns.msPerPx ||
           ratio != std::floor(ratio);
}

void Lane::noteLost(models::ColumnSpans &changed)
{
    std::vector<LostColumns> lost;
    for (const models::LostSpan &span : m_frame.lost) {
        const std::int64_t from = m_frame.columns.columnOf(span.fromMs);
        const auto to = static_cast<std::int64_t>(std::ceil(m_frame.columns.at(span.toMs)));
        lost.push_back({{from, std::max(from + kNarrowestLost, to)}, span.mostly});
    }
    if (lost == m_lost)
        return;
    for (const std::vector<LostColumns> &some : {m_lost, lost})
        for (const LostColumns &one : some)
            changed.add(double(one.columns.from), double(one.columns.to));
    m_lost = std::move(lost);
}

void Lane::paintInk(const models::ColumnSpan &span)
{
    const QRect box(static_cast<int>(span.from - m_ink.first()), 0,
                    static_cast<int>(span.to - span.from), static_cast<int>(plotArea().height()));
    // In a picture of its own: Qt Charts replaces the painter's clip by that of the whole plot.
    const double ratio = devicePixelRatioF();
    QPixmap strip(box.size() * ratio);
    strip.setDevicePixelRatio(ratio);
    strip.fill(theme().panel);
    QPainter painter(&strip);
    painter.translate(-box.left(), 0);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawGrid(painter);
    feedSeries(span);
    m_scene.render(&painter, m_scene.sceneRect(), m_scene.sceneRect());
    drawLost(painter);
    painter.end();
    QPainter(&m_ink.pixmap()).drawPixmap(box.topLeft(), strip);
}

void Lane::drawGrid(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen hairline(theme().grid);
    hairline.setCosmetic(true);
    painter.setPen(hairline);
    const QRectF area = plotArea();
    for (const ValueTick &tick : m_ticks) {
        const double y = std::min(std::floor(yOf(tick.value)), area.bottom());
        painter.drawLine(QPointF(0, y), QPointF(area.width(), y));
    }
    for (const models::TimeTick &tick : m_frame.ticks) {
        const auto x = static_cast<double>(m_frame.columns.columnOf(tick.ms) - m_ink.first());
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    painter.restore();
}

// The hatch is fixed to the columns, not to the view, so that it scrolls with them.
void Lane::drawLost(QPainter &painter) const
{
    const double ratio = devicePixelRatioF();
    const QBrush hatch = hatchBrush(theme().crit, ratio, kLostPitch);
    const double tile = hatch.texture().width() / ratio;
    painter.setBrushOrigin(QPointF(-std::fmod(static_cast<double>(m_ink.first()), tile), 0));
    for (const LostColumns &one : m_lost) {
        const QRectF box(double(one.columns.from - m_ink.first()), 0,
                         double(one.columns.to - one.columns.from), plotArea().height());
        if (one.mostly)
            painter.fillRect(box, theme().panel);
        painter.fillRect(box, hatch);
        painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), theme().crit);
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), theme().crit);
    }
    painter.setBrushOrigin(0, 0);
}

// The axis shows the whole of it, unless that would flatten what is now.
models::ValueRange Lane::rangeWithGhost() const
{
    models::ValueRange range = wantedRange();
    if (isEmpty())
        return range;
    const double most = range.height();
    for (const QPointF &point : m_ghost.points)
        if (point.y() > range.low - most && point.y() < range.high + most)
            range = {std::min(range.low, point.y()), std::max(range.high, point.y())};
    return range;
}

void Lane::drawGhost(QPainter &painter) const
{
    if (m_ghost.points.empty() || isEmpty())
        return;
    QPen pen(theme().base, 1.25);
    pen.setDashPattern({4, 2.4}); // 5-3 in units of the width
    painter.setPen(pen);
    QPolygonF run;
    for (std::size_t i = 0; i < m_ghost.points.size(); ++i) {
        const QPointF &point = m_ghost.points[i];
        const bool ends = i + 1 == m_ghost.points.size() ||
                          m_ghost.points[i + 1].x() - point.x() > kGhostGapMs + 3 * m_frame.stepMs;
        run.append(QPointF(xOf(point.x()), yOf(point.y())));
        if (!ends)
            continue;
        painter.drawPolyline(run);
        run.clear();
    }
}

// Over whatever the chart drew there: nothing was counted, which is no zero.
void Lane::drawUnobserved(QPainter &painter) const
{
    const QRectF area = plotArea();
    for (const models::UnobservedMs &span : m_frame.unobserved) {
        const double left = std::floor(xOf(span.fromMs));
        const double right = std::max(left + 2, std::ceil(xOf(span.toMs)));
        const QRectF box(left, area.top(), right - left, area.height());
        if (!box.intersects(area))
            continue;
        painter.fillRect(box, theme().panel);
        painter.fillRect(box, hatchBrush(theme().muted, devicePixelRatioF()));
        painter.fillRect(QRectF(left, area.top(), 1, area.height()), theme().muted);
        painter.fillRect(QRectF(right - 1, area.top(), 1, area.height()), theme().muted);
        if (m_frame.first)
            drawUnobservedLabel(painter, box);
    }
}

void Lane::drawUnobservedLabel(QPainter &painter, const QRectF &box) const
{
    const QString text = tr("not observed");
    const double wide = QFontMetricsF(theme().font(11, QFont::Medium)).horizontalAdvance(text) + 8;
    if (wide + 8 <= box.width())
        drawPlotLabel(painter, {box.center().x() - wide / 2, box.top() + theme().scaled(32)}, text,
                      theme().text2);
}

std::vector<EndLabel> Lane::allEndLabels() const
{
    std::vector<EndLabel> labels = endLabels();
    if (m_ghost.points.empty() || isEmpty())
        return labels;
    EndLabel label;
    label.y = yOf(m_ghost.points.back().y());
    label.brief = valueText(m_ghost.points.back().y());
    label.text =
        m_frame.compact ? label.brief : QStringLiteral("%1 %2").arg(label.brief, m_ghost.name);
    label.font = theme().font(11);
    label.colour = theme().base;
    labels.push_back(std::move(label));
    return labels;
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
    painter.fillRect(box, hatchBrush(theme().stale, devicePixelRatioF(), 4));
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

QRectF Lane::tickBox(const ValueTick &tick) const
{
    const QRectF area = plotArea();
    const QFontMetricsF metrics(theme().font(11));
    const double line = metrics.height();
    const double top = std::clamp(yOf(tick.value) - line / 2, area.top() + 2,
                                  std::max(area.top() + 2, area.bottom() - line - 2));
    const double wide = metrics.horizontalAdvance(tick.label);
    return {area.left() - kTickGap - wide, top, wide, line};
}

QRectF Lane::titleBox() const
{
    const QFontMetricsF metrics(theme().font(13, QFont::DemiBold));
    const double wide =
        std::min(metrics.horizontalAdvance(title()), double(m_frame.left - kPadding - kTickGap));
    return {double(kPadding), double(theme().scaled(10)), wide, metrics.height()};
}

double Lane::textWidth(double top, double bottom) const
{
    double right = m_frame.left - kTickGap;
    for (const ValueTick &tick : m_ticks) {
        const QRectF box = tickBox(tick);
        if (box.bottom() > top + kMayTouch && box.top() < bottom - kMayTouch)
            right = std::min(right, box.left() - kTickGap / 2);
    }
    return right - kPadding;
}

void Lane::drawGutters(QPainter &painter) const
{
    const QRectF area = plotArea();
    painter.save();
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const QRectF name = titleBox();
    for (const ValueTick &tick : m_ticks) {
        const QRectF box = tickBox(tick);
        if (!box.adjusted(-kTickGap / 2, kMayTouch, 0, -kMayTouch).intersects(name))
            painter.drawText(box.adjusted(-2, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                             tick.label);
    }
    drawTitle(painter);
    const double gap = m_frame.compact ? 6 : 8;
    const QRectF gutter(area.right() + gap, area.top() + 4, m_frame.right - gap - 2,
                        area.height() - 8);
    drawEndLabels(painter, gutter, allEndLabels(), theme());
    painter.fillRect(QRectF(0, height() - 1, width(), 1), theme().rule);
    painter.restore();
}

void Lane::drawTitle(QPainter &painter) const
{
    const QFont bold = theme().font(13, QFont::DemiBold);
    const QRectF name = titleBox();
    painter.setFont(bold);
    painter.setPen(theme().text);
    painter.drawText(name.adjusted(0, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(title(), Qt::ElideRight, name.width() + 0.5));
    if (m_frame.compact)
        return;
    double y = name.bottom() + theme().scaled(3);
    const double row = theme().scaled(16);
    for (const std::vector<TextRun> &runs : subtitle()) {
        if (y + row > height() - 2)
            return;
        double x = kPadding;
        const double width = textWidth(y, y + row);
        for (const TextRun &run : runs) {
            const QFontMetricsF metrics(run.font);
            painter.setFont(run.font);
            painter.setPen(run.colour);
            const double room = kPadding + width - x;
            const QString text = metrics.elidedText(run.text, Qt::ElideRight, room);
            painter.drawText(QRectF(x, y, room + 1, row), Qt::AlignLeft | Qt::AlignVCenter, text);
            x += metrics.horizontalAdvance(text);
        }
        y += row;
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later
// What of a lane scrolls with time: grid, chart and lost spans, painted only where they changed.
#include "widgets/lane.h"

#include "widgets/hatch.h"

#include <QChart>
#include <QPainter>
#include <QValueAxis>

#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr std::int64_t kNarrowestLost = 3; // px
constexpr int kLostPitch = 4;
constexpr double kColumnsAPointAtMost = 2; // for a picture that is painted in parts

} // namespace

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
    paintInk(changed.within(m_ink.first(), m_frame.columns.end()));
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
        lost.push_back({{from, std::max(from + kNarrowestLost, to)}, span.mostly, span.unknown});
    }
    if (lost == m_lost)
        return;
    for (const std::vector<LostColumns> &some : {m_lost, lost})
        for (const LostColumns &one : some)
            changed.add(double(one.columns.from), double(one.columns.to));
    m_lost = std::move(lost);
}

// All at once: each pass through Qt Charts costs as much as what it paints. In a picture of its
// own, because Qt Charts replaces the painter's clip by that of the whole plot; what lies between
// the spans is left there.
void Lane::paintInk(std::span<const models::ColumnSpan> spans)
{
    if (spans.empty())
        return;
    const double ratio = devicePixelRatioF();
    if (m_fresh.size() != m_ink.pixmap().size()) {
        m_fresh = QPixmap(m_ink.pixmap().size());
        m_fresh.setDevicePixelRatio(ratio);
    }
    std::vector<QRect> boxes;
    for (const models::ColumnSpan &span : spans)
        boxes.emplace_back(static_cast<int>(span.from - m_ink.first()), 0,
                           static_cast<int>(span.to - span.from),
                           static_cast<int>(plotArea().height()));
    QPainter painter(&m_fresh);
    for (const QRect &box : boxes)
        painter.fillRect(box, theme().panel);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawGrid(painter);
    feedSeries(spans);
    m_scene.render(&painter, m_scene.sceneRect(), m_scene.sceneRect());
    drawLost(painter);
    painter.end();
    QPainter ink(&m_ink.pixmap());
    for (const QRect &box : boxes)
        ink.drawPixmap(QRectF(box), m_fresh,
                       QRectF(QPointF(box.topLeft()) * ratio, QSizeF(box.size()) * ratio));
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
        fillHatched(painter, box, theme().crit, ratio, kLostPitch);
        if (one.unknown)
            continue;
        painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), theme().crit);
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), theme().crit);
    }
    painter.setBrushOrigin(0, 0);
}

} // namespace widgets

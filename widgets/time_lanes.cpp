// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_lanes.h"

#include "models/axis_text.h"
#include "models/time_axis.h"
#include "widgets/conversion_lane.h"
#include "widgets/crosshair.h"
#include "widgets/failures_lane.h"
#include "widgets/latency_lane.h"
#include "widgets/revenue_lane.h"
#include "widgets/time_axis_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kCompactBelow = 930; // px of this column: a window of less than 1500
constexpr int kLabelledTimesApart = 90;
constexpr int kFastMs = 240; // four times a second for windows up to 5 min
constexpr int kSlowMs = 900; // once a second above

int paceOf(ingest::Window window)
{
    const auto span = ingest::spanOf(window);
    return span.count() > 0 && span <= std::chrono::minutes(5) ? kFastMs : kSlowMs;
}

} // namespace

TimeLanes::TimeLanes(QWidget *parent)
    : ThemedWidget(parent), m_conversion(new ConversionLane(this)),
      m_failures(new FailuresLane(this)), m_latency(new LatencyLane(this)),
      m_revenue(new RevenueLane(this)), m_axis(new TimeAxisStrip(this)),
      m_crosshair(new Crosshair(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Charts over time"));
    for (Lane *lane : {static_cast<Lane *>(m_conversion), static_cast<Lane *>(m_failures),
                       static_cast<Lane *>(m_latency), static_cast<Lane *>(m_revenue)}) {
        lane->setAttribute(Qt::WA_TransparentForMouseEvents);
        lane->hide();
    }
    m_axis->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &TimeLanes::drawWaiting);
}

void TimeLanes::setTheme(const Theme &theme)
{
    ThemedWidget::setTheme(theme);
    for (ThemedWidget *child :
         {static_cast<ThemedWidget *>(m_conversion), static_cast<ThemedWidget *>(m_failures),
          static_cast<ThemedWidget *>(m_latency), static_cast<ThemedWidget *>(m_revenue),
          static_cast<ThemedWidget *>(m_axis), static_cast<ThemedWidget *>(m_crosshair)})
        child->setTheme(theme);
    arrange();
}

void TimeLanes::show(std::shared_ptr<const ingest::Snapshot> snapshot)
{
    const bool other = !m_snapshot || !snapshot || m_snapshot->window != snapshot->window ||
                       snapshot->asOf < m_snapshot->asOf;
    m_waiting = std::move(snapshot);
    if (other || !m_pace.isActive())
        draw();
}

void TimeLanes::drawWaiting()
{
    if (m_waiting)
        draw();
}

void TimeLanes::forgetPicture()
{
    for (Lane *lane : shownLanes())
        lane->forgetPicture();
}

void TimeLanes::draw()
{
    const auto before = std::exchange(m_snapshot, std::exchange(m_waiting, nullptr));
    if (!m_snapshot)
        return;
    m_pace.start(paceOf(m_snapshot->window));
    const bool same = before && before->metrics == m_snapshot->metrics &&
                      before->window == m_snapshot->window && before->asOf == m_snapshot->asOf &&
                      before->freshness.state == m_snapshot->freshness.state;
    if (same)
        return;
    if (!before || before->window != m_snapshot->window || m_snapshot->asOf < before->asOf)
        for (Lane *lane : {static_cast<Lane *>(m_conversion), static_cast<Lane *>(m_failures),
                           static_cast<Lane *>(m_latency), static_cast<Lane *>(m_revenue)})
            lane->forgetRange();
    setModels();
    arrange();
}

void TimeLanes::setModels()
{
    auto conversion = models::conversionSeries(*m_snapshot);
    auto latency = models::latencyBands(*m_snapshot);
    auto revenue = models::revenueBars(*m_snapshot);
    m_conversion->setVisible(conversion.has_value());
    m_failures->setVisible(true);
    m_latency->setVisible(latency.has_value());
    m_revenue->setVisible(revenue.has_value());
    if (conversion)
        m_conversion->setSeries(std::move(*conversion));
    m_failures->setStack(models::failureStack(*m_snapshot));
    if (latency)
        m_latency->setBands(std::move(*latency));
    if (revenue)
        m_revenue->setBars(std::move(*revenue));
}

int TimeLanes::axisHeight() const
{
    return theme().scaled(24);
}

std::vector<Lane *> TimeLanes::shownLanes() const
{
    std::vector<Lane *> lanes;
    for (Lane *lane : {static_cast<Lane *>(m_conversion), static_cast<Lane *>(m_failures),
                       static_cast<Lane *>(m_latency), static_cast<Lane *>(m_revenue)})
        if (!lane->isHidden())
            lanes.push_back(lane);
    return lanes;
}

void TimeLanes::arrange()
{
    const std::vector<Lane *> lanes = shownLanes();
    const auto shareOf = [this](const Lane *lane) {
        return lane == m_conversion ? 30 : lane == m_failures ? 26 : lane == m_latency ? 24 : 20;
    };
    int shares = 0;
    for (const Lane *lane : lanes)
        shares += shareOf(lane);
    const int room = height() - axisHeight();
    int top = 0;
    int used = 0;
    for (Lane *lane : lanes) {
        used += shareOf(lane);
        const int bottom = room * used / shares;
        lane->setGeometry(0, top, width(), bottom - top);
        top = bottom;
    }
    m_axis->setGeometry(0, room, width(), axisHeight());
    m_crosshair->setGeometry(rect());
    m_crosshair->raise();
    setFrames();
}

void TimeLanes::setFrames()
{
    if (!m_snapshot || width() <= 0)
        return;
    m_frame.compact = width() < kCompactBelow || theme().textScale >= 1.5;
    m_frame.left = theme().scaled(m_frame.compact ? 128 : 204);
    m_frame.right = theme().scaled(m_frame.compact ? 62 : 112);
    const int plot = std::max(1, width() - m_frame.left - m_frame.right);
    m_frame.axis = models::onPixelGrid(models::timeAxisOf(*m_snapshot), plot);
    m_frame.columns = models::pixelColumnsOf(models::timeAxisOf(*m_snapshot), plot);
    m_frame.stepMs = double(ingest::chartStepOf(m_snapshot->window).count()) * 1000;
    m_frame.ticks = models::timeTicks(m_frame.axis, plot, theme().scaled(kLabelledTimesApart),
                                      QTimeZone::systemTimeZone());
    m_frame.lost = models::lostSpans(*m_snapshot);
    m_frame.first = true;
    for (Lane *lane : shownLanes()) {
        lane->setFrame(m_frame);
        m_frame.first = false;
    }
    m_axis->setFrame(m_frame);
    drawCrosshair();
}

void TimeLanes::setCrosshair(std::optional<double> ms)
{
    if (ms && m_snapshot) {
        const double step = double(ingest::chartStepOf(m_snapshot->window).count()) * 1000;
        const double end = models::toMs(m_snapshot->asOf);
        ms = std::clamp(std::round(*ms / step) * step, m_frame.axis.fromMs, end);
    }
    if (ms == m_crosshairMs)
        return;
    m_crosshairMs = ms;
    drawCrosshair();
    Q_EMIT crosshairMoved();
}

void TimeLanes::drawCrosshair()
{
    if (!m_crosshairMs || *m_crosshairMs < m_frame.axis.fromMs || !m_snapshot) {
        m_crosshair->show(std::nullopt);
        return;
    }
    CrosshairPicture picture;
    const double plot = width() - m_frame.left - m_frame.right;
    picture.x = std::floor(m_frame.left +
                           (*m_crosshairMs - m_frame.axis.fromMs) / m_frame.axis.spanMs() * plot);
    picture.time = models::clockText(*m_crosshairMs, true, QTimeZone::systemTimeZone());
    picture.plotRight = width() - m_frame.right;
    picture.axisHeight = axisHeight();
    QString sentence = picture.time;
    for (const Lane *lane : shownLanes()) {
        if (const std::optional<QPointF> dot = lane->dotAt(*m_crosshairMs))
            picture.dots.push_back(*dot + lane->pos());
        for (ReadoutRow &row : lane->readoutAt(*m_crosshairMs)) {
            sentence += QStringLiteral(", %1 %2").arg(row.label, row.value);
            picture.rows.push_back(std::move(row));
        }
    }
    for (const models::LostSpan &span : m_frame.lost)
        if (*m_crosshairMs > span.fromMs && *m_crosshairMs <= span.toMs)
            picture.rows.push_back(
                {tr("lost events"), models::shortCount(double(span.lost)), theme().crit, false});
    m_crosshair->show(picture);
    if (hasFocus())
        setAccessibleDescription(sentence);
}

void TimeLanes::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    arrange();
}

void TimeLanes::mouseMoveEvent(QMouseEvent *event)
{
    const double plot = width() - m_frame.left - m_frame.right;
    const double share = (event->position().x() - m_frame.left) / plot;
    if (!m_snapshot || share < 0 || share > 1) {
        leaveEvent(nullptr);
        return;
    }
    m_crosshairByMouse = true;
    setCrosshair(m_frame.axis.fromMs + share * m_frame.axis.spanMs());
}

void TimeLanes::leaveEvent(QEvent *)
{
    if (m_crosshairByMouse)
        setCrosshair(std::nullopt);
    m_crosshairByMouse = false;
}

void TimeLanes::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_crosshairMs) {
        setCrosshair(std::nullopt);
        return;
    }
    const bool left = event->key() == Qt::Key_Left;
    if (!m_snapshot || (!left && event->key() != Qt::Key_Right)) {
        ThemedWidget::keyPressEvent(event);
        return;
    }
    const double step = double(ingest::chartStepOf(m_snapshot->window).count()) * 1000;
    const double steps = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    const double from = m_crosshairMs.value_or(models::toMs(m_snapshot->asOf));
    m_crosshairByMouse = false;
    setCrosshair(from + (left ? -steps : steps) * step);
}

void TimeLanes::focusInEvent(QFocusEvent *event)
{
    const bool byKey = event->reason() != Qt::MouseFocusReason;
    m_crosshair->setFocusRing(byKey);
    ThemedWidget::focusInEvent(event);
}

void TimeLanes::focusOutEvent(QFocusEvent *event)
{
    m_crosshair->setFocusRing(false);
    ThemedWidget::focusOutEvent(event);
}

} // namespace widgets

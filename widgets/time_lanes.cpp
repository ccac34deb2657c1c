// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_lanes.h"

#include "models/axis_text.h"
#include "models/time_axis.h"
#include "widgets/crosshair.h"
#include "widgets/lane_brush.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kFastMs = 240; // four times a second for windows up to 5 min
constexpr int kSlowMs = 900; // once a second above

int paceOf(ingest::Window window)
{
    const auto span = ingest::spanOf(window);
    return span.count() > 0 && span <= std::chrono::minutes(5) ? kFastMs : kSlowMs;
}

} // namespace

TimeLanes::TimeLanes(QWidget *parent)
    : LaneColumn(parent), m_crosshair(new Crosshair(this)), m_brush(new LaneBrush(this)),
      m_changed(new QPushButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Charts over time"));
    m_changed->hide();
    m_changed->setCursor(Qt::ArrowCursor);
    connect(m_changed, &QPushButton::clicked, this, &TimeLanes::askSpan);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &TimeLanes::drawWaiting);
}

void TimeLanes::setTheme(const Theme &theme)
{
    LaneColumn::setTheme(theme);
    m_crosshair->setTheme(theme);
    m_brush->setTheme(theme);
    styleButton();
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

void TimeLanes::setBaseline(models::Baseline baseline)
{
    m_baseline = baseline;
    m_baselineChanged = true;
    forgetRanges();
    if (!m_waiting)
        m_waiting = m_snapshot;
    draw();
}

void TimeLanes::drawWaiting()
{
    if (m_waiting)
        draw();
}

void TimeLanes::draw()
{
    const auto before = std::exchange(m_snapshot, std::exchange(m_waiting, nullptr));
    if (!m_snapshot)
        return;
    m_pace.start(paceOf(m_snapshot->window));
    const bool same = before && before->metrics == m_snapshot->metrics &&
                      before->window == m_snapshot->window && before->asOf == m_snapshot->asOf &&
                      before->freshness.state == m_snapshot->freshness.state &&
                      before->earlier.size() == m_snapshot->earlier.size() &&
                      (!m_snapshot->open || before->engineTime == m_snapshot->engineTime);
    if (same && !m_baselineChanged)
        return;
    m_baselineChanged = false;
    if (m_zoom.isOver(*m_snapshot))
        unzoom();
    if (!before || before->window != m_snapshot->window || m_snapshot->asOf < before->asOf) {
        forgetRanges();
        dropSpan();
    }
    setModels(*m_snapshot, m_baseline.value_or(models::bestBaseline(*m_snapshot)));
    arrange();
}

void TimeLanes::arrange()
{
    arrangeLanes();
    m_brush->setGeometry(0, 0, width(), height() - axisHeight());
    m_crosshair->setGeometry(rect());
    raiseMarks();
    m_brush->raise();
    m_crosshair->raise();
    m_changed->raise();
    if (!m_snapshot || width() <= 0)
        return;
    setFrames(*m_snapshot, m_zoom.axis(*m_snapshot));
    const int plot = width() - frame().left - frame().right;
    const int top = shownLanes().empty() ? 0 : shownLanes().front()->y(); // below the incidents
    m_changed->move(frame().left + (plot - m_changed->width()) / 2, top + theme().scaled(8));
    drawCrosshair();
}

void TimeLanes::zoom(double fromMs, double toMs, models::ChartLine line)
{
    if (!m_snapshot)
        return;
    m_zoom.set(*m_snapshot, fromMs, toMs, line);
    m_changed->setText(tr("What changed %1?").arg(m_zoom.text()));
    m_changed->setAccessibleDescription(tr("Escape shows the whole window again"));
    m_changed->adjustSize();
    m_changed->show();
    setCrosshair(std::nullopt);
    arrange();
}

bool TimeLanes::unzoom()
{
    if (!m_zoom.clear())
        return false;
    m_changed->hide();
    arrange();
    return true;
}

void TimeLanes::ask(const std::optional<models::AskedFigure> &asked)
{
    if (asked)
        Q_EMIT figureAsked(*asked);
}

void TimeLanes::askSpan()
{
    if (m_snapshot)
        ask(m_zoom.asked(*m_snapshot));
}

void TimeLanes::styleButton()
{
    m_changed->setFont(theme().font(12, QFont::Medium));
    m_changed->setStyleSheet(
        QStringLiteral("QPushButton { background: %1; border: 1px solid %2; color: %3; "
                       "padding: 4px 12px; } QPushButton:focus { border: 2px solid %2; }")
            .arg(theme().raised.name(), theme().accent.name(), theme().text.name()));
    m_changed->adjustSize();
}

Lane *TimeLanes::chosenLane() const
{
    const std::vector<Lane *> lanes = shownLanes();
    return lanes.empty() ? nullptr : lanes[std::min(m_line, lanes.size() - 1)];
}

models::FigureTable TimeLanes::figures() const
{
    const Lane *lane = chosenLane();
    return lane == nullptr ? models::FigureTable{QStringLiteral("chart"), accessibleName(), {}, {}}
                           : lane->figures();
}

QString TimeLanes::explained() const
{
    const Lane *lane = chosenLane();
    return lane == nullptr ? QString() : lane->explained();
}

void TimeLanes::choosePart(const QPoint &place)
{
    const std::vector<Lane *> lanes = shownLanes();
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (lanes[i]->geometry().contains(place))
            m_line = i;
    drawCrosshair();
}

QSize TimeLanes::pictureSize() const
{
    const Lane *lane = chosenLane();
    return lane == nullptr ? QSize() : lane->size() + QSize(0, axisHeight());
}

void TimeLanes::paintPicture(QPainter &painter)
{
    Lane *lane = chosenLane();
    if (lane == nullptr)
        return;
    lane->paintPicture(painter);
    painter.translate(0, lane->height());
    paintAxis(painter);
}

void TimeLanes::resizeEvent(QResizeEvent *event)
{
    LaneColumn::resizeEvent(event);
    arrange();
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// The crosshair of the charts over time, what it reads, and the span that keys stretch from it.
#include "widgets/time_lanes.h"

#include "models/asked_point.h"
#include "models/axis_text.h"
#include "models/time_axis.h"
#include "widgets/crosshair.h"
#include "widgets/lane_brush.h"

#include <QCursor>

#include <algorithm>
#include <cmath>

namespace widgets {

void TimeLanes::setCrosshair(std::optional<double> ms)
{
    if (ms && m_snapshot) {
        const double end = std::min(models::toMs(m_snapshot->asOf), frame().axis.toMs);
        const double step = models::chartStepMs(m_snapshot->window);
        ms = std::clamp(std::round(*ms / step) * step, frame().axis.fromMs, end);
    }
    if (!ms) {
        dropSpan();
        m_explainsPoint = false;
    }
    if (ms == m_crosshairMs)
        return;
    m_crosshairMs = ms;
    drawCrosshair();
    Q_EMIT crosshairMoved();
}

double TimeLanes::crosshairOrNewest() const
{
    return m_crosshairMs.value_or(std::min(models::toMs(m_snapshot->asOf), frame().axis.toMs));
}

// A step either way, or the width of a flag's letter: whoever points there means the flag.
double TimeLanes::crosshairReachMs() const
{
    constexpr double kFlagReach = 8;
    const double perPixel = frame().axis.spanMs() / (width() - frame().left - frame().right);
    return std::max(models::chartStepMs(m_snapshot->window), kFlagReach * perPixel);
}

void TimeLanes::stepCrosshair(int by)
{
    if (!m_snapshot)
        return;
    m_crosshairByMouse = false;
    setCrosshair(crosshairOrNewest() + by * models::chartStepMs(m_snapshot->window));
}

bool TimeLanes::explainPoint()
{
    if (!m_crosshairMs || !m_snapshot)
        return false;
    if (m_crosshairByMouse)
        choosePart(mapFromGlobal(QCursor::pos()));
    m_explainsPoint = !m_explainsPoint;
    drawCrosshair();
    return true;
}

void TimeLanes::drawCrosshair()
{
    if (!m_crosshairMs || *m_crosshairMs < frame().axis.fromMs || !m_snapshot) {
        m_crosshair->show(std::nullopt);
        return;
    }
    CrosshairPicture picture;
    picture.x = std::floor(xOf(*m_crosshairMs));
    picture.time = models::clockText(*m_crosshairMs, !ingest::isLong(m_snapshot->window),
                                     QTimeZone::systemTimeZone());
    if (m_snapshot->window == ingest::Window::oneDay || ingest::isLong(m_snapshot->window))
        picture.time.prepend(models::dayText(*m_crosshairMs, QTimeZone::systemTimeZone()) +
                             QLatin1Char(' '));
    picture.plotRight = width() - frame().right;
    picture.axisHeight = axisHeight();
    if (m_spanFromMs)
        m_brush->lay(xOf(std::max(*m_spanFromMs, frame().axis.fromMs)), picture.x);
    if (!models::isObserved(*m_snapshot, *m_crosshairMs)) {
        picture.rows.push_back({tr("not observed"), QString(), theme().muted, false});
        m_crosshair->show(picture);
        if (hasFocus())
            setAccessibleDescription(tr("%1, not observed").arg(picture.time));
        return;
    }
    QString sentence = picture.time;
    m_line = std::min(m_line, std::max<std::size_t>(1, shownLanes().size()) - 1);
    for (const Lane *lane : shownLanes()) {
        if (hasFocus() && lane == shownLanes()[m_line])
            picture.chosen = lane->geometry();
        if (const std::optional<QPointF> dot = lane->dotAt(*m_crosshairMs))
            picture.dots.push_back(*dot + lane->pos());
        for (ReadoutRow &row : lane->readoutAt(*m_crosshairMs)) {
            sentence += QStringLiteral(", %1 %2").arg(row.label, row.value);
            picture.rows.push_back(std::move(row));
        }
    }
    for (const models::ChangeMark &mark : changesAt(*m_crosshairMs, crosshairReachMs())) {
        sentence += QStringLiteral(", %1 %2").arg(mark.word, mark.title);
        picture.rows.push_back({mark.title, mark.word, theme().text2, false});
    }
    for (const models::LostSpan &span : frame().lost)
        if (*m_crosshairMs > span.fromMs && *m_crosshairMs <= span.toMs)
            picture.rows.push_back(
                {tr("lost events"),
                 span.unknown ? tr("unknown") : models::shortCount(double(span.lost)), theme().crit,
                 false});
    if (const Lane *chosen = chosenLane(); m_explainsPoint && chosen != nullptr) {
        picture.workedOut = models::pointWorkedOut(*m_snapshot, lineOf(chosen), *m_crosshairMs);
        for (const QString &line : picture.workedOut)
            sentence += QStringLiteral(", ") + line;
    }
    m_crosshair->show(picture);
    if (m_spanFromMs)
        sentence.prepend(tr("span of %1 s, Enter shows it closer; ")
                             .arg(std::abs(*m_crosshairMs - *m_spanFromMs) / 1000));
    if (hasFocus())
        setAccessibleDescription(sentence);
}

void TimeLanes::stretchSpan(int by)
{
    if (!m_snapshot)
        return;
    if (!m_crosshairMs)
        stepCrosshair(0);
    if (!m_spanFromMs)
        m_spanFromMs = m_crosshairMs;
    stepCrosshair(by);
}

bool TimeLanes::dropSpan()
{
    if (!m_spanFromMs)
        return false;
    m_spanFromMs.reset();
    static_cast<void>(m_brush->release());
    return true;
}

void TimeLanes::zoomSpan()
{
    const auto [from, to] = std::minmax(*m_spanFromMs, *m_crosshairMs);
    const Lane *chosen = chosenLane();
    dropSpan();
    if (chosen != nullptr && from < to)
        zoom(from, to, lineOf(chosen));
}

} // namespace widgets

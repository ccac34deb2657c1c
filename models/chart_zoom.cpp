// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart_zoom.h"

#include "models/clock_text.h"
#include "models/open_second.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

constexpr double kLeastSteps = 5;

} // namespace

double chartStepMs(ingest::Window window)
{
    return double(ingest::chartStepOf(window).count()) * 1000;
}

void ChartZoom::set(const ingest::Snapshot &snapshot, double fromMs, double toMs, ChartLine line)
{
    const double step = chartStepMs(snapshot.window);
    const TimeAxis whole = timeAxisOf(snapshot);
    double from = std::floor(fromMs / step) * step;
    double to = std::ceil(toMs / step) * step;
    if (to - from < kLeastSteps * step) {
        from = std::floor((from + to) / 2 / step - kLeastSteps / 2) * step;
        to = from + kLeastSteps * step;
    }
    from = std::max(from, std::ceil(whole.fromMs / step) * step);
    m_span = Span{from, std::max(from + step, to), line, snapshot.window};
}

bool ChartZoom::clear()
{
    const bool was = m_span.has_value();
    m_span.reset();
    return was;
}

bool ChartZoom::isOver(const ingest::Snapshot &snapshot) const
{
    return m_span &&
           (m_span->window != snapshot.window || m_span->fromMs < timeAxisOf(snapshot).fromMs ||
            m_span->fromMs >= models::toMs(snapshot.asOf));
}

TimeAxis ChartZoom::axis(const ingest::Snapshot &snapshot) const
{
    TimeAxis axis = timeAxisOf(snapshot);
    if (!m_span)
        return withOpenSecond(axis, snapshot);
    axis.fromMs = m_span->fromMs;
    axis.toMs = m_span->toMs;
    axis.observedFromMs = std::clamp(axis.observedFromMs, axis.fromMs, axis.toMs);
    return axis;
}

std::optional<AskedFigure> ChartZoom::asked(const ingest::Snapshot &snapshot) const
{
    if (!m_span)
        return std::nullopt;
    return askedSpan(snapshot, m_span->line, m_span->fromMs, m_span->toMs);
}

QString ChartZoom::text() const
{
    if (!m_span)
        return {};
    return QStringLiteral("%1–%2").arg(clockTextSeconds(m_span->fromMs),
                                       clockTextSeconds(m_span->toMs));
}

} // namespace models

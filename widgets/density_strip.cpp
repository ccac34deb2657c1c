// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/density_strip.h"

#include "models/clock_text.h"
#include "models/replay_text.h"
#include "models/time_axis.h"
#include "widgets/hatch.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kStripSide = 56;
constexpr int kMarksHeight = 24;
constexpr int kTimesHeight = 20;
constexpr double kBarPitch = 4; // a bar, and a pixel of ground
constexpr double kShortBrush = 4;
constexpr int kArrowStep = 10; // seconds; six times as many with Shift

} // namespace

DensityStrip::DensityStrip(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Recording, from its beginning to its end"));
}

void DensityStrip::show(const models::ScrubberView &view)
{
    m_view = view;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    setAccessibleDescription(view.empty() ? tr("nothing recorded yet")
                                          : tr("%1, between %2 and %3")
                                                .arg(models::momentText(view.atMs, zone),
                                                     models::momentText(view.fromMs, zone),
                                                     models::momentText(view.toMs, zone)));
    update();
}

QRectF DensityStrip::plot() const
{
    const double side = theme().scaled(kStripSide);
    return {side, double(theme().scaled(kMarksHeight)), std::max(1.0, width() - 2 * side),
            double(std::max(1, height() - theme().scaled(kMarksHeight + kTimesHeight)))};
}

double DensityStrip::xOf(double ms) const
{
    const QRectF box = plot();
    if (m_view.empty())
        return box.left();
    return box.left() + (ms - m_view.fromMs) / (m_view.toMs - m_view.fromMs) * box.width();
}

double DensityStrip::msAt(double x) const
{
    const QRectF box = plot();
    const double share = std::clamp((x - box.left()) / box.width(), 0.0, 1.0);
    return m_view.fromMs + share * (m_view.toMs - m_view.fromMs);
}

void DensityStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_view.empty())
        return ThemedWidget::mousePressEvent(event);
    m_brushFrom.reset();
    if (event->modifiers() & Qt::ShiftModifier)
        m_brushFrom = msAt(event->position().x());
    else
        Q_EMIT seekWanted(msAt(event->position().x()));
    if (m_brushed) {
        m_brushed.reset();
        Q_EMIT brushChanged();
    }
}

void DensityStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_view.empty())
        return;
    const double ms = msAt(event->position().x());
    if (!m_brushFrom) {
        Q_EMIT seekWanted(ms);
        return;
    }
    if (std::abs(xOf(ms) - xOf(*m_brushFrom)) < kShortBrush)
        return;
    m_brushed = std::minmax(*m_brushFrom, ms);
    Q_EMIT brushChanged();
    update();
}

void DensityStrip::keyPressEvent(QKeyEvent *event)
{
    const int by = event->modifiers() & Qt::ShiftModifier ? 6 * kArrowStep : kArrowStep;
    if (event->key() == Qt::Key_Left)
        Q_EMIT stepWanted(-by);
    else if (event->key() == Qt::Key_Right)
        Q_EMIT stepWanted(by);
    else if (event->key() == Qt::Key_Home)
        Q_EMIT seekWanted(m_view.fromMs);
    else
        ThemedWidget::keyPressEvent(event);
}

void DensityStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
    if (m_view.empty()) {
        painter.setFont(theme().font(12));
        painter.setPen(theme().muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("Reading the recording"));
        return;
    }
    paintSpanInView(painter);
    paintBars(painter);
    paintGaps(painter);
    paintSpanName(painter);
    paintIncidents(painter);
    paintChanges(painter);
    paintBrush(painter);
    paintAxis(painter);
    paintPlayhead(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void DensityStrip::paintSpanInView(QPainter &painter)
{
    const QRectF box = plot();
    const double left = std::max(box.left(), xOf(m_view.atMs - m_view.spanMs));
    const double right = xOf(m_view.atMs);
    painter.fillRect(QRectF(left, box.top(), right - left, box.height()), theme().sel);
    painter.fillRect(QRectF(left, box.bottom(), right - left, 2), theme().accent);
}

void DensityStrip::paintBars(QPainter &painter)
{
    const QRectF box = plot();
    // No narrower than what was counted together.
    const double steps =
        (m_view.toMs - m_view.fromMs) / (double(m_view.timeline->step.count()) * 1000);
    const int count = std::max(1, static_cast<int>(std::min(box.width() / kBarPitch, steps)));
    const auto bars = models::densityBars(*m_view.timeline, m_view.fromMs, m_view.toMs, count);
    double most = 0;
    for (const models::DensityBar &bar : bars)
        most = std::max(most, bar.events);
    if (most <= 0)
        return;
    const double pitch = box.width() / count;
    const double head = xOf(m_view.atMs);
    const double perEvent = (box.height() - 4) / most;
    for (int i = 0; i < count; ++i) {
        const models::DensityBar &bar = bars[static_cast<std::size_t>(i)];
        if (bar.events <= 0)
            continue;
        const double left = std::round(box.left() + i * pitch);
        const double wide = std::max(1.0, std::round(box.left() + (i + 1) * pitch) - left - 1);
        const bool past = left < head;
        const double high = std::max(1.0, bar.events * perEvent);
        painter.fillRect(QRectF(left, box.bottom() - high, wide, high),
                         past ? theme().p95 : theme().rule2);
        if (bar.failed <= 0)
            continue;
        QColor failed = theme().crit;
        failed.setAlphaF(past ? 1.0F : 0.55F);
        const double part = std::max(1.0, bar.failed * perEvent);
        painter.fillRect(QRectF(left, box.bottom() - high, wide, std::min(high, part)), failed);
    }
}

void DensityStrip::paintGaps(QPainter &painter)
{
    const QRectF box = plot();
    painter.setFont(theme().font(11));
    for (const ingest::UnobservedSpan &gap : m_view.timeline->gaps) {
        const double left = xOf(models::toMs(gap.from));
        const double right = std::max(left + 2, xOf(models::toMs(gap.to)));
        const QRectF hole(left, box.top(), right - left, box.height());
        fillHatched(painter, hole, theme().muted, devicePixelRatioF());
        painter.setPen(QPen(theme().muted, 0));
        painter.drawLine(hole.topLeft(), hole.bottomLeft());
        painter.drawLine(hole.topRight(), hole.bottomRight());
        const QString text =
            tr("no data %1").arg(models::spanText(double((gap.to - gap.from).count())));
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 12;
        if (left - wide < box.left())
            continue;
        const QRectF label(left - wide, box.top(), wide, theme().scaled(18));
        painter.fillRect(label, theme().bar);
        painter.setPen(theme().text2);
        painter.drawText(label, Qt::AlignCenter, text);
    }
}

void DensityStrip::paintBrush(QPainter &painter)
{
    if (!m_brushed)
        return;
    const QRectF box = plot();
    const double left = xOf(m_brushed->first);
    QColor fill = theme().accent;
    fill.setAlphaF(0.18F);
    const QRectF span(left, box.top(), xOf(m_brushed->second) - left, box.height());
    painter.fillRect(span, fill);
    painter.setPen(QPen(theme().accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(span.adjusted(0, 0, -1, -1));
}

} // namespace widgets

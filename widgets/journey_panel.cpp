// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_panel.h"

#include "models/clock_text.h"
#include "widgets/hatch.h"
#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <map>

namespace widgets {

namespace {

constexpr int kJourneyGutter = 134;
constexpr int kJourneyHead = 62;
constexpr int kJourneyFoot = 28;

// 1, 2 or 5 times a power of ten, so that there are some five of them.
double tickOf(double seconds)
{
    const double rough = std::max(seconds, 0.5) / 5;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double lead = rough / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

} // namespace

JourneyPanel::JourneyPanel(QWidget *parent)
    : ThemedWidget(parent), m_trace(new QPushButton(tr("Copy trace id"), this))
{
    m_trace->hide();
    connect(m_trace, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_line.traceId); });
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Journey"));
}

void JourneyPanel::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_trace->setFont(newTheme.font(12));
    m_trace->setStyleSheet(
        QStringLiteral("QPushButton { background: %1; border: 1px solid %2; color: %3; "
                       "padding: 2px 10px; } QPushButton:focus { border: 2px solid %4; }")
            .arg(newTheme.panel.name(), newTheme.rule2.name(), newTheme.text.name(),
                 newTheme.accent.name()));
    m_trace->adjustSize();
}

void JourneyPanel::resizeEvent(QResizeEvent *)
{
    m_trace->move(width() - m_trace->width() - kPadding, 6);
}

void JourneyPanel::show(models::JourneyLine line)
{
    m_line = std::move(line);
    m_trace->setVisible(!m_line.traceId.isEmpty());
    m_trace->setToolTip(m_line.traceId);
    QStringList sentences{m_line.summary};
    for (const models::JourneyLine::Dot &dot : m_line.dots)
        sentences.append(tr("%1 after %2").arg(dot.label, models::spanText(dot.seconds)));
    for (const models::JourneyLine::Missing &missing : m_line.missing)
        sentences.append(missing.label);
    setAccessibleDescription(sentences.join(QStringLiteral(", ")) + QStringLiteral(". ") +
                             m_line.note);
    update();
}

QString JourneyPanel::toTsv() const
{
    QString text = tr("Seconds\tService\tEvent\n");
    for (const models::JourneyLine::Dot &dot : m_line.dots)
        text += QStringLiteral("%1\t%2\t%3\n")
                    .arg(dot.seconds, 0, 'f', 3)
                    .arg(m_line.services[static_cast<std::size_t>(dot.row)], dot.label);
    return text;
}

double JourneyPanel::x(const QRect &plot, double seconds) const
{
    return plot.left() + seconds / std::max(1.0, m_line.seconds) * plot.width();
}

double JourneyPanel::y(const QRect &plot, int row) const
{
    const double rows = std::max<double>(1, static_cast<double>(m_line.services.size()));
    return plot.top() + (row + 0.5) * plot.height() / rows;
}

void JourneyPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().panel);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(QRect(kPadding, 8, 80, 20), Qt::AlignVCenter, tr("Journey"));
    painter.setFont(theme().monoFont(12));
    painter.drawText(QRect(kPadding + 66, 8, 220, 20), Qt::AlignVCenter, m_line.journey);
    const int left = kPadding + 66 + painter.fontMetrics().horizontalAdvance(m_line.journey) + 14;
    painter.setFont(theme().font(12));
    painter.setPen(theme().text2);
    const int right = m_trace->isHidden() ? kPadding : m_trace->width() + 2 * kPadding;
    painter.drawText(QRect(left, 8, width() - left - right, 20), Qt::AlignVCenter,
                     m_line.dots.empty() ? tr("Choose a sample to see the customer's way")
                                         : m_line.summary);
    if (!m_line.dots.empty()) {
        const QRect plot(kPadding + kJourneyGutter, kJourneyHead,
                         width() - kJourneyGutter - 2 * kPadding - 40,
                         height() - kJourneyHead - kJourneyFoot);
        paintScale(painter, plot);
        paintRows(painter, plot);
        painter.setFont(theme().font(12));
        painter.setPen(theme().muted);
        painter.drawText(
            QRect(kPadding, height() - kJourneyFoot, width() - 2 * kPadding, kJourneyFoot - 4),
            Qt::AlignVCenter,
            m_line.missing.empty()
                ? m_line.note
                : tr("Hatched: an expected event is missing. %1").arg(m_line.note));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void JourneyPanel::paintScale(QPainter &painter, const QRect &plot) const
{
    painter.setFont(theme().font(11));
    const double tick = tickOf(m_line.seconds);
    for (double at = 0; at <= m_line.seconds * 1.001; at += tick) {
        const double place = x(plot, at);
        painter.setPen(QPen(theme().grid, 1));
        painter.drawLine(QPointF(place, plot.top()), QPointF(place, plot.bottom()));
        painter.setPen(theme().muted);
        painter.drawText(QRectF(place - 40, plot.top() - 24, 80, 18), Qt::AlignCenter,
                         at == 0 ? models::clockTextSeconds(m_line.startMs)
                                 : QStringLiteral("+") + models::spanText(at));
    }
}

void JourneyPanel::paintRows(QPainter &painter, const QRect &plot) const
{
    for (int row = 0; row < static_cast<int>(m_line.services.size()); ++row) {
        painter.setPen(QPen(theme().grid, 1));
        painter.drawLine(QPointF(plot.left(), y(plot, row)), QPointF(plot.right(), y(plot, row)));
        painter.setFont(theme().font(13));
        painter.setPen(theme().text);
        painter.drawText(
            QRectF(kPadding, y(plot, row) - 10, kJourneyGutter - 8, 20), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_line.services[static_cast<std::size_t>(row)],
                                             Qt::ElideMiddle, kJourneyGutter - 8));
    }
    painter.setFont(theme().font(11));
    for (const models::JourneyLine::Missing &missing : m_line.missing) {
        const QRectF box(QPointF(x(plot, missing.fromSeconds), y(plot, missing.row) - 11),
                         QPointF(x(plot, missing.toSeconds), y(plot, missing.row) + 11));
        const QColor colour = missing.pending ? theme().muted : theme().crit;
        painter.fillRect(box, hatchBrush(colour, devicePixelRatioF()));
        painter.setPen(QPen(colour, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        QRectF label = painter.fontMetrics().boundingRect(missing.label).adjusted(-6, -2, 6, 2);
        label.moveCenter(box.center());
        label.moveRight(std::min(label.right(), double(width() - 4)));
        painter.fillRect(label, theme().panel);
        painter.setPen(colour);
        painter.drawText(label, Qt::AlignCenter, missing.label);
    }
    const models::JourneyLine::Dot *before = nullptr;
    std::map<int, double> labelEnds;
    for (const models::JourneyLine::Dot &dot : m_line.dots) {
        const QPointF at(x(plot, dot.seconds), y(plot, dot.row));
        const QColor colour = dot.failing ? theme().crit : theme().data;
        if (before != nullptr && before->row != dot.row) {
            painter.setPen(QPen(colour, 1));
            painter.drawLine(QPointF(at.x(), y(plot, before->row)), at);
        }
        before = &dot;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        if (dot.failing)
            drawStatusShape(painter, QRectF(at.x() - 6.5, at.y() - 6.5, 13, 13),
                            models::Status::bad, theme());
        else
            painter.drawEllipse(at, 4, 4);
        const double wide = painter.fontMetrics().horizontalAdvance(dot.label);
        if (labelEnds[dot.row] > at.x() + 4 && !dot.failing)
            continue;                                       // its neighbour's name stands there
        const bool below = labelEnds[dot.row] > at.x() + 4; // a failure is always named
        labelEnds[dot.row] = at.x() + wide + 12;
        painter.setPen(dot.failing ? theme().crit : theme().text2);
        const double from = std::min(at.x() + 5, width() - wide - 6);
        painter.drawText(QPointF(from, at.y() + (below ? 20 : -8)), dot.label);
    }
}

} // namespace widgets

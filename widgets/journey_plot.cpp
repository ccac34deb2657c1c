// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_plot.h"

#include "models/clock_text.h"
#include "widgets/hatch.h"
#include "widgets/journey_labels.h"
#include "widgets/status_shape.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kServiceGutter = 134;
constexpr double kJourneyScale = 26; // the clock above the rows
constexpr double kJourneyRight = 40; // for half a label of the scale
constexpr double kRoomyRow = 18;     // that holds a service's name in full size
constexpr double kHalfMissing = 9;   // of what is missing
constexpr double kJourneyTick = 84;
constexpr double kNearDot = 12; // a pointer's way from its middle

// 1, 2 or 5 times a power of ten, so that there are some five of them.
double journeyTickOf(double seconds)
{
    const double rough = std::max(seconds, 0.5) / 5;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double lead = rough / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

} // namespace

JourneyPlot::JourneyPlot(const models::JourneyLine &line, const Theme &theme, const QRectF &area,
                         double ratio)
    : m_line(line), m_theme(theme), m_area(area),
      m_plot(area.adjusted(kServiceGutter, kJourneyScale, -kJourneyRight, 0)), m_ratio(ratio)
{
}

double JourneyPlot::rowHeight(const models::JourneyLine &line, double areaHeight)
{
    const double rows = std::max<double>(1, static_cast<double>(line.services.size()));
    return (areaHeight - kJourneyScale) / rows;
}

double JourneyPlot::x(double seconds) const
{
    return m_plot.left() + seconds / std::max(1.0, m_line.seconds) * m_plot.width();
}

double JourneyPlot::y(int row) const
{
    return m_plot.top() + (row + 0.5) * rowHeight(m_line, m_area.height());
}

std::optional<std::size_t> JourneyPlot::dotAt(const QPointF &place) const
{
    std::optional<std::size_t> nearest;
    double least = kNearDot;
    for (std::size_t i = 0; i < m_line.dots.size(); ++i) {
        const models::JourneyLine::Dot &dot = m_line.dots[i];
        const double away = QLineF(place, {x(dot.seconds), y(dot.row)}).length();
        if (away <= least) {
            least = away;
            nearest = i;
        }
    }
    return nearest;
}

void JourneyPlot::paint(QPainter &painter, std::uint64_t chosen) const
{
    paintScale(painter);
    paintRows(painter);
    auto taken = paintMissing(painter);
    paintDots(painter, chosen);
    paintLabels(painter, std::move(taken));
}

void JourneyPlot::paintScale(QPainter &painter) const
{
    painter.setFont(m_theme.font(11));
    const double tick = journeyTickOf(m_line.seconds);
    for (double at = 0; at <= m_line.seconds * 1.001; at += tick) {
        const double place = std::floor(x(at)) + 0.5;
        painter.setPen(QPen(m_theme.grid, 1));
        painter.drawLine(QPointF(place, m_plot.top()), QPointF(place, m_plot.bottom()));
        painter.setPen(m_theme.muted);
        painter.drawText(
            QRectF(place - kJourneyTick / 2, m_area.top(), kJourneyTick, kJourneyScale - 6),
            Qt::AlignCenter,
            at == 0 ? models::clockTextSeconds(m_line.startMs)
                    : QStringLiteral("+") + models::spanText(at));
    }
}

void JourneyPlot::paintRows(QPainter &painter) const
{
    for (int row = 0; row < static_cast<int>(m_line.services.size()); ++row) {
        const double middle = std::floor(y(row)) + 0.5;
        painter.setPen(QPen(m_theme.grid, 1));
        painter.drawLine(QPointF(m_plot.left(), middle), QPointF(m_plot.right(), middle));
        painter.setFont(m_theme.font(rowHeight(m_line, m_area.height()) < kRoomyRow ? 11 : 13));
        painter.setPen(m_theme.text);
        painter.drawText(
            QRectF(m_area.left(), middle - 10, kServiceGutter - 8, 20), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_line.services[static_cast<std::size_t>(row)],
                                             Qt::ElideMiddle, int(kServiceGutter) - 8));
    }
}

std::vector<QRectF> JourneyPlot::paintMissing(QPainter &painter) const
{
    std::vector<QRectF> labels;
    painter.setFont(m_theme.font(11, QFont::DemiBold));
    for (const models::JourneyLine::Missing &missing : m_line.missing) {
        const QRectF box(QPointF(x(missing.fromSeconds), y(missing.row) - kHalfMissing),
                         QPointF(x(missing.toSeconds), y(missing.row) + kHalfMissing));
        const QColor colour = missing.pending ? m_theme.muted : m_theme.crit;
        painter.fillRect(box, m_theme.panel);
        QRectF waited = box; // what is yet to come is no gap
        waited.setRight(std::min(box.right(), x(missing.nowSeconds)));
        fillHatched(painter, waited, colour, m_ratio);
        painter.setPen(QPen(colour, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        QRectF label =
            painter.fontMetrics().boundingRect(missing.label).toRectF().adjusted(-6, 0, 6, 0);
        label.moveCenter(box.center());
        label.moveRight(std::min(label.right(), m_area.right()));
        label.moveLeft(std::max(label.left(), m_plot.left()));
        painter.fillRect(label, m_theme.panel);
        painter.setPen(colour);
        painter.drawText(label, Qt::AlignCenter, missing.label);
        labels.push_back(label.united(box));
    }
    return labels;
}

void JourneyPlot::paintDots(QPainter &painter, std::uint64_t chosen) const
{
    const models::JourneyLine::Dot *before = nullptr;
    for (const models::JourneyLine::Dot &dot : m_line.dots) {
        if (before != nullptr && before->row != dot.row) {
            painter.setPen(QPen(dot.failing ? m_theme.crit : m_theme.data, 1));
            painter.drawLine(QPointF(x(dot.seconds), y(before->row)),
                             QPointF(x(dot.seconds), y(dot.row)));
        }
        before = &dot;
    }
    painter.setPen(Qt::NoPen);
    for (const models::JourneyLine::Dot &dot : m_line.dots) {
        const QPointF at(x(dot.seconds), y(dot.row));
        painter.setBrush(m_theme.data);
        if (dot.failing)
            drawStatusShape(painter, QRectF(at.x() - 6.5, at.y() - 6.5, 13, 13),
                            models::Status::bad, m_theme);
        else
            painter.drawEllipse(at, 4, 4);
        if (dot.number != chosen || chosen == 0)
            continue;
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 9, 9);
        painter.setPen(Qt::NoPen);
    }
}

void JourneyPlot::paintLabels(QPainter &painter, std::vector<QRectF> taken) const
{
    const QFont plain = m_theme.font(11);
    const QFont bold = m_theme.font(11, QFont::DemiBold);
    const QFontMetricsF metrics(bold); // the wider
    std::vector<LabelledDot> dots;
    for (const models::JourneyLine::Dot &dot : m_line.dots)
        dots.push_back({{x(dot.seconds), y(dot.row)}, dot.label, dot.failing});
    const QRectF bounds(m_plot.left(), m_plot.top(), m_area.right() - m_plot.left(),
                        m_plot.height());
    for (const PlacedLabel &label :
         placeLabels(dots, bounds, std::move(taken), metrics.height(),
                     [&metrics](const QString &text) { return metrics.horizontalAdvance(text); })) {
        painter.setFont(label.failing ? bold : plain);
        painter.setPen(label.failing ? m_theme.crit : m_theme.text2);
        painter.drawText(label.box, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
}

} // namespace widgets

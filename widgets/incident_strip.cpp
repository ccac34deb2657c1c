// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident_strip.h"

#include "widgets/status_shape.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kBarThick = 2;
constexpr int kTitleShape = 11;
constexpr double kLineStrength = 0.7;

} // namespace

IncidentStrip::IncidentStrip(QWidget *parent) : MarkRow(parent) {}

void IncidentStrip::setMarks(std::vector<models::IncidentMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    update();
}

double IncidentStrip::clampedX(double ms) const
{
    return xOf(std::clamp(ms, axis().fromMs, axis().toMs));
}

QColor IncidentStrip::colourOf(models::Status status) const
{
    return status == models::Status::bad ? theme().crit : theme().warn;
}

void IncidentStrip::paintEvent(QPaintEvent *)
{
    if (m_marks.empty())
        return;
    QPainter painter(this);
    paintRow(painter, tr("Incidents"));
    paintBars(painter);
    paintTitles(painter);
}

// The worst last, so that it lies on top.
void IncidentStrip::paintBars(QPainter &painter) const
{
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        const double from = clampedX(mark->fromMs);
        QColor colour = colourOf(mark->status);
        painter.fillRect(QRectF(from, rowHeight() - kBarThick,
                                std::max(2.0, clampedX(mark->toMs) - from), kBarThick),
                         colour);
        if (!mark->begins)
            continue;
        colour.setAlphaF(static_cast<float>(kLineStrength));
        painter.fillRect(QRectF(from, rowHeight(), 1, chartsEnd() - rowHeight()), colour);
    }
}

// The worst first; one that would run into another's is counted there.
void IncidentStrip::paintTitles(QPainter &painter) const
{
    const QFontMetrics bold(theme().font(12, QFont::DemiBold));
    const QFontMetrics plain(theme().font(12));
    struct Title
    {
        const models::IncidentMark *mark;
        QRectF box;
        int others = 0;
    };
    std::vector<Title> titles;
    const double free = rowHeight() - kBarThick;
    for (const models::IncidentMark &mark : m_marks) {
        const double wide = kTitleShape + 6 + bold.horizontalAdvance(mark.title) + 10 +
                            plain.horizontalAdvance(mark.note);
        const double left = std::min(clampedX(mark.fromMs) + 4, plotRight() - wide);
        const QRectF box(left, 0, wide, free);
        const auto met = std::ranges::find_if(titles, [&box](const Title &other) {
            return other.box.adjusted(-10, 0, 10, 0).intersects(box);
        });
        if (met != titles.end())
            ++met->others;
        else if (left >= plotLeft())
            titles.push_back({&mark, box});
    }
    for (const Title &title : titles) {
        const QString note = title.others == 0
                                 ? title.mark->note
                                 : tr("%1, and %2 more").arg(title.mark->note).arg(title.others);
        const double wider =
            plain.horizontalAdvance(note) - plain.horizontalAdvance(title.mark->note);
        const QRectF box = title.box.adjusted(0, 0, wider, 0);
        paintTitle(painter, box.right() <= plotRight() ? box : box.translated(-wider, 0),
                   *title.mark, note);
    }
}

void IncidentStrip::paintTitle(QPainter &painter, const QRectF &box,
                               const models::IncidentMark &mark, const QString &note) const
{
    drawStatusShape(painter,
                    QRectF(box.left(), (box.height() - kTitleShape) / 2, kTitleShape, kTitleShape),
                    mark.status, theme());
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, note);
    painter.setFont(theme().font(12, QFont::DemiBold));
    painter.setPen(colourOf(mark.status));
    painter.drawText(box.adjusted(kTitleShape + 6, 0, 0, 0), Qt::AlignVCenter, mark.title);
}

} // namespace widgets

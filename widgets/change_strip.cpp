// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_strip.h"

#include "widgets/change_flags.h"
#include "widgets/measures.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kChangeRow = 24;
constexpr int kFlagHigh = 17;
constexpr double kChangeLineStrength = 0.75;

} // namespace

ChangeStrip::ChangeStrip(QWidget *parent) : ThemedWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void ChangeStrip::setMarks(std::vector<models::ChangeMark> marks, bool all)
{
    if (marks == m_marks && all == m_all)
        return;
    m_marks = std::move(marks);
    m_all = all;
    update();
}

void ChangeStrip::setFrame(const models::TimeAxis &axis, int left, int right, int below)
{
    if (axis.fromMs == m_axis.fromMs && axis.toMs == m_axis.toMs && left == m_left &&
        right == m_right && below == m_below)
        return;
    m_axis = axis;
    m_left = left;
    m_right = right;
    m_below = below;
    if (!m_marks.empty())
        update();
}

int ChangeStrip::rowHeight() const
{
    return m_marks.empty() ? 0 : theme().scaled(kChangeRow);
}

double ChangeStrip::xOf(double ms) const
{
    return std::floor(m_left + (ms - m_axis.fromMs) / m_axis.spanMs() * (m_right - m_left));
}

// Charts that are seen closer have fewer.
std::vector<models::ChangeMark> ChangeStrip::shownMarks() const
{
    std::vector<models::ChangeMark> shown = m_marks;
    std::erase_if(shown, [this](const models::ChangeMark &mark) {
        return mark.ms < m_axis.fromMs || mark.ms > m_axis.toMs;
    });
    return shown;
}

void ChangeStrip::paintEvent(QPaintEvent *)
{
    if (m_marks.empty())
        return;
    QPainter painter(this);
    const QRect row(0, 0, width(), rowHeight());
    painter.fillRect(row, theme().panel);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    painter.drawText(row.adjusted(kPadding, 0, 0, 0), Qt::AlignVCenter,
                     m_all ? tr("Changes") : tr("Last changes"));
    const std::vector<models::ChangeMark> marks = shownMarks();
    std::vector<double> xs;
    for (const models::ChangeMark &mark : marks)
        xs.push_back(xOf(mark.ms));
    QColor line = theme().text2;
    line.setAlphaF(static_cast<float>(kChangeLineStrength));
    for (const double x : xs)
        drawChangeLine(painter, x, rowHeight(), height() - m_below, line);
    const double high = theme().scaled(kFlagHigh);
    std::vector<ChangeFlag> flags = changeFlags(marks, xs, width() - 4, high, theme().font(11));
    for (std::size_t i = 0; i < marks.size(); ++i) {
        flags[i].box.translate(0, std::floor((rowHeight() - high) / 2));
        drawChangeFlag(painter, marks[i], flags[i], theme());
    }
}

} // namespace widgets

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_strip.h"

#include "widgets/change_flags.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kFlagHigh = 17;
constexpr double kChangeLineStrength = 0.75;

} // namespace

ChangeStrip::ChangeStrip(QWidget *parent) : MarkRow(parent) {}

void ChangeStrip::setMarks(std::vector<models::ChangeMark> marks, bool all)
{
    if (marks == m_marks && all == m_all)
        return;
    m_marks = std::move(marks);
    m_all = all;
    update();
}

// Charts that are seen closer have fewer.
std::vector<models::ChangeMark> ChangeStrip::shownMarks() const
{
    std::vector<models::ChangeMark> shown = m_marks;
    std::erase_if(shown, [this](const models::ChangeMark &mark) {
        return mark.ms < axis().fromMs || mark.ms > axis().toMs;
    });
    return shown;
}

void ChangeStrip::paintEvent(QPaintEvent *)
{
    if (m_marks.empty())
        return;
    QPainter painter(this);
    paintRow(painter, m_all ? tr("Changes") : tr("Last changes"));
    const std::vector<models::ChangeMark> marks = shownMarks();
    std::vector<double> xs;
    for (const models::ChangeMark &mark : marks)
        xs.push_back(xOf(mark.ms));
    QColor line = theme().text2;
    line.setAlphaF(static_cast<float>(kChangeLineStrength));
    for (const double x : xs)
        drawChangeLine(painter, x, rowHeight(), chartsEnd(), line);
    const double high = theme().scaled(kFlagHigh);
    std::vector<ChangeFlag> flags = changeFlags(marks, xs, width() - 4, high, theme().font(11));
    for (std::size_t i = 0; i < marks.size(); ++i) {
        flags[i].box.translate(0, std::floor((rowHeight() - high) / 2));
        drawChangeFlag(painter, marks[i], flags[i], theme());
    }
}

} // namespace widgets

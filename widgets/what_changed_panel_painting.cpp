// SPDX-License-Identifier: GPL-3.0-or-later
// How what changed is painted: its heads, and a row for each trait with its shares.
#include "widgets/what_changed_panel.h"

#include "models/axis_text.h"
#include "widgets/category_swatch.h"
#include "widgets/measures.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

using ingest::evidence::Difference;

namespace {

constexpr int kWithScaleName = 620; // width from which it is said what the scale is of
constexpr int kValueAt = 92;
constexpr int kBeforeScale = 18; // px between a value and the scale
constexpr int kRounding = 2;     // of widths to whole pixels, that nothing is elided for it
constexpr int kLeastScale = 60;
constexpr int kFigures = 140; // the factor and the failures, at the right end
constexpr int kFailures = 76;
constexpr double kClear = 2; // from this factor on a row has colour, if it is named

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

QRect WhatChangedPanel::track(const QRect &row) const
{
    // Values are read before shares are: they get the room they need, up to half the panel.
    const QFontMetrics metrics(theme().font(13, QFont::DemiBold));
    int widest = 0;
    for (const Difference &difference : m_changed.differences)
        widest = std::max(widest, metrics.horizontalAdvance(namesOf(difference, true)));
    const int needed = theme().scaled(kValueAt) + widest + kRounding + kBeforeScale;
    const int usual = std::max(theme().scaled(150), width() * 36 / 100);
    const int left = kPadding + std::max(usual, std::min(needed, width() / 2));
    return {left, row.top(), std::max(20, width() - kPadding - theme().scaled(150) - left),
            row.height()};
}

void WhatChangedPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().panel);
    paintHead(painter);
    paintColumns(painter);
    for (std::size_t row = 0; row < rows(); ++row) {
        if (hasFocus() && row == m_current)
            painter.fillRect(rowBox(row), theme().sel);
        paintRow(painter, rowBox(row), m_changed.differences[row]);
    }
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const QRect foot(kPadding, height() - theme().scaled(kFoot), width() - 2 * kPadding,
                     theme().scaled(kFoot) - 6);
    const QString legend = tr("○ all attempts   ● these failures");
    const int verdictWide =
        QFontMetrics(theme().font(12, QFont::DemiBold)).horizontalAdvance(verdict());
    if (!m_changed.differences.empty() &&
        painter.fontMetrics().horizontalAdvance(legend) + verdictWide + 16 <= foot.width())
        painter.drawText(foot, Qt::AlignVCenter, legend);
    painter.setPen(theme().text);
    painter.setFont(theme().font(12, QFont::DemiBold));
    painter.drawText(foot, Qt::AlignVCenter | Qt::AlignRight, verdict());
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void WhatChangedPanel::paintHead(QPainter &painter) const
{
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(QRect(kPadding, theme().scaled(10), width(), theme().scaled(18)),
                     Qt::AlignVCenter, tr("What changed"));
    if (!m_about.isEmpty()) {
        int left = kPadding + painter.fontMetrics().horizontalAdvance(tr("What changed")) + 8;
        if (m_ordinal)
            drawCategorySwatch(painter, QRectF(left, theme().scaled(19) - 7.5, 15, 15), *m_ordinal,
                               theme());
        left += m_ordinal ? 22 : 2;
        painter.setFont(theme().font(12));
        const QString name = painter.fontMetrics().elidedText(m_about, Qt::ElideRight, width() / 3);
        painter.drawText(QRect(left, theme().scaled(10), width() / 3, theme().scaled(18)),
                         Qt::AlignVCenter, name);
        left += painter.fontMetrics().horizontalAdvance(name) + 12;
        painter.setFont(theme().font(11));
        painter.setPen(theme().muted);
        if (left + painter.fontMetrics().horizontalAdvance(span()) < width() - kPadding)
            painter.drawText(QRect(left, theme().scaled(10), width() - left, theme().scaled(18)),
                             Qt::AlignVCenter, span());
    }
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    painter.drawText(
        QRect(kPadding, theme().scaled(10), width() - 2 * kPadding, theme().scaled(18)),
        Qt::AlignVCenter | Qt::AlignRight,
        width() < theme().scaled(kWithScaleName) ? QString()
                                                 : tr("share of failures against attempts"));
}

// The names of the columns, and the scale of the shares.
void WhatChangedPanel::paintColumns(QPainter &painter) const
{
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const QRect scale = track({0, theme().scaled(34), width(), theme().scaled(18)});
    painter.drawText(QRect(kPadding, theme().scaled(34), theme().scaled(120), theme().scaled(18)),
                     Qt::AlignVCenter, tr("Dimension"));
    painter.drawText(QRect(kPadding + theme().scaled(kValueAt), theme().scaled(34),
                           theme().scaled(120), theme().scaled(18)),
                     Qt::AlignVCenter, tr("Value"));
    if (hasScale(scale)) {
        painter.drawText(scale.adjusted(-20, 0, 0, 0), Qt::AlignVCenter, QStringLiteral("0"));
        painter.drawText(scale, Qt::AlignCenter, QStringLiteral("50 %"));
        painter.drawText(scale, Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("100 %"));
    }
    const QRect right(width() - kPadding - figuresWide(), theme().scaled(34), figuresWide(),
                      theme().scaled(18));
    const int counts = hasScale(scale) ? theme().scaled(kFailures) : 0;
    painter.drawText(right.adjusted(0, 0, -counts, 0), Qt::AlignVCenter | Qt::AlignRight,
                     tr("Factor"));
    if (counts > 0)
        painter.drawText(right, Qt::AlignVCenter | Qt::AlignRight, tr("Journeys"));
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(kPadding, theme().scaled(kHead) - 3, width() - kPadding,
                     theme().scaled(kHead) - 3);
}

// Narrower than this the shares cannot be told apart, and the names need the room.
bool WhatChangedPanel::hasScale(const QRect &scale) const
{
    return scale.width() >= theme().scaled(kLeastScale);
}

// Without the counts where the names need their room as well.
int WhatChangedPanel::figuresWide() const
{
    const bool all = hasScale(track({0, 0, width(), 1}));
    return theme().scaled(all ? kFigures : kFigures - kFailures);
}

void WhatChangedPanel::paintShares(QPainter &painter, const QRect &scale,
                                   const Difference &difference, const QColor &colour) const
{
    painter.setPen(QPen(theme().grid, 1));
    painter.drawLine(scale.left(), scale.center().y(), scale.right(), scale.center().y());
    const auto place = [&](double at) {
        return QPointF(scale.left() + std::min(1.0, at) * scale.width(), scale.center().y() + 0.5);
    };
    const QPointF all = place(share(difference.now.attempts, m_changed.now.attempts));
    const QPointF failing = place(share(difference.now.failing, m_changed.now.failing));
    painter.setPen(QPen(colour, 3));
    painter.drawLine(all, failing);
    painter.setPen(QPen(theme().text, 1.6));
    painter.setBrush(theme().panel);
    painter.drawEllipse(all, 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(failing, 4, 4);
}

void WhatChangedPanel::paintRow(QPainter &painter, const QRect &box,
                                const Difference &difference) const
{
    const bool clear = difference.named && difference.factor >= kClear;
    const bool first = difference.named && &difference == &m_changed.differences.front();
    const QColor colour = first ? theme().crit : clear ? theme().warn : theme().muted;
    const QRect scale = track(box);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    const auto put = [&](const QRect &where, const QString &text, int flags = 0) {
        painter.drawText(where, Qt::AlignVCenter | flags,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
    };
    put({kPadding, box.top(), theme().scaled(kValueAt) - 6, box.height()},
        namesOf(difference, false));
    painter.setFont(theme().font(13, first ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme().text);
    put({kPadding + theme().scaled(kValueAt), box.top(),
         (hasScale(scale) ? scale.left() : width() - kPadding - figuresWide()) - kPadding -
             theme().scaled(kValueAt) - kBeforeScale,
         box.height()},
        namesOf(difference, true));
    if (hasScale(scale))
        paintShares(painter, scale, difference, colour);
    const QRect right(width() - kPadding - figuresWide(), box.top(), figuresWide(), box.height());
    const int counts = hasScale(scale) ? theme().scaled(kFailures) : 0;
    painter.setFont(theme().font(13, clear ? QFont::DemiBold : QFont::Normal));
    painter.setPen(colour);
    put(right.adjusted(0, 0, -counts, 0), tr("%1×").arg(difference.factor, 0, 'f', 1),
        Qt::AlignRight);
    painter.setFont(theme().font(13));
    painter.setPen(theme().text2);
    if (counts > 0)
        put(right, models::wholeCount(difference.now.failing), Qt::AlignRight);
}

} // namespace widgets

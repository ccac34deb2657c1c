// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/source_delegate.h"

#include "models/source_table.h"
#include "widgets/hatch.h"
#include "widgets/status_shape.h"

#include <QPainter>

namespace widgets {

namespace {

constexpr int kMargin = 6;
constexpr int kStrip = 11; // height of a minute in which all came
constexpr int kMissing = 18;
constexpr int kLate = 4;

} // namespace

SourceDelegate::SourceDelegate(const models::SourceTable &table, QObject *parent)
    : QStyledItemDelegate(parent), m_table(table)
{
}

QColor SourceDelegate::inkFor(const QModelIndex &index) const
{
    const ingest::SourceSnapshot &source = m_table.source(index.row());
    const auto column = static_cast<models::SourceColumn>(index.column());
    const bool zero = models::sortValue(source, column) <= 0;
    switch (column) {
    case models::SourceColumn::source:
        return m_theme.text;
    case models::SourceColumn::lost:
        return zero ? m_theme.muted : m_theme.crit;
    case models::SourceColumn::malformed:
        return zero ? m_theme.muted : m_theme.warn;
    case models::SourceColumn::duplicate:
    case models::SourceColumn::restarts:
        return zero ? m_theme.muted : m_theme.text;
    default:
        return m_theme.text2;
    }
}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, m_theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme.raised);
    painter->setPen(QPen(m_theme.rule, 0));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const auto column = static_cast<models::SourceColumn>(index.column());
    const QRect box = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    if (column == models::SourceColumn::sequence) {
        paintStrip(*painter, box, index.row());
    } else if (column == models::SourceColumn::state) {
        paintState(*painter, box, index.row());
    } else {
        painter->setFont(m_theme.font(13, column == models::SourceColumn::source ? QFont::DemiBold
                                                                                 : QFont::Normal));
        painter->setPen(inkFor(index));
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(
            box, index.data(Qt::TextAlignmentRole).toInt(),
            column == models::SourceColumn::source
                ? painter->fontMetrics().elidedText(text, Qt::ElideMiddle, box.width())
                : text);
    }
    painter->restore();
}

void SourceDelegate::paintStrip(QPainter &painter, const QRect &box, int row) const
{
    const auto &minutes = m_table.source(row).minutes;
    const double each = static_cast<double>(box.width()) / static_cast<double>(minutes.size());
    const auto bar = [&](std::size_t i, int high) {
        const int left = box.left() + static_cast<int>(static_cast<double>(i) * each);
        const int right = box.left() + static_cast<int>(static_cast<double>(i + 1) * each);
        return QRect(left, box.center().y() - high / 2, std::max(1, right - left - 1), high);
    };
    const QBrush nothing = hatchBrush(m_theme.rule2, painter.device()->devicePixelRatioF());
    const auto observed = static_cast<std::size_t>(m_table.observedMinutes());
    for (std::size_t i = minutes.size() - observed; i < minutes.size(); ++i) {
        const ingest::SourceMinute &minute = minutes.at(i);
        if (minute.received == 0) {
            QRect gap = bar(i, kStrip);
            gap.setWidth(gap.width() + 1); // one hatched area, not many
            painter.fillRect(gap, nothing);
        } else if (minute.late * 2 > minute.received) {
            painter.fillRect(bar(i, kLate), m_theme.warn);
        } else {
            painter.fillRect(bar(i, kStrip), m_theme.p99);
        }
        if (minute.lost > 0)
            painter.fillRect(bar(i, kMissing), m_theme.crit);
    }
}

void SourceDelegate::paintState(QPainter &painter, const QRect &box, int row) const
{
    const models::SourceVerdict verdict = m_table.verdict(row);
    drawStatusShape(painter, QRectF(box.left(), box.center().y() - 5.5, 12, 12), verdict.status,
                    m_theme);
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.status(verdict.status));
    painter.drawText(box.adjusted(18, 0, 0, 0), Qt::AlignVCenter, verdict.word);
}

} // namespace widgets

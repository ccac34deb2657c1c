// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/category_delegate.h"

#include "ingest/snapshot_signals.h"
#include "models/category_table.h"
#include "widgets/category_swatch.h"
#include "widgets/sparkline.h"
#include "widgets/status_shape.h"

#include <QPainter>

namespace widgets {

using models::CategoryTable;

void CategoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const int column = index.column();
    if (column != CategoryTable::Name && column != CategoryTable::State &&
        column != CategoryTable::Trend) {
        QStyleOptionViewItem flat = option;
        flat.state &= ~QStyle::State_HasFocus;
        if (column == CategoryTable::Owner) { // apart from the amounts, which end where it begins
            painter->fillRect(option.rect, ground(option));
            flat.rect.adjust(kOwnerIndent, 0, 0, 0);
        }
        QStyledItemDelegate::paint(painter, flat, index);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, ground(option));
    const QRect box = option.rect.adjusted(8, 0, -4, 0);
    if (column == CategoryTable::Name)
        paintName(*painter, box, index);
    else if (column == CategoryTable::State)
        paintState(*painter, box, index);
    else
        paintTrend(*painter, box, index);
    painter->restore();
}

QColor CategoryDelegate::ground(const QStyleOptionViewItem &option) const
{
    return (option.state & QStyle::State_Selected) != 0 ? m_theme.sel : m_theme.panel;
}

void CategoryDelegate::paintName(QPainter &painter, const QRect &box,
                                 const QModelIndex &index) const
{
    drawCategorySwatch(painter, QRectF(box.left() + 8, box.center().y() - 7, 15, 15),
                       index.data(CategoryTable::OrdinalRole).toUInt(), m_theme);
    QRect text = box.adjusted(32, 0, 0, 0);
    painter.setFont(m_theme.font(13, QFont::Medium));
    painter.setPen(m_theme.text);
    const QString name =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width());
    painter.drawText(text, Qt::AlignVCenter, name);
    text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(name) + 8);
    painter.setFont(m_theme.font(11));
    painter.setPen(m_theme.muted);
    if (text.width() > 50)
        painter.drawText(
            text, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(index.data(CategoryTable::TypeRole).toString(),
                                             Qt::ElideRight, text.width()));
}

// New is a filled badge, regressed an outline; escalating, and what is part of an incident, a shape
// with its word.
void CategoryDelegate::paintState(QPainter &painter, const QRect &box,
                                  const QModelIndex &index) const
{
    using ingest::CategoryState;
    const auto state = static_cast<CategoryState>(index.data(CategoryTable::StateRole).toInt());
    const auto incident =
        static_cast<models::Status>(index.data(CategoryTable::IncidentRole).toInt());
    QStringList words = index.data().toString().split(QStringLiteral(", "));
    QRect rest = box;
    if (state == CategoryState::fresh || state == CategoryState::regressed) {
        const QString badge = words.takeFirst();
        rest.setLeft(8 + box.left() +
                     drawStateBadge(painter, box.left(), box.center().y(), badge, state, m_theme));
    } else if (incident != models::Status::normal && state == CategoryState::known) {
        words.removeFirst(); // what is part of an incident matters more
    }
    const models::Status shape =
        state == CategoryState::escalating ? std::max(incident, models::Status::look) : incident;
    painter.setFont(
        m_theme.font(13, shape == models::Status::normal ? QFont::Normal : QFont::DemiBold));
    if (shape != models::Status::normal && rest.width() > 18) {
        drawStatusShape(painter, QRectF(rest.left(), rest.center().y() - 6, 12, 12), shape,
                        m_theme);
        rest.setLeft(rest.left() + 17);
    }
    painter.setPen(shape == models::Status::normal ? m_theme.muted : m_theme.status(shape));
    painter.drawText(rest, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(words.join(QStringLiteral(", ")),
                                                      Qt::ElideRight, rest.width()));
}

void CategoryDelegate::paintTrend(QPainter &painter, const QRect &box,
                                  const QModelIndex &index) const
{
    const auto trend = index.data(CategoryTable::TrendRole).value<QList<double>>();
    const int state = index.data(CategoryTable::StateRole).toInt();
    SparklineStyle style;
    style.line =
        state == static_cast<int>(ingest::CategoryState::known) ? m_theme.text2 : m_theme.crit;
    style.dot = style.line;
    style.fromZero = true;
    if (trend.size() > 1)
        drawSparkline(painter, QRectF(box).adjusted(4, 6, -8, -6), trend, style);
}

} // namespace widgets

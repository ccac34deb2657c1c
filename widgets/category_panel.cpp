// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/category_panel.h"

#include "widgets/category_swatch.h"
#include "widgets/hatch.h"
#include "widgets/measures.h"
#include "widgets/sparkline.h"
#include "widgets/status_shape.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kCategoryHead = 52;
constexpr int kJourneys = 72; // column widths from the right
constexpr int kPerMinute = 56;
constexpr int kTrend = 96;
constexpr int kCount = 62;
constexpr int kBadge = 84;      // px at least for "REGRESSED"
constexpr int kWithTrend = 400; // width from which the trend and journeys fit
constexpr int kChange = 74;
constexpr int kOwner = 96;
constexpr int kWithOwner = 600; // from which it stands there instead of rate and journeys

} // namespace

CategoryPanel::CategoryPanel(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Error categories"));
}

void CategoryPanel::show(std::vector<models::CategoryRow> rows, const QString &window, bool stale)
{
    m_stale = stale;
    m_model.update(std::move(rows));
    m_window = window;
    QStringList sentences;
    for (const models::CategoryRow &row : m_model.rows())
        sentences.append(
            tr("%1 %2 times, %3 journeys").arg(row.name, row.count, row.journeys) +
            (row.badge.isEmpty() ? QString() : QLatin1Char(' ') + row.badge.toLower()));
    setAccessibleDescription(sentences.join(QStringLiteral(", ")));
    update();
}

int CategoryPanel::rows() const
{
    return static_cast<int>(m_model.rows().size());
}

QRect CategoryPanel::rowBox(int row) const
{
    const int high =
        std::clamp((height() - theme().scaled(kCategoryHead) - 8) / std::max(1, rows()),
                   theme().scaled(19), theme().scaled(40));
    return {0, theme().scaled(kCategoryHead) + 4 + row * high, width(), high};
}

QString CategoryPanel::note() const
{
    int hidden = 0;
    for (int i = 0; i < rows(); ++i)
        hidden += rowBox(i).bottom() > height() ? 1 : 0;
    const QString ranked = tr("ranked by count, last %1").arg(m_window);
    return hidden == 0 ? ranked : tr("%1; %2 more in Triage").arg(ranked).arg(hidden);
}

models::FigureTable CategoryPanel::figures() const
{
    return models::tableOf(m_model, QStringLiteral("categories"), tr("Error categories"));
}

void CategoryPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    if (m_stale)
        fillHatched(painter, rect(), theme().rule2, devicePixelRatioF());
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(QRect(kPadding, theme().scaled(12), width(), theme().scaled(18)),
                     Qt::AlignVCenter, tr("Error categories"));
    const int beside =
        kPadding + painter.fontMetrics().horizontalAdvance(tr("Error categories")) + 12;
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const QRect noteBox(beside, theme().scaled(12), width() - beside - kPadding,
                        theme().scaled(18));
    painter.drawText(noteBox, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(note(), Qt::ElideRight, noteBox.width()));
    int right = width() - kPadding;
    const auto head = [&](int wide, const QString &text) {
        painter.drawText(QRect(right - wide, theme().scaled(34), wide, theme().scaled(16)),
                         Qt::AlignVCenter | Qt::AlignRight, text);
        right -= wide;
    };
    const bool roomy = width() >= theme().scaled(kWithTrend);
    const bool wide = width() >= theme().scaled(kWithOwner);
    if (wide) {
        head(theme().scaled(kOwner), tr("Owner"));
        head(theme().scaled(kChange), tr("Change"));
    } else {
        if (roomy)
            head(theme().scaled(kJourneys), tr("Journeys"));
        head(theme().scaled(kPerMinute), tr("/min"));
    }
    if (roomy)
        head(theme().scaled(kTrend), tr("Trend"));
    head(theme().scaled(kCount), tr("Count"));
    painter.drawText(QRect(kPadding, theme().scaled(34), right - kPadding, theme().scaled(16)),
                     Qt::AlignVCenter, tr("Category"));
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(kPadding, theme().scaled(kCategoryHead), width() - kPadding,
                     theme().scaled(kCategoryHead));
    if (m_model.rows().empty()) {
        painter.setFont(theme().font(13));
        painter.setPen(theme().muted);
        painter.drawText(QRect(kPadding, theme().scaled(kCategoryHead), width() - 2 * kPadding, 40),
                         Qt::AlignVCenter, tr("No failures in this window"));
    }
    for (int i = 0; i < rows() && rowBox(i).bottom() <= height(); ++i)
        paintRow(painter, rowBox(i), m_model.rows()[static_cast<std::size_t>(i)]);
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
        if (m_focused < rows())
            painter.drawRect(rowBox(m_focused).adjusted(4, 1, -5, -1));
    }
}

void CategoryPanel::mouseReleaseEvent(QMouseEvent *event)
{
    for (int row = 0; row < rows(); ++row)
        if (event->button() == Qt::LeftButton && rowBox(row).contains(event->position().toPoint()))
            choose(row);
}

void CategoryPanel::keyPressEvent(QKeyEvent *event)
{
    const int last = rows() - 1;
    if (event->key() == Qt::Key_Down)
        m_focused = std::min(m_focused + 1, last);
    else if (event->key() == Qt::Key_Up)
        m_focused = std::max(std::min(m_focused, last) - 1, 0);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose(m_focused);
    else
        return ThemedWidget::keyPressEvent(event);
    update();
}

void CategoryPanel::choose(int row)
{
    if (row < 0 || row >= rows())
        return;
    m_focused = row;
    Q_EMIT chosen(m_model.rows()[static_cast<std::size_t>(row)].ordinal);
}

void CategoryPanel::paintRow(QPainter &painter, const QRect &box,
                             const models::CategoryRow &row) const
{
    drawCategorySwatch(painter, QRectF(kPadding, box.center().y() - 7.5, 15, 15), row.ordinal,
                       theme());
    int right = width() - kPadding;
    const auto cell = [&](int wide, const QString &text, const QColor &colour,
                          QFont::Weight weight) {
        painter.setFont(theme().font(13, weight));
        painter.setPen(colour);
        painter.drawText(QRect(right - wide, box.top(), wide, box.height()),
                         Qt::AlignVCenter | Qt::AlignRight, text);
        right -= wide;
    };
    const bool roomy = width() >= theme().scaled(kWithTrend);
    if (width() >= theme().scaled(kWithOwner)) {
        painter.setFont(theme().font(13));
        cell(
            theme().scaled(kOwner),
            painter.fontMetrics().elidedText(row.owner, Qt::ElideRight, theme().scaled(kOwner) - 8),
            theme().muted, QFont::Normal);
        paintChange(painter,
                    QRect(right - theme().scaled(kChange), box.top(), theme().scaled(kChange),
                          box.height()),
                    row);
        right -= theme().scaled(kChange);
    } else {
        if (roomy)
            cell(theme().scaled(kJourneys), row.journeys, theme().muted, QFont::Normal);
        cell(theme().scaled(kPerMinute), row.perMinute, theme().muted, QFont::Normal);
    }
    SparklineStyle style;
    style.line = row.state == ingest::CategoryState::known ? theme().text2 : theme().crit;
    style.dot = style.line;
    style.fromZero = true;
    if (roomy && row.trend.size() > 1)
        drawSparkline(painter,
                      QRectF(right - theme().scaled(kTrend) + 16, box.center().y() - 7,
                             theme().scaled(kTrend) - 20, 14),
                      row.trend, style);
    right -= roomy ? theme().scaled(kTrend) : 0;
    cell(theme().scaled(kCount), row.count, theme().text, QFont::DemiBold);
    painter.setFont(theme().font(13, QFont::Medium));
    painter.setPen(theme().text);
    int left = kPadding + 24;
    const QString name = painter.fontMetrics().elidedText(row.name, Qt::ElideRight, right - left);
    painter.drawText(QRect(left, box.top(), right - left, box.height()), Qt::AlignVCenter, name);
    left += painter.fontMetrics().horizontalAdvance(name) + 10;
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    const int badge = row.badge.isEmpty() ? 0 : theme().scaled(kBadge);
    const int type = painter.fontMetrics().horizontalAdvance(row.type);
    if (type < right - left - badge) {
        painter.drawText(QRect(left, box.top(), right - left, box.height()), Qt::AlignVCenter,
                         row.type);
        left += type + 10;
    }
    if (badge != 0 && badge < right - left)
        drawStateBadge(painter, left, box.center().y(), row.badge, row.state, theme());
}

void CategoryPanel::paintChange(QPainter &painter, const QRect &box,
                                const models::CategoryRow &row) const
{
    const bool more = row.state == ingest::CategoryState::escalating;
    painter.setFont(theme().font(13, more ? QFont::DemiBold : QFont::Normal));
    painter.setPen(more ? theme().warn : theme().muted);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, row.change);
    if (more)
        drawDeltaArrow(
            painter,
            QRectF(box.right() - painter.fontMetrics().horizontalAdvance(row.change) - 14,
                   box.center().y() - 4, 9, 8),
            1, theme().warn);
}

} // namespace widgets

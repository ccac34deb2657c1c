// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/funnel_panel.h"

#include "widgets/hatch.h"
#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kFunnelHead = 52;
constexpr int kFunnelFoot = 12;
constexpr int kHighestRow = 40;
constexpr int kDelta = 58; // px for the difference to the baseline
constexpr int kLowestRow = 19;
constexpr int kWithBars = 400;    // width from which bars and times fit; numbers come first
constexpr int kWithDropped = 560; // width from which that column fits

void cellText(QPainter &painter, int left, int right, const QRect &row, const QString &text,
              Qt::Alignment side)
{
    if (right <= left)
        return;
    painter.drawText(QRect(left, row.top(), right - left, row.height()), Qt::AlignVCenter | side,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, right - left));
}

} // namespace

FunnelPanel::FunnelPanel(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Funnel"));
}

void FunnelPanel::show(std::vector<models::FunnelRow> rows, const FunnelState &state)
{
    m_state = state;
    m_model.update(std::move(rows));
    QStringList sentences;
    for (const models::FunnelRow &row : m_model.rows())
        sentences.append(
            tr("%1 %2 journeys %3 %4")
                .arg(row.step, row.journeys, row.continuedText,
                     row.then ? tr("%1 points against %2").arg(row.delta, state.then) : QString())
                .trimmed());
    setAccessibleDescription(sentences.join(QStringLiteral(", ")));
    update();
}

int FunnelPanel::heightWithin(int wished) const
{
    const int rows = std::max(2, static_cast<int>(m_model.rows().size()));
    const int around = theme().scaled(kFunnelHead) + theme().scaled(kFunnelFoot);
    return std::clamp(wished, around + theme().scaled(kLowestRow) * rows,
                      around + theme().scaled(kHighestRow) * rows);
}

FunnelPanel::Columns FunnelPanel::columns() const
{
    const int right = width() - kPadding;
    Columns columns{};
    columns.medianRight = right;
    const bool dropped = width() >= theme().scaled(kWithDropped);
    columns.droppedRight = right - theme().scaled(84);
    columns.percentRight =
        dropped ? columns.droppedRight - theme().scaled(72 + kDelta) : columns.droppedRight;
    if (width() < theme().scaled(kWithBars)) {
        columns.percentRight = columns.droppedRight = right;
        columns.journeysRight = right - theme().scaled(72);
        columns.barLeft = columns.barRight = columns.journeysRight;
        return columns;
    }
    columns.barRight = columns.percentRight - theme().scaled(62);
    columns.journeysRight =
        kPadding + std::clamp(width() * 38 / 100, theme().scaled(150), theme().scaled(250));
    columns.barLeft = columns.journeysRight + 16;
    return columns;
}

int FunnelPanel::rows() const
{
    return static_cast<int>(m_model.rows().size());
}

QRect FunnelPanel::rowBox(int row) const
{
    const int high =
        std::clamp((height() - theme().scaled(kFunnelHead) - theme().scaled(kFunnelFoot)) /
                       std::max(1, rows()),
                   theme().scaled(kLowestRow), theme().scaled(kHighestRow));
    return {0, theme().scaled(kFunnelHead) + 4 + row * high, width(), high};
}

models::FigureTable FunnelPanel::figures() const
{
    return models::tableOf(m_model, QStringLiteral("funnel"), tr("Funnel"));
}

void FunnelPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    if (m_state.stale)
        fillHatched(painter, rect(), theme().rule2, devicePixelRatioF());
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(QRect(kPadding, theme().scaled(12), width(), theme().scaled(18)),
                     Qt::AlignVCenter, tr("Funnel"));
    const int beside = kPadding + painter.fontMetrics().horizontalAdvance(tr("Funnel")) + 12;
    const Columns at = columns();
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const QRect note(beside, theme().scaled(12), width() - beside - kPadding, theme().scaled(18));
    const QString what =
        m_state.gaps ? tr("incomplete: a source ended without goodbye")
        : !m_state.then.isEmpty()
            ? tr("share continuing from the step before; tick = %1").arg(m_state.then)
        : m_state.hasHistory ? tr("share continuing from the step before; no history yet")
                             : tr("share continuing from the step before; no history");
    if (m_state.gaps)
        painter.setPen(theme().warn);
    painter.drawText(note, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(what, Qt::ElideRight, note.width()));
    painter.setPen(theme().muted);
    const QRect head(0, theme().scaled(34), width(), theme().scaled(16));
    cellText(painter, kPadding, at.journeysRight, head, tr("Step"), Qt::AlignLeft);
    cellText(painter, kPadding, at.journeysRight, head, tr("Journeys"), Qt::AlignRight);
    const bool bars = width() >= theme().scaled(kWithBars);
    cellText(painter, at.barLeft, at.percentRight, head, tr("Continued"),
             bars ? Qt::AlignLeft : Qt::AlignRight);
    const int deltaRight = at.percentRight + theme().scaled(kDelta);
    if (width() >= theme().scaled(kWithDropped)) {
        cellText(painter, at.percentRight, deltaRight, head, tr("Δ pp"), Qt::AlignRight);
        cellText(painter, deltaRight, at.droppedRight, head, tr("Dropped"), Qt::AlignRight);
    }
    cellText(painter, at.droppedRight, at.medianRight, head, tr("Median time"), Qt::AlignRight);
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(kPadding, theme().scaled(kFunnelHead), width() - kPadding,
                     theme().scaled(kFunnelHead));
    if (m_model.rows().empty()) {
        painter.setFont(theme().font(13));
        painter.setPen(theme().muted);
        painter.drawText(
            QRect(kPadding, theme().scaled(kFunnelHead), width() - 2 * kPadding,
                  theme().scaled(48)),
            Qt::AlignVCenter | Qt::TextWordWrap,
            tr("No funnel yet: it needs a configured signal, or journeys to learn from"));
    }
    for (int i = 0; i < rows(); ++i)
        paintRow(painter, rowBox(i), m_model.rows()[static_cast<std::size_t>(i)], i == 0);
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
        if (m_focused < rows())
            painter.drawRect(rowBox(m_focused).adjusted(4, 1, -5, -1));
    }
}

void FunnelPanel::mouseReleaseEvent(QMouseEvent *event)
{
    for (int row = 0; row < rows(); ++row)
        if (event->button() == Qt::LeftButton && rowBox(row).contains(event->position().toPoint()))
            choose(row);
}

void FunnelPanel::keyPressEvent(QKeyEvent *event)
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

void FunnelPanel::choose(int row)
{
    if (row < 0 || row >= rows())
        return;
    m_focused = row;
    Q_EMIT chosen(static_cast<std::size_t>(row));
}

void FunnelPanel::paintRow(QPainter &painter, const QRect &box, const models::FunnelRow &row,
                           bool first) const
{
    const Columns at = columns();
    const bool worse = row.arrow < 0 && !m_state.stale;
    if (worse) {
        painter.fillRect(box, theme().raised);
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme().warn);
    }
    painter.setFont(theme().font(13, worse ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme().text);
    const int counted = painter.fontMetrics().horizontalAdvance(row.journeys) + 10;
    cellText(painter, kPadding, at.journeysRight - counted, box, row.step, Qt::AlignLeft);
    cellText(painter, at.journeysRight - counted, at.journeysRight, box, row.journeys,
             Qt::AlignRight);
    const int thick = 12;
    const QRect track(at.barLeft, box.center().y() - thick / 2, at.barRight - at.barLeft, thick);
    painter.fillRect(track, theme().grid);
    QRect bar = track;
    bar.setWidth(static_cast<int>(track.width() *
                                  std::clamp(row.continued.value_or(first ? 1.0 : 0.0), 0.0, 1.0)));
    QColor fill = m_state.stale ? theme().stale : worse ? theme().warn : theme().data;
    fill.setAlphaF(first ? 0.35f : 0.75f);
    painter.fillRect(bar, fill);
    if (row.then && track.width() > 0) // one pixel of the panel on each side tells it from the bar
        paintTick(painter, track, *row.then);
    cellText(painter, at.barRight, at.percentRight, box, row.continuedText, Qt::AlignRight);
    painter.setPen(theme().muted);
    if (width() >= theme().scaled(kWithDropped)) {
        const int deltaRight = at.percentRight + theme().scaled(kDelta);
        cellText(painter, deltaRight, at.droppedRight, box, row.dropped, Qt::AlignRight);
        const QColor changed = worse ? theme().warn : theme().text;
        painter.setPen(row.arrow == 0 ? theme().muted : changed);
        if (row.arrow != 0)
            drawDeltaArrow(
                painter,
                QRectF(deltaRight - 14 - painter.fontMetrics().horizontalAdvance(row.delta),
                       box.center().y() - 3, 8, 7),
                row.arrow, changed);
        cellText(painter, at.percentRight, deltaRight, box, row.delta, Qt::AlignRight);
        painter.setPen(theme().muted);
    }
    cellText(painter, at.droppedRight, at.medianRight, box, row.median, Qt::AlignRight);
}

void FunnelPanel::paintTick(QPainter &painter, const QRect &track, double share) const
{
    const int x = track.left() + static_cast<int>(track.width() * std::clamp(share, 0.0, 1.0));
    painter.fillRect(QRect(x - 2, track.top() - 3, 4, track.height() + 6), theme().panel);
    painter.fillRect(QRect(x - 1, track.top() - 3, 2, track.height() + 6), theme().text);
}

} // namespace widgets

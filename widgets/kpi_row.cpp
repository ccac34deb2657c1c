// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kpi_row.h"

#include "models/panel_tables.h"
#include "widgets/fitted_text.h"
#include "widgets/hatch.h"
#include "widgets/hollow_text.h"
#include "widgets/interval_bar.h"
#include "widgets/measures.h"
#include "widgets/sparkline.h"
#include "widgets/status_shape.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kCourseGap = 10;   // between a figure and its course
constexpr int kLeastCourse = 24; // narrower it says nothing
constexpr int kMark = 24;        // px a side, where a click asks what the figure is
constexpr int kBarWide = 64;     // of an interval
constexpr int kBarFrom = 180;    // px of room, else it is left out
constexpr int kRoomyCell = 100;  // px of height for the largest figures

} // namespace

KpiRow::KpiRow(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Key figures"));
}

void KpiRow::show(std::vector<models::Tile> tiles, const QString &window)
{
    m_tiles = std::move(tiles);
    m_window = window;
    describe();
    update();
}

void KpiRow::describe()
{
    QStringList sentences;
    for (const models::Tile &tile : m_tiles)
        sentences.append(tile.sentence(m_window));
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
}

QString KpiRow::explained() const
{
    return m_tiles.empty() ? QString() : m_tiles[static_cast<std::size_t>(m_focused)].key;
}

void KpiRow::choosePart(const QPoint &place)
{
    for (int i = 0; i < static_cast<int>(m_tiles.size()); ++i)
        if (cell(i).contains(place))
            m_focused = i;
    update();
}

QRect KpiRow::questionMark(int tile) const
{
    const QRect box = cell(tile);
    const int side = theme().scaled(kMark);
    return {box.right() - side - 4, box.bottom() - side - 4, side, side};
}

// Portrait and very narrow windows show two rows of three.
int KpiRow::columns() const
{
    return width() < kThreeAcrossBelow ? 3 : 6;
}

QRect KpiRow::cell(int index) const
{
    const int across = columns();
    const int rows = (static_cast<int>(m_tiles.size()) + across - 1) / std::max(1, across);
    const int high = height() / std::max(1, rows);
    const int left = width() * (index % across) / across;
    const int right = width() * (index % across + 1) / across;
    return {left, index / across * high, right - left, high};
}

models::FigureTable KpiRow::figures() const
{
    return models::tilesTable(m_tiles, m_window);
}

void KpiRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    for (int i = 0; i < static_cast<int>(m_tiles.size()); ++i) {
        const QRect box = cell(i);
        paintTile(painter, box, m_tiles[static_cast<std::size_t>(i)]);
        painter.setFont(theme().font(12, QFont::DemiBold));
        painter.setPen(theme().muted);
        painter.drawText(questionMark(i), Qt::AlignCenter, QStringLiteral("?"));
        painter.setPen(QPen(theme().rule, 0));
        painter.drawLine(box.topRight(), box.bottomRight());
        painter.drawLine(box.bottomLeft(), box.bottomRight());
        if (hasFocus() && i == m_focused) {
            painter.setPen(QPen(theme().accent, 2));
            painter.drawRect(box.adjusted(1, 1, -2, -2));
        }
    }
}

void KpiRow::paintTile(QPainter &painter, const QRect &box, const models::Tile &tile) const
{
    if (tile.stale)
        fillHatched(painter, box, theme().rule2, devicePixelRatioF());
    const bool compact = width() < theme().scaled(kCompactWindow);
    const QRect inner = box.adjusted(kPadding, compact ? 6 : 12, -kPadding, -10);
    const QFont label = theme().font(compact ? 12 : 13);
    const QFont word = theme().font(12, QFont::DemiBold);
    const QFontMetrics wordMetrics(word);
    const int wordWidth = wordMetrics.horizontalAdvance(tile.word);
    const QRect wordBox(inner.right() - wordWidth, inner.top(), wordWidth + 1, theme().scaled(18));
    painter.setFont(word);
    painter.setPen(tile.status == models::Status::normal ? theme().ok
                                                         : theme().status(tile.status));
    painter.drawText(wordBox, Qt::AlignVCenter | Qt::AlignLeft, tile.word);
    if (!tile.word.isEmpty())
        drawStatusShape(painter, QRectF(wordBox.left() - 18, wordBox.center().y() - 5.5, 12, 12),
                        tile.status, theme());

    painter.setFont(label);
    painter.setPen(theme().text2);
    const int titleWidth = wordBox.left() - 24 - inner.left();
    const QString title = QFontMetrics(label).horizontalAdvance(tile.title) <= titleWidth
                              ? tile.title
                              : tile.shortTitle;
    const FittedText name = fit(title, label, titleWidth, kSmallestText);
    painter.setFont(name.font);
    painter.drawText(QRect(inner.left(), inner.top(), titleWidth, theme().scaled(18)),
                     Qt::AlignVCenter, name.text);
    const int valueEnd = paintValue(painter, inner, tile);
    const int courseFrom = std::max(inner.left() + inner.width() * 55 / 100, valueEnd + kCourseGap);
    paintCourse(painter,
                QRect(QPoint(courseFrom, inner.top() + theme().scaled(22)),
                      QPoint(inner.right(), inner.top() + theme().scaled(57))),
                tile);

    QRect foot(inner.left(), inner.bottom() - theme().scaled(16),
               inner.width() - theme().scaled(kMark) + 8, theme().scaled(18));
    if (tile.delta && !tile.stale && !tile.few && (tile.delta->known || !tile.gaps)) {
        foot.setLeft(paintInterval(painter, foot, tile));
        foot.setLeft(paintDelta(painter, foot, tile) + kCourseGap);
    }
    painter.setFont(theme().font(12, tile.stale ? QFont::DemiBold : QFont::Normal));
    painter.setPen(tile.stale ? theme().text : theme().muted);
    if (foot.left() == inner.left()) {
        const FittedText note = fit(tile.note, painter.font(), foot.width(), kSmallestText);
        painter.setFont(note.font);
        painter.drawText(foot, Qt::AlignVCenter | Qt::AlignLeft, note.text);
    } else if (painter.fontMetrics().horizontalAdvance(tile.note) <= foot.width()) {
        painter.drawText(foot, Qt::AlignVCenter | Qt::AlignRight, tile.note);
    }
}

// The x where what is right of it begins.
int KpiRow::paintInterval(QPainter &painter, const QRect &foot, const models::Tile &tile) const
{
    if (!tile.interval || !tile.delta->figure || foot.width() < theme().scaled(kBarFrom))
        return foot.left();
    const QRectF bar(foot.left(), foot.top(), theme().scaled(kBarWide), foot.height());
    drawIntervalBar(painter, bar, *tile.interval, *tile.delta->figure, theme());
    return static_cast<int>(bar.right()) + kCourseGap;
}

// The x where it ends.
int KpiRow::paintDelta(QPainter &painter, const QRect &foot, const models::Tile &tile) const
{
    const models::TileDelta &delta = *tile.delta;
    int left = foot.left();
    const bool judged = tile.status == models::Status::look || tile.status == models::Status::bad;
    const QColor colour = !delta.known                 ? theme().muted
                          : delta.arrow != 0 && judged ? theme().status(tile.status)
                                                       : theme().text2;
    if (delta.arrow != 0) {
        drawDeltaArrow(painter, QRectF(left, foot.center().y() - 4, 9, 8), delta.arrow, colour);
        left += 13;
    }
    painter.setFont(theme().font(12, delta.arrow != 0 ? QFont::DemiBold : QFont::Normal));
    painter.setPen(colour);
    const FittedText text = fit(delta.text, painter.font(), foot.right() - left, kSmallestText);
    painter.setFont(text.font);
    painter.drawText(QRect(left, foot.top(), foot.right() - left, foot.height()), Qt::AlignVCenter,
                     text.text);
    int width = static_cast<int>(std::ceil(text.width));
    left += width;
    if (!delta.known)
        return left;
    // What it is compared with comes before any other note.
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    const QFontMetrics metrics = painter.fontMetrics();
    const QString full = QStringLiteral("%1 %2").arg(delta.name, delta.then);
    for (const QString &name : {full, delta.name}) {
        width = metrics.horizontalAdvance(name);
        if (left + kCourseGap + width > foot.right())
            continue;
        painter.drawText(QRect(left + 6, foot.top(), width + 1, foot.height()), Qt::AlignVCenter,
                         name);
        return left + 6 + width;
    }
    return left;
}

int KpiRow::paintValue(QPainter &painter, const QRect &box, const models::Tile &tile) const
{
    const bool compact = cell(0).height() < theme().scaled(kRoomyCell);
    const QFont large = theme().font(compact ? 28 : 34, QFont::DemiBold);
    const QPointF baseline(box.left(), box.top() + theme().scaled(compact ? 44 : 54));
    painter.setFont(large);
    painter.setPen(tile.few || tile.status == models::Status::unknown ? theme().muted
                                                                      : theme().text);
    if (tile.stale)
        drawHollowText(painter, baseline, tile.value, large, theme().text2);
    else
        painter.drawText(baseline, tile.value);
    const int width = QFontMetrics(large).horizontalAdvance(tile.value);
    painter.setFont(theme().font(17, QFont::Medium));
    painter.setPen(theme().muted);
    painter.drawText(baseline + QPointF(width + 3, 0), tile.unit);
    return box.left() + width + 3 + painter.fontMetrics().horizontalAdvance(tile.unit);
}

void KpiRow::paintCourse(QPainter &painter, const QRect &box, const models::Tile &tile) const
{
    if (tile.course.size() < 2 || box.width() < kLeastCourse)
        return;
    SparklineStyle style;
    style.line = tile.stale ? theme().stale : theme().data;
    style.dot = style.line;
    if (tile.delta && !tile.stale) {
        style.then = tile.delta->course;
        style.thenLine = theme().base;
    }
    drawSparkline(painter, box, tile.course, style);
}

void KpiRow::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    for (int i = 0; i < static_cast<int>(m_tiles.size()); ++i)
        if (event->button() == Qt::LeftButton && questionMark(i).contains(place)) {
            m_focused = i;
            return Q_EMIT explanationWanted(m_tiles[static_cast<std::size_t>(i)].key);
        }
    for (int i = 0; i < static_cast<int>(m_tiles.size()); ++i)
        if (event->button() == Qt::LeftButton && cell(i).contains(event->position().toPoint())) {
            m_focused = i;
            Q_EMIT chosen(m_tiles[static_cast<std::size_t>(i)].key);
        }
}

void KpiRow::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_tiles.size()) - 1;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_focused <= last)
        return Q_EMIT chosen(m_tiles[static_cast<std::size_t>(m_focused)].key);
    if (event->key() == Qt::Key_Right)
        m_focused = std::min(m_focused + 1, last);
    else if (event->key() == Qt::Key_Left)
        m_focused = std::max(m_focused - 1, 0);
    else
        return ThemedWidget::keyPressEvent(event);
    update();
}

bool KpiRow::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (int i = 0; i < static_cast<int>(m_tiles.size()); ++i)
            if (cell(i).contains(help->pos()))
                QToolTip::showText(help->globalPos(),
                                   m_tiles[static_cast<std::size_t>(i)].sentence(m_window), this);
        return true;
    }
    return ThemedWidget::event(event);
}

} // namespace widgets

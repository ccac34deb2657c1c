// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table_view.h"

#include "widgets/measures.h"
#include "widgets/sort_header.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace widgets {

TableView::TableView(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(19);
    setHorizontalHeader(new SortHeader(this));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
}

void TableView::setTheme(const Theme &theme, bool mono)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Highlight, theme.sel);
    palette.setColor(QPalette::HighlightedText, theme.text);
    setPalette(palette);
    setFont(mono ? theme.monoFont(12) : theme.font(13));
    QPalette head = palette;
    head.setColor(QPalette::ButtonText, theme.muted);
    horizontalHeader()->setPalette(head);
    horizontalHeader()->setFont(theme.font(11));
    horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView::section{background:%1;color:%2;border:0;"
                       "border-bottom:1px solid %3;padding:2px 6px;}"
                       "QHeaderView::section:first{padding-left:16px;}")
            .arg(theme.panel.name(), theme.muted.name(), theme.rule.name()));
    verticalHeader()->setDefaultSectionSize(theme.scaled(mono ? 22 : kTableRow));
    m_ring = theme.accent;
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(m_ring, 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

// The ring stands still while the rows below it move.
void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    viewport()->update();
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

bool TableView::isHeld() const
{
    return hasFocus() || viewport()->underMouse();
}

void TableView::setExhibit(const QString &name, const QString &explained)
{
    m_name = name;
    m_explained = explained;
}

models::FigureTable TableView::figures() const
{
    return models::tableOf(*model(), m_name, accessibleName());
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_changing && current.isValid() && current.row() != previous.row())
        Q_EMIT rowChosen(current);
}

void TableView::change(const std::function<void()> &rows)
{
    m_changing = true;
    rows();
    m_changing = false;
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    const int before = currentIndex().row();
    QTableView::mousePressEvent(event);
    const QModelIndex pressed = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && pressed.isValid() && pressed.row() == before)
        Q_EMIT rowChosen(pressed);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        Q_EMIT rowChosen(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

} // namespace widgets
